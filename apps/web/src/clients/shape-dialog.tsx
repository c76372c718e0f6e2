import type { PatternView, ProposalView } from '#contracts';
import { useEffect, useId, useRef, useState } from 'react';
import { ApiFailure } from '../api/client.js';
import { useAcceptProposal, useProposal } from '../api/shaping.js';
import { Failed, Waiting } from '../shell/states.js';
import { officeWords, weekdayNames } from '../text/office-texts.js';
import { shapingCauses, shapingEffects, shapingWords as words, shortfallCauses } from '../text/shaping-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';

interface Props {
  readonly decision: string;
  /** The day the visits are to change, to begin with. */
  readonly from: string;
  readonly patterns: readonly PatternView[];
  readonly accepted: () => void;
  readonly close: () => void;
}

/** How a decision's hours become visits: what stays, changes, ends and comes, to look at and to accept. */
export function ShapeDialog({ decision, from, patterns, accepted, close }: Props) {
  const { language } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [day, setDay] = useState(from);
  const proposal = useProposal(decision, day);
  const accept = useAcceptProposal();
  useEffect(() => dialog.current?.showModal(), []);
  const stale = accept.error instanceof ApiFailure && accept.error.problem?.code === 'proposal.stale';
  const missing = proposal.error instanceof ApiFailure && proposal.error.status === 404;
  const changes = proposal.data?.differences.some(({ effect }) => effect !== 'kept') ?? false;
  return (
    <dialog ref={dialog} className="form-dialog shape-dialog" aria-labelledby={titleId} onClose={close}>
      <h2 id={titleId}>{words.title[language]}</h2>
      <label className="field">
        <span>{words.from[language]}</span>
        <input type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
      {proposal.isPending && day !== '' && <Waiting rows={4} kind="rows" />}
      {missing && <p className="soft">{words.none[language]}</p>}
      {proposal.isError && !missing && <Failed failure={proposal.error} retry={() => void proposal.refetch()} />}
      {proposal.data && <Proposed proposal={proposal.data} patterns={patterns} />}
      {accept.isError && !stale && <Failed failure={accept.error} retry={() => accept.reset()} />}
      {stale && (
        <p className="form-error" role="alert">
          {words.stale[language]}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {officeWords.cancel[language]}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={!changes || accept.isPending}
          onClick={() => {
            const { fingerprint = '' } = proposal.data ?? {};
            accept.mutate({ decision, from: day, fingerprint }, { onSuccess: accepted });
          }}
        >
          {words.accept[language]}
        </button>
      </div>
    </dialog>
  );
}

function Proposed({ proposal, patterns }: { readonly proposal: ProposalView; readonly patterns: readonly PatternView[] }) {
  const { language, format, fill } = useTexts();
  const { differences, grantedMinutes, grantedPer, minutesInPeriod, lostToRounding, byFamily, shortfalls } = proposal;
  const time = (minutes: number): string => format.duration(minutes * 60);
  const times = (task: string, count: number): string => `${taskName(language, task)} ×${format.number(count)}`;
  const granted = fill(words[grantedPer === 'week' ? 'perWeek' : 'perMonth'][language], { time: time(grantedMinutes) });
  return (
    <>
      <dl className="facts">
        <dt>{words.granted[language]}</dt>
        <dd>{granted}</dd>
        <dt>{words.inVisits[language]}</dt>
        <dd>{fill(words.fullest[language], { time: time(minutesInPeriod) })}</dd>
        <dt>{words.rounding[language]}</dt>
        <dd>{time(lostToRounding)}</dd>
        {byFamily.length > 0 && <dt>{words.byFamily[language]}</dt>}
        {byFamily.length > 0 && <dd>{byFamily.map(({ task, timesPerWeek }) => times(task, timesPerWeek)).join(', ')}</dd>}
        {shortfalls.length > 0 && <dt>{words.missing[language]}</dt>}
        {shortfalls.length > 0 && (
          <dd>
            {shortfalls
              .map(({ task, timesPerWeek, cause }) => `${times(task, timesPerWeek)} (${shortfallCauses[cause][language]})`)
              .join(', ')}
          </dd>
        )}
      </dl>
      {!differences.some(({ effect }) => effect !== 'kept') && <p className="soft">{words.nothing[language]}</p>}
      <ul className="entries">
        {differences.map((difference, n) => (
          <Difference
            key={n}
            difference={difference}
            before={patterns.find(({ id }) => 'id' in difference && id === difference.id)}
          />
        ))}
      </ul>
    </>
  );
}

const LOOKS = { kept: '', changed: 'warn', removed: 'bad', added: 'good' } as const;

interface DifferenceProps {
  readonly difference: ProposalView['differences'][number];
  readonly before: PatternView | undefined;
}

function Difference({ difference, before }: DifferenceProps) {
  const { language, format, count } = useTexts();
  const after = 'after' in difference ? difference.after : null;
  const said = (
    weekdays: readonly string[],
    minutes: number,
    window: { readonly from: string; readonly to: string } | undefined,
  ) =>
    [
      weekdays.map((day) => weekdayNames[day]?.[language] ?? day).join(' '),
      format.duration(minutes * 60),
      window && `${window.from}–${window.to}`,
    ]
      .filter(Boolean)
      .join(' · ');
  const tasks = (after ?? before)?.tasks ?? [];
  return (
    <li>
      <div className="entry-head">
        <strong>{tasks.map((task) => taskName(language, task)).join(', ')}</strong>
        <span className={`tag ${LOOKS[difference.effect]}`}>{shapingEffects[difference.effect][language]}</span>
        {'cause' in difference && <span className="soft small">{shapingCauses[difference.cause][language]}</span>}
      </div>
      {before && difference.effect !== 'kept' && (
        <p className="soft small">
          <s>{said(before.weekdays, before.durationMinutes, before.windows[0])}</s>
        </p>
      )}
      {after && (
        <p>
          {said(after.weekdays, after.minutes, after.window)}
          {after.staffCount > 1 && ` · ${count(officeWords.staffCount[language], after.staffCount)}`}
        </p>
      )}
    </li>
  );
}
