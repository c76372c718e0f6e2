import type { GrowthCell, GrowthDraw, GrowthResult as Result } from '#contracts';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Waiting } from '../shell/states.js';
import { growthTexts } from '../text/growth-texts.js';
import { ledgerTexts } from '../text/ledger-texts.js';
import { professionName } from '../text/names.js';
import { useTexts, type Texts } from '../text/use-texts.js';
import { rangeOf, type Range } from './ranges.js';

/** The drawing comes with its own code, which nobody else needs. */
const Bars = lazy(async () => ({ default: (await import('../charts/bars.js')).Bars }));

const groupings = { profession: 'byProfession', district: 'byDistrict', part: 'byPart' } as const;
type Grouping = keyof typeof groupings;

const PARTS: readonly string[] = ['morning', 'noon', 'evening'];
/** More bars are not to be read; the table has them all. */
const MOST_BARS = 16;

type Sums = Omit<GrowthCell, 'profession' | 'district' | 'part'>;
interface Group {
  readonly key: string;
  readonly name: string;
  /** One a draw. */
  readonly sums: readonly Sums[];
}

const fields = ['needNow', 'coveredNow', 'need', 'covered', 'shifts', 'beyond'] as const satisfies readonly (keyof Sums)[];

function summed(cells: readonly Sums[]): Sums {
  const sum = (field: keyof Sums): number => cells.reduce((total, cell) => total + cell[field], 0);
  return Object.fromEntries(fields.map((field) => [field, sum(field)])) as unknown as Sums;
}

/** Parts of the day in their order, everything else by what is uncovered, the most first. */
function groupsOf(draws: readonly GrowthDraw[], by: Grouping, { text, language }: Texts): readonly Group[] {
  const nameOf = (key: string): string => {
    if (by === 'profession') return professionName(text, key);
    if (by === 'part') return growthTexts[key as GrowthCell['part']][language];
    return key === '' ? growthTexts.noDistrict[language] : key;
  };
  const keys = [...new Set(draws.flatMap(({ cells }) => cells.map((cell) => cell[by])))];
  const groups = keys.map((key) => ({
    ...{ key, name: nameOf(key) },
    sums: draws.map(({ cells }) => summed(cells.filter((cell) => cell[by] === key))),
  }));
  const missing = (group: Group): number => over(group, MEASURES.missing).median;
  return groups.sort((a, b) =>
    by === 'part' ? PARTS.indexOf(a.key) - PARTS.indexOf(b.key) : missing(b) - missing(a) || (a.name < b.name ? -1 : 1),
  );
}

const over = ({ sums }: Group, measure: (sums: Sums) => number): Range => rangeOf(sums.map(measure));

/** Minutes, and shifts. */
const MEASURES = {
  uncoveredNow: ({ needNow, coveredNow }: Sums) => needNow - coveredNow,
  need: ({ need }: Sums) => need,
  covered: ({ covered }: Sums) => covered,
  missing: ({ need, covered }: Sums) => need - covered,
  shifts: ({ shifts }: Sums) => shifts,
  beyond: ({ beyond }: Sums) => beyond,
} as const;
const columns = Object.keys(MEASURES) as readonly (keyof typeof MEASURES)[];

/** The median, and below it how far the draws lie apart. */
function Amount({ range: { least, median, most }, write }: { readonly range: Range; readonly write: (value: number) => string }) {
  return (
    <td className="amount">
      {write(median)}
      {write(least) !== write(most) && (
        <span className="soft small">
          {write(least)}–{write(most)}
        </span>
      )}
    </td>
  );
}

/** What is missing: the people, then hours and shifts by profession, district or time of day. */
export function GrowthResult({ id, result }: { readonly id: string; readonly result: Result }) {
  const { language, format, fill } = useTexts();
  const total: Group = { key: 'total', name: growthTexts.total[language], sums: result.draws.map(({ cells }) => summed(cells)) };
  return (
    <>
      <p>
        {fill(growthTexts.short[language], {
          n: format.number(result.clients),
          now: format.number(result.clientsNow),
          hours: format.number(over(total, MEASURES.missing).median / 60),
          need: format.number(over(total, MEASURES.need).median / 60),
        })}
      </p>
      <div className="ledger-choice">
        {result.draws.length > 1 && <p className="soft">{fill(growthTexts.ranges[language], { n: result.draws.length })}</p>}
        {(['xlsx', 'csv'] as const).map((type) => (
          <a key={type} className="button" href={`/api/v1/growth/${id}/result.${type}`} download>
            {ledgerTexts[type === 'csv' ? 'file' : 'workbook'][language]}
          </a>
        ))}
      </div>
      <People draws={result.draws} />
      <Where draws={result.draws} total={total} />
    </>
  );
}

/** What the draws say of each profession, the most shifts first. */
function professionsOf(draws: Result['draws']) {
  const names = [...new Set(draws.flatMap(({ professions }) => professions.map(({ profession }) => profession)))];
  return names
    .map((profession) => {
      const own = draws.flatMap(({ professions }) => professions.filter((one) => one.profession === profession));
      const range = (field: 'shifts' | 'people'): Range => rangeOf(own.map((one) => one[field]));
      return { profession, perPerson: own[0].shiftsPerPerson, shifts: range('shifts'), people: range('people') };
    })
    .sort((a, b) => b.shifts.median - a.shifts.median);
}

function People({ draws }: Pick<Result, 'draws'>) {
  const { text, language, format } = useTexts();
  return (
    <section aria-labelledby="growth-people">
      <h2 id="growth-people">{growthTexts.peopleTitle[language]}</h2>
      <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="growth-people">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{growthTexts.profession[language]}</th>
              {(['shifts', 'perPerson', 'people'] as const).map((column) => (
                <th key={column} scope="col" className="amount">
                  {growthTexts[column][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {professionsOf(draws).map(({ profession, perPerson, shifts, people }) => (
              <tr key={profession}>
                <th scope="row">{professionName(text, profession)}</th>
                <Amount range={shifts} write={format.number} />
                <td className="amount">{perPerson === 0 ? growthTexts.nobody[language] : format.hours(perPerson * 360)}</td>
                {perPerson === 0 ? <td className="amount">–</td> : <Amount range={people} write={format.number} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Where({ draws, total }: Pick<Result, 'draws'> & { readonly total: Group }) {
  const texts = useTexts();
  const { language, format } = texts;
  const [by, setBy] = useState<Grouping>('profession');
  const groups = useMemo(() => groupsOf(draws, by, texts), [draws, by, texts]);
  const bars = useMemo(
    () =>
      groups.slice(0, MOST_BARS).map((group) => ({
        name: group.name,
        whole: over(group, MEASURES.need).median / 60,
        part: over(group, MEASURES.covered).median / 60,
      })),
    [groups],
  );
  const write = useCallback((value: number) => format.number(value), [format]);
  return (
    <section aria-labelledby="growth-where">
      <div className="ledger-choice">
        <h2 id="growth-where">{growthTexts.where[language]}</h2>
        <label>
          {growthTexts.by[language]}{' '}
          <select value={by} onChange={({ target }) => setBy(target.value as Grouping)}>
            {(Object.keys(groupings) as Grouping[]).map((one) => (
              <option key={one} value={one}>
                {growthTexts[groupings[one]][language]}
              </option>
            ))}
          </select>
        </label>
        <p className="growth-legend soft small" aria-hidden="true">
          <span className="covered" /> {growthTexts.covered[language]} <span className="missing" />{' '}
          {growthTexts.missing[language]}
        </p>
      </div>
      <Suspense fallback={<Waiting rows={2} kind="plans" />}>
        <Bars label={growthTexts.chart[language]} bars={bars} write={write} />
      </Suspense>
      <Hours groups={groups} total={total} />
    </section>
  );
}

function Hours({ groups, total }: { readonly groups: readonly Group[]; readonly total: Group }) {
  const { language, format } = useTexts();
  const write = (column: keyof typeof MEASURES) => (value: number) =>
    column === 'shifts' ? format.number(value) : format.hours(value * 60);
  const row = (group: Group) => (
    <tr key={group.key}>
      <th scope="row">{group.name}</th>
      {columns.map((column) => (
        <Amount key={column} range={over(group, MEASURES[column])} write={write(column)} />
      ))}
    </tr>
  );
  return (
    <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby="growth-where">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{growthTexts.group[language]}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="amount">
                {growthTexts[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{groups.map(row)}</tbody>
        <tfoot>{row(total)}</tfoot>
      </table>
    </div>
  );
}
