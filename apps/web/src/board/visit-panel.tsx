import type { CandidatesView, CandidateView, EditingView, MoveInput, RouteView, UnservedView, VerdictView } from '#contracts';
import { useEffect, useRef, useState } from 'react';
import { judge, useCandidates, useRemedies } from '../api/advice.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { professionName } from '../text/names.js';
import { isBarred } from './barred.js';
import { Failed, Waiting } from '../shell/states.js';
import { adviceWords, remedyTexts } from '../text/advice-texts.js';
import { instantAtWall, wallClock, wallMinutes } from '../text/format.js';
import { useTexts } from '../text/use-texts.js';
import type { Proposals } from './use-proposals.js';
import { ruleSentence, signed, VerdictText, wishSentence } from './verdict-text.js';
import './panel.css';

/** A visit part somebody wants to do something about; without a shift it is one left out. */
export interface Chosen {
  readonly visit: string;
  readonly part: number;
  readonly client: string;
  readonly shift: string | null;
  readonly start: string | null;
}

interface VisitPanelProps {
  readonly planId: string;
  readonly day: string;
  readonly chosen: Chosen;
  readonly rows: readonly RouteView[];
  readonly unserved: readonly UnservedView[];
  readonly editing: EditingView;
  readonly proposals: Proposals;
  readonly close: () => void;
}

/** Everything that can be done about one visit, by mouse or keyboard: who can take it, another time, locks, out of the plan. */
export function VisitPanel(props: VisitPanelProps) {
  const { chosen, close, proposals, editing, rows, unserved } = props;
  const { language, format } = useTexts();
  const left = unserved.find(({ visit }) => visit === chosen.visit);
  const clientId = left?.clientId ?? rows.flatMap(({ stops }) => stops).find(({ visit }) => visit === chosen.visit)?.clientId;
  const barred = left !== undefined && isBarred(left);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, [chosen.visit, chosen.part]);
  return (
    <aside
      ref={panel}
      className="visit-panel panel"
      tabIndex={-1}
      aria-label={chosen.client}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>{clientId ? <Link href={`/clients/${encodeURIComponent(clientId)}`}>{chosen.client}</Link> : chosen.client}</h2>
        {chosen.start !== null && <p className="soft">{format.time(chosen.start)}</p>}
        <button type="button" className="button quiet" aria-label={adviceWords.close[language]} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {!barred && <Ranked {...props} />}
      {chosen.shift === null ? (
        <Repairs {...props} place={left?.neighbourhood ?? left?.address ?? ''} atOnce={barred} />
      ) : (
        <Locks chosen={chosen} editing={editing} proposals={proposals} />
      )}
      {!barred && <ByHand {...props} />}
      {chosen.shift !== null && (
        <button
          type="button"
          className="button"
          disabled={proposals.busy}
          onClick={() => void proposals.propose([{ kind: 'remove', visit: chosen.visit }])}
        >
          {adviceWords.takeOut[language]}
        </button>
      )}
    </aside>
  );
}

function Ranked({ planId, chosen, editing, proposals }: VisitPanelProps) {
  const { language } = useTexts();
  const found = useCandidates(planId, chosen.visit, editing.revision);
  return (
    <section className="ranked" aria-label={adviceWords.whoCan[language]}>
      <h3>{adviceWords.whoCan[language]}</h3>
      {found.isPending && <Waiting rows={4} kind="plan" />}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data?.candidates.length === 0 && <Nobody misses={found.data.misses} />}
      <ol>
        {found.data?.candidates.map((candidate) => (
          <Candidate
            key={candidate.staff.map(({ id, start }) => `${id}${start}`).join()}
            candidate={candidate}
            proposals={proposals}
          />
        ))}
      </ol>
    </section>
  );
}

/** Nobody can: who comes nearest, and what stands against it. */
function Nobody({ misses }: { readonly misses: CandidatesView['misses'] }) {
  const texts = useTexts();
  const { language, format } = texts;
  return (
    <>
      <p>{adviceWords.nobody[language]}</p>
      {misses.length > 0 && <h4>{adviceWords.nearest[language]}</h4>}
      <ul className="misses">
        {misses.map(({ id, name, start, rules }) => (
          <li key={`${id} ${start}`}>
            <strong>{name}</strong> {format.time(start)}
            <ul>
              {rules.map((rule, i) => (
                <li key={i} className="small">
                  {ruleSentence(texts, rule)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function Candidate({ candidate, proposals }: { readonly candidate: CandidateView; readonly proposals: Proposals }) {
  const texts = useTexts();
  const { language, format, fill } = texts;
  const { staff, costDelta, travelDelta, wishes, othersMoved, workSeconds, shiftSeconds, moves } = candidate;
  const facts = [
    fill(adviceWords.costs[language], { delta: signed(format.number(costDelta), costDelta) }),
    fill(adviceWords.travel[language], { delta: signed(format.duration(Math.abs(travelDelta)), travelDelta, true) }),
    fill(adviceWords.hours[language], { work: format.duration(workSeconds), shift: format.duration(shiftSeconds) }),
    ...(othersMoved > 0 ? [fill(adviceWords.moves[language], { n: othersMoved })] : []),
  ];
  return (
    <li className="candidate">
      <div>
        {staff.map(({ id, name, start, visitsInTwoWeeks: n }) => (
          <p key={id}>
            <strong>{name}</strong> {format.time(start)}{' '}
            <span className="soft small">{n > 0 ? fill(adviceWords.known[language], { n }) : adviceWords.newFace[language]}</span>
          </p>
        ))}
        <p className="soft small">{facts.join(' · ')}</p>
        {wishes.map((wish) => (
          <p key={wish.name} className="small candidate-wish">
            {wishSentence(texts, wish)}
          </p>
        ))}
      </div>
      <button
        type="button"
        className="button"
        disabled={proposals.busy}
        aria-label={`${adviceWords.give[language]}: ${staff.map(({ name }) => name).join(', ')}`}
        onClick={() => void proposals.propose(moves)}
      >
        {adviceWords.give[language]}
      </button>
    </li>
  );
}

interface RepairsProps extends VisitPanelProps {
  /** Where somebody called in would be needed. */
  readonly place: string;
  readonly atOnce: boolean;
}

function Repairs({ planId, chosen, place, atOnce }: RepairsProps) {
  const { language, format, fill, text } = useTexts();
  const [wanted, setWanted] = useState(atOnce);
  const found = useRemedies(planId, chosen.visit, wanted);
  return (
    <section className="repairs">
      {!wanted && (
        <button type="button" className="button" onClick={() => setWanted(true)}>
          {adviceWords.repairs[language]}
        </button>
      )}
      {wanted && <h3>{adviceWords.repairs[language]}</h3>}
      {wanted && found.isPending && <p role="status">{adviceWords.searching[language]}</p>}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data?.remedies.length === 0 && <p>{adviceWords.noRepair[language]}</p>}
      <ol>
        {found.data?.remedies.map(({ steps, costDelta }, i) => (
          <li key={i}>
            {steps
              .map(({ kind, client, staff, seconds, words, shift }) =>
                [
                  fill(remedyTexts[kind][language], {
                    client: client ?? '',
                    staff: staff ?? '',
                    time: format.duration(seconds ?? 0),
                    place,
                    profession: shift === null ? '' : professionName(text, shift.profession),
                    from: shift === null ? '' : format.time(shift.from),
                    to: shift === null ? '' : format.time(shift.to),
                  }),
                  words?.[language],
                ]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(', ')}{' '}
            {costDelta === null && <span className="soft small">{adviceWords.notProved[language]}</span>}
            {costDelta !== null && (
              <span className="soft small">
                {fill(adviceWords.costs[language], { delta: signed(format.short(costDelta), costDelta) })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Locks({ chosen, editing, proposals }: Pick<VisitPanelProps, 'chosen' | 'editing' | 'proposals'>) {
  const { language, fill } = useTexts();
  const pin = editing.pins.find(({ visit, part }) => visit === chosen.visit && part === chosen.part);
  const [person, setPerson] = useState((pin?.staff ?? null) !== null);
  const [time, setTime] = useState((pin?.start ?? null) !== null);
  const [reason, setReason] = useState(pin?.reason ?? '');
  const { visit, part } = chosen;
  return (
    <form
      className="locks"
      onSubmit={(event) => {
        event.preventDefault();
        proposals.pin({ visit, part, person, time, reason });
      }}
    >
      <fieldset>
        <legend>{adviceWords.locks[language]}</legend>
        <label>
          <input type="checkbox" checked={person} onChange={(event) => setPerson(event.target.checked)} />
          {adviceWords.lockPerson[language]}
        </label>
        <label>
          <input type="checkbox" checked={time} onChange={(event) => setTime(event.target.checked)} />
          {adviceWords.lockTime[language]}
        </label>
        <label className="field">
          <span>{adviceWords.reason[language]}</span>
          <input required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {pin && <p className="soft small">{fill(adviceWords.lockedBy[language], { by: pin.by, reason: pin.reason })}</p>}
        <button type="submit" className="button" disabled={proposals.busy || reason.trim() === ''}>
          {adviceWords.save[language]}
        </button>
      </fieldset>
    </form>
  );
}

function ByHand({ planId, day, chosen, rows, proposals }: VisitPanelProps) {
  const { language } = useTexts();
  const [shift, setShift] = useState(chosen.shift ?? rows[0]?.shift ?? '');
  const [clock, setClock] = useState(chosen.start === null ? '09:00' : wallClock(wallMinutes(chosen.start, day)));
  const [verdict, setVerdict] = useState<VerdictView | null>(null);
  const moves = (): readonly MoveInput[] => {
    const [hours, minutes] = clock.split(':').map(Number);
    const start = instantAtWall(day, 60 * hours + minutes);
    return [{ kind: 'put', visit: chosen.visit, part: chosen.part, shift, at: { start } }];
  };
  return (
    <form
      className="by-hand"
      onSubmit={(event) => {
        event.preventDefault();
        void judge(planId, moves()).then(setVerdict, () => setVerdict(null));
      }}
    >
      <h3>{adviceWords.byHand[language]}</h3>
      <label className="field">
        <span>{adviceWords.person[language]}</span>
        <select value={shift} onChange={(event) => setShift(event.target.value)}>
          {rows.map((row) => (
            <option key={row.shift} value={row.shift}>
              {row.staffName}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{adviceWords.time[language]}</span>
        <input type="time" required value={clock} onChange={(event) => setClock(event.target.value)} />
      </label>
      <div className="by-hand-buttons">
        <button type="submit" className="button">
          {adviceWords.check[language]}
        </button>
        <button type="button" className="button" disabled={proposals.busy} onClick={() => void proposals.propose(moves())}>
          {adviceWords.move[language]}
        </button>
      </div>
      {verdict && <VerdictText verdict={verdict} visit={chosen.visit} />}
    </form>
  );
}

/** What a visit of the tray is to the panel. */
export function chosenOf({ visit, client }: UnservedView): Chosen {
  return { visit, client, part: 1, shift: null, start: null };
}
