import { Component, type ReactNode } from 'react';

import { Button } from '../../ui/button';

type Props = { children: ReactNode; /** Shown in place of the children that failed. */ fallback?: ReactNode };

/** The last resort: what was done is safe at the server, and the page can be loaded again. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (this.props.fallback ?? <Failed />) : this.props.children;
  }
}

function Failed() {
  return (
    <main
      role="alert"
      className="flex h-dvh flex-col items-center justify-center gap-3 bg-canvas p-6 text-center"
    >
      <h1 className="text-title font-name">The page stopped working</h1>
      <p className="max-w-96 text-muted">
        What you did up to now is safe. Load the page again to go on; the board comes back as it was.
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        Load the page again
      </Button>
    </main>
  );
}
