import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './pages/App.tsx';
import { startI18n } from './i18n/i18n.ts';
import { watchForInvites } from './pages/invite-store.ts';

// Before anything renders or is sent, so that an invitation's secret leaves the address at once.
watchForInvites();
await startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
