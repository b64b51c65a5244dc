import { Component, type ReactNode } from 'react';
import { Problem } from './Problem.tsx';

/** What React can't render becomes one plain sentence and a way out. React itself has logged the error. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Problem kind="crash" /> : this.props.children;
  }
}
