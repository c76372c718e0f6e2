import { FORCED_REASONS, type ExecutionEvent } from '#contracts';
import { useRef, useState } from 'react';
import { forcedTexts } from '../text/phone-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Entry } from './outbox.js';
import { LOCATE_MS, locate } from './locate.js';
import { misfit } from './position.js';
import { newEvent } from './new-entry.js';
import type { Outbox } from './use-outbox.js';
import { Scan } from './scan.js';
import { useSay } from './use-say.js';
import type { VisitState, VisitStop } from './visit-state.js';

/** Milliseconds an entry waits for its reason; then it goes without one. */
const REASON_MS = 120_000;

interface CheckProps {
  readonly stop: VisitStop;
  readonly state: VisitState;
  readonly outbox: Outbox;
  readonly account: string;
}

/**
 * One tap begins or ends the visit. The entry is kept before anything else is asked; the position is looked up once,
 * then, and where place or time does not fit a reason is asked for, which nobody has to give.
 */
export function CheckButton({ stop, state, outbox, account }: CheckProps) {
  const say = useSay();
  const { format } = useTexts();
  const [asking, setAsking] = useState<Entry | null>(null);
  const [scanning, setScanning] = useState(false);
  const busy = useRef(false);
  const kind = state.startedAt === null ? 'checked_in' : 'checked_out';
  const planned = kind === 'checked_in' ? stop.start : stop.end;

  const check = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      const entry = newEvent(account, { visit: stop.visit.visit, kind }, LOCATE_MS + 2_000);
      await outbox.add(entry);
      const position = await locate(() => Date.now());
      const located = { ...entry, body: { ...entry.body, ...(position && { position }) } };
      const doubt = misfit(position, { home: stop.visit.home, planned, at: Date.parse(entry.body.at) });
      await outbox.amend({ ...located, holdUntil: doubt === null ? 0 : Date.now() + REASON_MS });
      if (doubt !== null) setAsking(located);
    } finally {
      busy.current = false;
    }
  };
  const explain = async (reason: ExecutionEvent['reason']): Promise<void> => {
    if (asking?.channel !== 'events') return;
    setAsking(null);
    await outbox.amend({ ...asking, body: { ...asking.body, ...(reason && { reason }) }, holdUntil: 0 });
  };

  const scanned = async (code: string): Promise<void> => {
    setScanning(false);
    await outbox.add(newEvent(account, { visit: stop.visit.visit, kind, code }));
  };

  if (scanning) return <Scan found={(code) => void scanned(code)} stop={() => setScanning(false)} />;
  if (asking) return <Reasons onChoose={(reason) => void explain(reason)} />;
  if (state.endedAt !== null) return <p className="phone-done">{say('finished', { at: format.time(state.endedAt) })}</p>;
  return (
    <>
      {state.startedAt !== null && <p className="phone-done">{say('started', { at: format.time(state.startedAt) })}</p>}
      <button type="button" className="button primary phone-big" onClick={() => void check()}>
        {say(kind === 'checked_in' ? 'start' : 'finish')}
      </button>
      <button type="button" className="button wide" onClick={() => setScanning(true)}>
        {say('scan')}
      </button>
    </>
  );
}

function Reasons({ onChoose }: { readonly onChoose: (reason: (typeof FORCED_REASONS)[number]) => void }) {
  const say = useSay();
  return (
    <div className="phone-ask" role="group" aria-label={say('why')}>
      <p>
        <strong>{say('why')}</strong>
      </p>
      <p className="soft">{say('whyHint')}</p>
      {FORCED_REASONS.map((reason) => (
        <button key={reason} type="button" className="button wide" onClick={() => onChoose(reason)}>
          {say(forcedTexts[reason])}
        </button>
      ))}
    </div>
  );
}
