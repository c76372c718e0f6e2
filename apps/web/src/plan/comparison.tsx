import type { ComparisonView } from '#contracts';
import { useId, type ReactNode } from 'react';
import { signed } from '../board/verdict-text.js';
import { ScrollTable } from '../shell/scroll-table.js';
import { priceTexts } from '../text/advice-texts.js';
import { compareWords, figureTexts, visitCauses } from '../text/compare-texts.js';
import { changeTexts, effectTexts } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';

interface Rows<T> {
  readonly rows: readonly T[];
}

interface TableProps {
  readonly title: string;
  readonly head: readonly string[];
  readonly children: ReactNode;
}

function Table({ title, head, children }: TableProps) {
  const id = useId();
  return (
    <section className="panel compare-table" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ScrollTable label={title} heads={head} frame="differences-scroll" role="group">
        <tbody>{children}</tbody>
      </ScrollTable>
    </section>
  );
}

/** What changed in a figure, written like the figure. */
function Delta({
  before,
  after,
  write,
}: {
  readonly before: number;
  readonly after: number;
  readonly write: (n: number) => string;
}) {
  const delta = after - before;
  return <td className="number">{delta === 0 ? '=' : signed(write(Math.abs(delta)), delta, true)}</td>;
}

export function Figures({ rows }: Rows<ComparisonView['figures'][number]>) {
  const { language, format } = useTexts();
  const head = [compareWords.figure, compareWords.before, compareWords.after, compareWords.difference];
  return (
    <Table title={compareWords.figure[language]} head={head.map((name) => name[language])}>
      {rows.map(({ name, before, after }) => {
        const write = name.endsWith('Seconds') ? format.duration : format.number;
        return (
          <tr key={name}>
            <th scope="row">{figureTexts[name]?.[language] ?? name}</th>
            <td className="number">{name === 'changedVisits' ? '' : write(before)}</td>
            <td className="number">{write(after)}</td>
            {name === 'changedVisits' ? <td /> : <Delta {...{ before, after, write }} />}
          </tr>
        );
      })}
    </Table>
  );
}

export function Prices({ rows }: Rows<ComparisonView['prices'][number]>) {
  const { language, format } = useTexts();
  if (rows.length === 0) return null;
  const head = [compareWords.figure, compareWords.before, compareWords.after, compareWords.difference];
  return (
    <Table title={compareWords.prices[language]} head={head.map((name) => name[language])}>
      {rows.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row">{priceTexts[name]?.[language] ?? name}</th>
          <td className="number">{format.number(before)}</td>
          <td className="number">{format.number(after)}</td>
          <Delta {...{ before, after }} write={format.number} />
        </tr>
      ))}
    </Table>
  );
}

function useCause() {
  const { language, fill } = useTexts();
  return ({ cause, change }: Pick<ComparisonView['causes'][number], 'cause' | 'change'>): string => {
    const happened =
      change === null
        ? ''
        : ((changeTexts as Readonly<Record<string, { lv: string; en: string; ru: string }>>)[change]?.[language] ?? change);
    return fill(visitCauses[cause][language], { change: happened });
  };
}

export function Causes({ rows }: Rows<ComparisonView['causes'][number]>) {
  const { language, format } = useTexts();
  const causeOf = useCause();
  if (rows.length === 0) return null;
  return (
    <Table title={compareWords.causes[language]} head={[compareWords.cause[language], compareWords.changed[language]]}>
      {rows.map((row) => (
        <tr key={`${row.cause} ${row.change ?? ''}`}>
          <th scope="row">{causeOf(row)}</th>
          <td className="number">{format.number(row.visits)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function Visits({ rows }: Rows<ComparisonView['visits'][number]>) {
  const { language, format } = useTexts();
  const causeOf = useCause();
  if (rows.length === 0) return null;
  const head = (['day', 'client', 'what', 'was', 'is', 'newFaces', 'cause'] as const).map((name) => compareWords[name][language]);
  const place = (at: ComparisonView['visits'][number]['before']): string =>
    at === null ? '–' : `${format.time(at.start)} ${at.staff.join(', ')}`;
  return (
    <Table title={compareWords.visits[language]} head={head}>
      {rows.map((row) => (
        <tr key={row.visit} className={row.effect === 'unserved' ? 'is-lost' : undefined}>
          <td>{format.day(row.date, 'tab')}</td>
          <th scope="row">{row.client}</th>
          <td>{effectTexts[row.effect][language]}</td>
          <td>{place(row.before)}</td>
          <td>{place(row.after)}</td>
          <td>{row.newFaces.join(', ')}</td>
          <td>{causeOf(row)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function People({ rows }: Rows<ComparisonView['people'][number]>) {
  const { language, format } = useTexts();
  const head = (['staff', 'visitsCount', 'work', 'travel'] as const).map((name) => compareWords[name][language]);
  const both = (before: number, after: number, write: (n: number) => string): string =>
    before === after ? write(after) : `${write(before)} → ${write(after)}`;
  return (
    <Table title={compareWords.people[language]} head={head}>
      {rows.map(({ staff, name, before, after }) => (
        <tr key={staff}>
          <th scope="row">{name}</th>
          <td className="number">{both(before.visits, after.visits, format.number)}</td>
          <td className="number">{both(before.workSeconds, after.workSeconds, format.duration)}</td>
          <td className="number">{both(before.travelSeconds, after.travelSeconds, format.duration)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function Clients({ rows }: Rows<ComparisonView['clients'][number]>) {
  const { language, format } = useTexts();
  if (rows.length === 0) return null;
  const head = (['client', 'changed', 'faces', 'newFaces'] as const).map((name) => compareWords[name][language]);
  return (
    <Table title={compareWords.clients[language]} head={head}>
      {rows.map(({ client, name, changed, faces, newFaces }) => (
        <tr key={client}>
          <th scope="row">{name}</th>
          <td className="number">{format.number(changed)}</td>
          <td className="number">
            {format.number(faces.before)} → {format.number(faces.after)}
          </td>
          <td className="number">{format.number(newFaces)}</td>
        </tr>
      ))}
    </Table>
  );
}
