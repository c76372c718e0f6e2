import { Component, type ReactNode } from 'react';
import { useTexts } from '../text/use-texts.js';

/** Catches a bug of the page below it, says so, and offers to start over. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { text } = useTexts();
  return (
    <main className="page narrow" role="alert">
      <h1>{text.app.crashTitle}</h1>
      <p>{text.app.crashText}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {text.app.reload}
      </button>
    </main>
  );
}
