import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Failure } from '@bedside/shared/errors.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { api } from '../net/api.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { pendingInvite } from './invite-store.ts';
import { Problem, type ProblemKind } from './Problem.tsx';

/** Exchanges an invitation that came with the address before anything of the page is shown. */
export function InviteGate({ children }: { children: ReactNode }) {
  const secret = useSyncExternalStore(pendingInvite.subscribe, pendingInvite.get);
  return secret === null ? children : <Exchange key={secret} secret={secret} />;
}

function Exchange({ secret }: { secret: string }) {
  const { t } = useTranslation('common');
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let left = false;
    void api.exchange({ secret }).then((answer) => {
      if (left) return;
      if (!answer.ok) return setFailure(answer.error);
      navigate(placeOf(answer), { replace: true });
      pendingInvite.clear();
    });
    return () => {
      left = true;
    };
  }, [secret, attempt, navigate]);

  if (!failure) {
    return (
      <Page>
        <Skeleton label={t('loading')} />
      </Page>
    );
  }
  const again = () => {
    setFailure(null);
    setAttempt(attempt + 1);
  };
  const kind = problemOf(failure);
  const retry = kind === 'invite-unreachable' && (
    <Button variant="primary" icon="refresh" onPress={again}>
      {t('action.retry')}
    </Button>
  );
  const onward = location.pathname.startsWith('/s/') && (
    <Button
      onPress={() => {
        navigate(location.pathname, { replace: true });
        pendingInvite.clear();
      }}
    >
      {t('problem.forbidden.watch')}
    </Button>
  );
  return (
    <Problem
      kind={kind}
      actions={
        <>
          {retry}
          {onward}
        </>
      }
    />
  );
}

function placeOf({ sessionId, role }: RouteResult<'exchange'>): string {
  return role === 'organiser' || sessionId === null ? '/new' : `/s/${sessionId}?as=${role}`;
}

function problemOf({ code }: Failure): ProblemKind {
  if (code === 'invite-used' || code === 'invite-expired' || code === 'invite-invalid') return code;
  // A secret of a wrong form is refused before it is looked up.
  return code === 'bad-request' ? 'invite-invalid' : 'invite-unreachable';
}
