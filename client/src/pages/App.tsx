import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Router, Switch } from 'wouter';
import { SessionId } from '@bedside/shared/ids.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { InviteGate } from './InviteGate.tsx';
import { Problem } from './Problem.tsx';
import { SessionPage } from './SessionPage.tsx';

const Audit = lazy(() => import('../features/audit/Audit.tsx').then((part) => ({ default: part.Audit })));
const Home = lazy(() => import('../features/home/Home.tsx').then((part) => ({ default: part.Home })));
const Schedule = lazy(() => import('../features/schedule/Schedule.tsx').then((part) => ({ default: part.Schedule })));

export function App() {
  return (
    <ErrorBoundary>
      <Router>
        <InviteGate>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/" component={Home} />
              <Route path="/new" component={Schedule} />
              <Route path="/s/:id/audit">{({ id }) => <AuditRoute id={id} />}</Route>
              <Route path="/s/:id">{({ id }) => <SessionRoute id={id} />}</Route>
              <Route path="/index.html">
                <Redirect to="/" />
              </Route>
              <Route>
                <Problem kind="no-page" />
              </Route>
            </Switch>
          </Suspense>
        </InviteGate>
      </Router>
      <Toasts />
      <LiveRegion />
    </ErrorBoundary>
  );
}

function SessionRoute({ id }: { id: string }) {
  const sessionId = SessionId.safeParse(id);
  return sessionId.success ? <SessionPage sessionId={sessionId.data} /> : <Problem kind="not-found" />;
}

function AuditRoute({ id }: { id: string }) {
  const sessionId = SessionId.safeParse(id);
  return sessionId.success ? <Audit key={id} sessionId={sessionId.data} /> : <Problem kind="not-found" />;
}

function Waiting() {
  const { t } = useTranslation('common');
  return (
    <Page>
      <Skeleton label={t('loading')} />
    </Page>
  );
}
