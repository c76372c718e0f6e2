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
import { unsaid, type VisitState, type VisitStop } from './visit-state.js';

/** Milliseconds an entry waits for its reason; then it goes without one. */
const REASON_MS = 120_000;

interface CheckProps {
  readonly stop: VisitStop;
  readonly state: VisitState;
  readonly outbox: Outbox;
  readonly account: string;
}

/**
 * Takes back the last step of a visit: begun, finished or not happening by a slip of the thumb. What was reported stays on record.
 */
export function TakeBack({ stop, state, outbox, account }: CheckProps) {
  const say = useSay();
  const [last] = state.steps;
  if (last === undefined) return null;
  const takeBack = async (): Promise<void> => {
    if (!window.confirm(say('takeBackSure'))) return;
    const held = outbox.entries.find(({ id }) => id === last);
    // What still waits for its reason must be there before it can be taken away.
    if (held && held.holdUntil > 0) await outbox.amend({ ...held, holdUntil: 0 });
    await outbox.add(newEvent(account, { visit: stop.visit.visit, kind: 'withdrawn', corrects: last }));
  };
  return (
    <button type="button" className="button wide" onClick={() => void takeBack()}>
      {say('takeBack')}
    </button>
  );
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

  if (state.missed !== null && state.startedAt === null) return null;
  if (scanning) return <Scan found={(code) => void scanned(code)} stop={() => setScanning(false)} />;
  // Once it is on its way there is nothing to explain any more.
  if (asking && outbox.entries.some(({ id }) => id === asking.id)) return <Reasons onChoose={(reason) => void explain(reason)} />;
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

/** What is usual takes one tap: every task that nothing is said of yet was done. */
export function AllDone({ visit, state, outbox, account }: Omit<CheckProps, 'stop'> & Pick<VisitStop, 'visit'>) {
  const say = useSay();
  const open = unsaid(visit, state);
  if (state.startedAt === null || open.length === 0) return null;
  const allDone = async (): Promise<void> => {
    for (const task of open) await outbox.add(newEvent(account, { visit: visit.visit, kind: 'task_done', task }));
  };
  return (
    <p className="phone-choice">
      <span>{say('unsaid', { n: open.length })}</span>
      <button type="button" className="button" onClick={() => void allDone()}>
        {say('allDone')}
      </button>
    </p>
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
