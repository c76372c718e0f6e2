import type { ReactNode } from 'react';
import { ApiFailure } from '../api/client.js';
import type { Messages } from '../text/dictionary.js';
import { useTexts } from '../text/use-texts.js';
import { Icon, type IconName } from './icons.js';
import './states.css';

/** What went wrong, in words a coordinator can act on. */
export function failureText(text: Messages, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return text.failure.server;
  if (failure.kind === 'offline') return text.failure.offline;
  if (failure.kind === 'answer') return text.failure.answer;
  if (failure.status === 403) return text.failure.forbidden;
  if (failure.status === 404) return text.failure.missing;
  if (failure.status === 412) return text.failure.changed;
  if (failure.status === 503) return text.failure.away;
  if (failure.status === 413) return text.failure.tooLarge;
  return text.failure.server;
}

/** A request that failed, with the way to repeat it. */
export function Failed({ failure, retry }: { readonly failure: unknown; readonly retry?: () => void }) {
  const { text, fill } = useTexts();
  const code = failure instanceof ApiFailure ? (failure.problem?.code ?? (failure.status || null)) : null;
  return (
    <div className="state state-failed" role="alert">
      <Icon name="warn" />
      <div>
        <p>{failureText(text, failure)}</p>
        {code !== null && <p className="soft small">{fill(text.failure.details, { code })}</p>}
      </div>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {text.app.retry}
        </button>
      )}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="state state-empty">
      <Icon name={icon} />
      <div>
        <p className="state-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Grey rows of the size of what is coming, so that nothing jumps when it comes. */
export function Waiting({ rows, kind }: { readonly rows: number; readonly kind: string }) {
  const { text } = useTexts();
  return (
    <div className={`waiting waiting-${kind}`} role="status">
      <span className="unseen">{text.app.loading}</span>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} className="waiting-row" aria-hidden="true" />
      ))}
    </div>
  );
}
