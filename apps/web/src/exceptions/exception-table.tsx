import type { ExceptionReason, ExceptionView } from '#contracts';
import { useState } from 'react';
import { exceptionReasonTexts, exceptionTexts } from '../text/exception-texts.js';
import { ledgerCauseTexts } from '../text/ledger-texts.js';
import { fill } from '../text/messages.js';
import { forcedTexts } from '../text/phone-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';

/** Rows shown at first; each press shows as many more. */
const PAGE = 100;

interface TableProps {
  readonly visits: readonly ExceptionView[];
  readonly chosen: ReadonlySet<string>;
  /** Null: nothing can be chosen. */
  readonly choose: ((chosen: ReadonlySet<string>) => void) | null;
}

/** What was planned, what happened, and what of it lies outside the limits. */
export function ExceptionTable({ visits, chosen, choose }: TableProps) {
  const { language, text, count } = useTexts();
  const [most, setMost] = useState(PAGE);
  const all = visits.every(({ visit }) => chosen.has(visit));
  const toggle = (visit: string): void => {
    const next = new Set(chosen);
    if (!next.delete(visit)) next.add(visit);
    choose?.(next);
  };
  return (
    <div className="ledger-scroll panel" tabIndex={0} role="region" aria-label={exceptionTexts.title[language]}>
      <table className="ledger exceptions">
        <thead>
          <tr>
            {choose && (
              <td>
                <input
                  type="checkbox"
                  aria-label={exceptionTexts.selectAll[language]}
                  checked={all}
                  onChange={() => choose(all ? new Set() : new Set(visits.map(({ visit }) => visit)))}
                />
              </td>
            )}
            {(['visit', 'planned', 'given', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {exceptionTexts[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.slice(0, most).map((visit) => (
            <Row key={visit.visit} visit={visit} chosen={chosen.has(visit.visit)} toggle={choose ? toggle : null} />
          ))}
        </tbody>
      </table>
      {visits.length > most && (
        <button type="button" className="button quiet" onClick={() => setMost(most + PAGE)}>
          {count(text.import.more, Math.min(PAGE, visits.length - most))}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly visit: ExceptionView;
  readonly chosen: boolean;
  readonly toggle: ((visit: string) => void) | null;
}

function Row({ visit, chosen, toggle }: RowProps) {
  const { language, format } = useTexts();
  const { client, date, account, tasks, deliveries, reasons } = visit;
  const name = `${client}, ${format.day(date, 'tab')}`;
  return (
    <tr>
      {toggle && (
        <td>
          <input
            type="checkbox"
            aria-label={fill(exceptionTexts.select[language], { visit: name })}
            checked={chosen}
            onChange={() => toggle(visit.visit)}
          />
        </td>
      )}
      <th scope="row">
        {name}
        <span className="soft small">
          {account} · {tasks.map((task) => taskName(language, task)).join(', ')}
        </span>
      </th>
      <td>
        {deliveries.map(({ planned }, i) => (
          <Stay key={i} stay={planned} none={exceptionTexts.unplanned[language]} />
        ))}
      </td>
      <td>
        {deliveries.map(({ given }, i) => (
          <Stay key={i} stay={given} none={exceptionTexts.nobody[language]} />
        ))}
      </td>
      <td>
        <ul className="causes small">
          {reasons.map((reason, i) => (
            <li key={i}>{reasonText(language, reason)}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

interface StayProps {
  readonly stay: { readonly staff: string | null; readonly start: string; readonly end: string | null } | null;
  readonly none: string;
}

function Stay({ stay, none }: StayProps) {
  const { language, format } = useTexts();
  if (!stay) return <p className="soft">{none}</p>;
  return (
    <p>
      {format.time(stay.start)}–{stay.end === null ? exceptionTexts.stillThere[language] : format.time(stay.end)}
      <span className="soft small">{stay.staff}</span>
    </p>
  );
}

/** What is outside the limits, with what was said of it. */
function reasonText(language: 'lv' | 'en' | 'ru', { code, actual, limit, cause }: ExceptionReason): string {
  const words = fill(exceptionReasonTexts[code][language], { actual, limit });
  if (cause === undefined) return words;
  const said = code === 'forced' ? forcedTexts[cause as keyof typeof forcedTexts]?.[language] : undefined;
  return `${words}: ${said ?? ledgerCauseTexts[cause]?.[language] ?? cause}`;
}
