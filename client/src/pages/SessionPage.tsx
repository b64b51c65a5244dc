import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { Failure } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { Role } from '@bedside/shared/roles.ts';
import { prepareToWatch } from '../media/use-watcher.ts';
import { SessionProvider, useSession } from '../net/session-context.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { ClockProvider } from '../ui/clock.tsx';
import { Entering } from './Entering.tsx';
import { PatientPage } from './PatientPage.tsx';
import { Problem, type ProblemKind } from './Problem.tsx';
import { Removed } from './Removed.tsx';

const Desk = lazy(() => import('../features/moderate/Desk.tsx').then((part) => ({ default: part.Desk })));

const faces: Record<Role, ComponentType> = {
  viewer: PatientPage,
  host: lazy(() => import('../features/host/Studio.tsx').then((part) => ({ default: part.Studio }))),
  cohost: lazy(() => import('../features/host/CoHost.tsx').then((part) => ({ default: part.CoHost }))),
  interpreter: lazy(() => import('../features/interpret/Interpreter.tsx').then((part) => ({ default: part.Interpreter }))),
  screener: Desk,
  reviewer: Desk,
  moderator: Desk,
  captioner: lazy(() => import('../features/captions/CaptionDesk.tsx').then((part) => ({ default: part.CaptionDesk }))),
};

/** With `?see=stage`, for whoever has a role: what patients see. */
const StagePage = lazy(() => import('../features/watch/StagePage.tsx').then((part) => ({ default: part.StagePage })));

/** One session, in the role that `?as=` names: patient unless it says otherwise. */
export function SessionPage({ sessionId }: { sessionId: SessionId }) {
  const [search] = useSearchParams();
  const named = Role.safeParse(search.get('as'));
  const role = named.success ? named.data : 'viewer';
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    if (role === 'viewer') prepareToWatch();
  }, [role]);
  return (
    <SessionProvider key={`${sessionId} ${role} ${visit}`} sessionId={sessionId} as={role}>
      <Face role={role} stage={role !== 'viewer' && search.get('see') === 'stage'} onReturn={() => setVisit(visit + 1)} />
    </SessionProvider>
  );
}

function Face({ role, stage, onReturn }: { role: Role; stage: boolean; onReturn: () => void }) {
  const { connection, refusal, view, serverNow } = useSession();
  if (connection === 'refused' && refusal?.code === 'removed') return <Removed retryAfterMs={refusal.retryAfterMs} onReturn={onReturn} />;
  if (connection === 'refused' && refusal) return <Refused refusal={refusal} />;
  const Part = stage ? StagePage : faces[role];
  // A patient's makes ready to watch while the session is joined.
  return (
    <ClockProvider now={serverNow}>
      <Suspense fallback={<Entering />}>{view || Part === PatientPage ? <Part /> : <Entering />}</Suspense>
    </ClockProvider>
  );
}

const refusalKinds = ['not-found', 'forbidden', 'protocol-mismatch', 'no-identity'] as const satisfies readonly ProblemKind[];

function Refused({ refusal }: { refusal: Failure }) {
  const { t } = useTranslation('common');
  const kind = refusalKinds.find((each) => each === refusal.code) ?? 'unreachable';
  const watch = kind === 'forbidden' && (
    <Link href={location.pathname} className={buttonClass({ variant: 'primary' })}>
      {t('problem.forbidden.watch')}
    </Link>
  );
  return <Problem kind={kind} actions={watch} />;
}
