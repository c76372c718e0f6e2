import type { GrowthCell, GrowthResult as Result } from '#contracts';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Waiting } from '../shell/states.js';
import { growthTexts } from '../text/growth-texts.js';
import { professionName } from '../text/names.js';
import { useTexts, type Texts } from '../text/use-texts.js';

/** The drawing comes with its own code, which nobody else needs. */
const Bars = lazy(async () => ({ default: (await import('./bars.js')).Bars }));

const groupings = { profession: 'byProfession', district: 'byDistrict', part: 'byPart' } as const;
type Grouping = keyof typeof groupings;

const PARTS: readonly string[] = ['morning', 'noon', 'evening'];
/** More bars are not to be read; the table has them all. */
const MOST_BARS = 16;

type Sums = Omit<GrowthCell, 'profession' | 'district' | 'part'>;
interface Group extends Sums {
  readonly key: string;
  readonly name: string;
}

const fields = ['needNow', 'coveredNow', 'need', 'covered', 'shifts', 'beyond'] as const satisfies readonly (keyof Sums)[];

function summed(cells: readonly Sums[]): Sums {
  const sum = (field: keyof Sums): number => cells.reduce((total, cell) => total + cell[field], 0);
  return Object.fromEntries(fields.map((field) => [field, sum(field)])) as unknown as Sums;
}

/** Parts of the day in their order, everything else by what is uncovered, the most first. */
function groupsOf(cells: readonly GrowthCell[], by: Grouping, { text, language }: Texts): readonly Group[] {
  const nameOf = (key: string): string => {
    if (by === 'profession') return professionName(text, key);
    if (by === 'part') return growthTexts[key as GrowthCell['part']][language];
    return key === '' ? growthTexts.noDistrict[language] : key;
  };
  const keys = [...new Set(cells.map((cell) => cell[by]))];
  const groups = keys.map((key) => ({ key, name: nameOf(key), ...summed(cells.filter((cell) => cell[by] === key)) }));
  const missing = ({ need, covered }: Sums): number => need - covered;
  return groups.sort((a, b) =>
    by === 'part' ? PARTS.indexOf(a.key) - PARTS.indexOf(b.key) : missing(b) - missing(a) || (a.name < b.name ? -1 : 1),
  );
}

/** What is missing: the people, then hours and shifts by profession, district or time of day. */
export function GrowthResult({ result }: { readonly result: Result }) {
  const { language, format, fill } = useTexts();
  const total = summed(result.cells);
  return (
    <>
      <p>
        {fill(growthTexts.short[language], {
          n: format.number(result.clients),
          now: format.number(result.clientsNow),
          hours: format.number((total.need - total.covered) / 60),
          need: format.number(total.need / 60),
        })}
      </p>
      <People professions={result.professions} />
      <Where cells={result.cells} total={total} />
    </>
  );
}

function People({ professions }: Pick<Result, 'professions'>) {
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
            {[...professions]
              .sort((a, b) => b.shifts - a.shifts)
              .map(({ profession, shifts, shiftsPerPerson, people }) => (
                <tr key={profession}>
                  <th scope="row">{professionName(text, profession)}</th>
                  <td className="amount">{format.number(shifts)}</td>
                  <td className="amount">
                    {shiftsPerPerson === 0 ? growthTexts.nobody[language] : format.hours(shiftsPerPerson * 360)}
                  </td>
                  <td className="amount">{shiftsPerPerson === 0 ? '–' : format.number(people)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Where({ cells, total }: { readonly cells: readonly GrowthCell[]; readonly total: Sums }) {
  const texts = useTexts();
  const { language, format } = texts;
  const [by, setBy] = useState<Grouping>('profession');
  const groups = useMemo(() => groupsOf(cells, by, texts), [cells, by, texts]);
  const bars = useMemo(
    () => groups.slice(0, MOST_BARS).map(({ name, need, covered }) => ({ name, whole: need / 60, part: covered / 60 })),
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
      <Hours groups={groups} total={{ key: 'total', name: growthTexts.total[language], ...total }} />
    </section>
  );
}

const columns = ['uncoveredNow', 'need', 'covered', 'missing', 'shifts', 'beyond'] as const;

function Hours({ groups, total }: { readonly groups: readonly Group[]; readonly total: Group }) {
  const { language, format } = useTexts();
  const figuresOf = ({ needNow, coveredNow, need, covered, shifts, beyond }: Sums): Record<(typeof columns)[number], string> => ({
    uncoveredNow: format.hours((needNow - coveredNow) * 60),
    need: format.hours(need * 60),
    covered: format.hours(covered * 60),
    missing: format.hours((need - covered) * 60),
    shifts: format.number(shifts),
    beyond: format.hours(beyond * 60),
  });
  const row = (group: Group) => (
    <tr key={group.key}>
      <th scope="row">{group.name}</th>
      {columns.map((column) => (
        <td key={column} className="amount">
          {figuresOf(group)[column]}
        </td>
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
