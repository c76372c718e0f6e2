import type { QualityView } from '#contracts';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useQuality } from '../api/quality.js';
import { ManagerPage } from '../ledger/manager-page.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { dashboardTexts } from '../text/dashboard-texts.js';
import { qualityTexts } from '../text/quality-texts.js';
import { useTexts, type Texts } from '../text/use-texts.js';
import { HourCosts } from './hour-costs.js';

/** The drawings come with their own code, which nobody else needs. */
const Line = lazy(async () => ({ default: (await import('../charts/line.js')).Line }));
const Bars = lazy(async () => ({ default: (await import('../charts/bars.js')).Bars }));

const WRITERS = {
  number: (format: Texts['format'], value: number) => format.number(value),
  share: (format: Texts['format'], value: number) => format.percent(value / 1000),
  percent: (_: Texts['format'], value: number) => `${value} %`,
  tenths: (format: Texts['format'], value: number) => format.hours(value * 360),
  minutes: (format: Texts['format'], value: number) => format.duration(value * 60),
  cents: (format: Texts['format'], value: number) => format.euros(value),
} as const;

const ofVisits = {
  planned: 'number',
  given: 'number',
  missed: 'number',
  refused: 'number',
  short: 'number',
  punctual: 'share',
  people: 'tenths',
  mostPeople: 'number',
  plannedMinutes: 'minutes',
  deliveredMinutes: 'minutes',
} as const;
const ofTime = {
  travelShare: 'share',
  waitingMinutes: 'minutes',
  lowestLoad: 'percent',
  highestLoad: 'percent',
  costPerHour: 'cents',
} as const;
const ofAll = { ...ofVisits, ...ofTime } as const;

type Figure = keyof typeof ofAll;
const figures = Object.keys(ofAll) as readonly Figure[];
type VisitFigure = keyof typeof ofVisits;
const visitFigures = Object.keys(ofVisits) as readonly VisitFigure[];

function written(format: Texts['format'], figure: Figure, value: number | null): string {
  return value === null ? '–' : WRITERS[ofAll[figure]](format, value);
}

/** Continuity, punctuality, missed and short visits, travel, waiting and load: in all, week by week, by district. */
export function QualityPage() {
  const { language } = useTexts();
  return <ManagerPage title={qualityTexts.title[language]}>{(_, today) => <Period today={today} />}</ManagerPage>;
}

function Period({ today }: { readonly today: string }) {
  const { language } = useTexts();
  const [weeks, setWeeks] = useState(4);
  const quality = useQuality({ from: dayBefore(today, weeks * 7), to: dayBefore(today, 1) });
  return (
    <>
      <div className="ledger-choice">
        <label>
          {qualityTexts.period[language]}{' '}
          <select value={weeks} onChange={({ target }) => setWeeks(Number(target.value))}>
            <option value={4}>{qualityTexts.weeks4[language]}</option>
            <option value={12}>{qualityTexts.weeks12[language]}</option>
          </select>
        </label>
      </div>
      {quality.isPending && <Waiting rows={6} kind="plans" />}
      {quality.isError && <Failed failure={quality.error} retry={() => void quality.refetch()} />}
      {quality.data &&
        (quality.data.total.planned === 0 ? (
          <Empty icon="calendar" title={qualityTexts.empty[language]} />
        ) : (
          <Quality quality={quality.data} />
        ))}
    </>
  );
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function Quality({ quality: { total, weeks, districts } }: { readonly quality: QualityView }) {
  const { language, format } = useTexts();
  return (
    <>
      <dl className="ledger-figures">
        {figures.map((figure) => (
          <div key={figure} className="panel">
            <dt>{qualityTexts[figure][language]}</dt>
            <dd>{written(format, figure, total[figure])}</dd>
          </div>
        ))}
      </dl>
      <HourCosts />
      <Trend weeks={weeks} />
      <Districts districts={districts} />
    </>
  );
}

function Trend({ weeks }: Pick<QualityView, 'weeks'>) {
  const { language, format } = useTexts();
  const [figure, setFigure] = useState<Figure>('punctual');
  const names = useMemo(() => weeks.map(({ from }) => format.day(from, 'tab')), [weeks, format]);
  const values = useMemo(() => weeks.map((week) => week[figure]), [weeks, figure]);
  const write = useCallback((value: number) => written(format, figure, value), [format, figure]);
  return (
    <section aria-labelledby="quality-trend">
      <div className="ledger-choice">
        <h2 id="quality-trend">{qualityTexts.trend[language]}</h2>
        <FigureChoice of={figures} chosen={figure} choose={setFigure} />
      </div>
      <Suspense fallback={<Waiting rows={2} kind="plans" />}>
        <Line label={qualityTexts[figure][language]} names={names} values={values} write={write} />
      </Suspense>
      <Table
        id="quality-trend"
        head={qualityTexts.week[language]}
        columns={figures}
        rows={weeks.map((week) => [format.days(week.from, week.to), week])}
      />
    </section>
  );
}

/** Districts side by side: the chosen figure drawn, all of them in the table. */
function Districts({ districts }: Pick<QualityView, 'districts'>) {
  const { language, format } = useTexts();
  const [figure, setFigure] = useState<VisitFigure>('punctual');
  const rows = useMemo(
    () => districts.map((one) => [one.name === '' ? dashboardTexts.noDistrict[language] : one.name, one] as const),
    [districts, language],
  );
  const bars = useMemo(() => rows.map(([name, one]) => ({ name, whole: one[figure], part: one[figure] })), [rows, figure]);
  const write = useCallback((value: number) => written(format, figure, value), [format, figure]);
  return (
    <section aria-labelledby="quality-districts">
      <div className="ledger-choice">
        <h2 id="quality-districts">{qualityTexts.districts[language]}</h2>
        <FigureChoice of={visitFigures} chosen={figure} choose={setFigure} />
      </div>
      <Suspense fallback={<Waiting rows={2} kind="plans" />}>
        <Bars label={`${qualityTexts.districts[language]}: ${qualityTexts[figure][language]}`} bars={bars} write={write} />
      </Suspense>
      <Table id="quality-districts" head={qualityTexts.district[language]} columns={visitFigures} rows={rows} />
    </section>
  );
}

interface FigureChoiceProps<Name extends Figure> {
  readonly of: readonly Name[];
  readonly chosen: Name;
  readonly choose: (figure: Name) => void;
}

/** Which figure is drawn. */
function FigureChoice<Name extends Figure>({ of, chosen, choose }: FigureChoiceProps<Name>) {
  const { language } = useTexts();
  return (
    <label>
      {qualityTexts.chart[language]}{' '}
      <select value={chosen} onChange={({ target }) => choose(target.value as Name)}>
        {of.map((one) => (
          <option key={one} value={one}>
            {qualityTexts[one][language]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TableProps<Column extends Figure> {
  readonly id: string;
  readonly head: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly [string, Readonly<Record<Column, number | null>>])[];
}

function Table<Column extends Figure>({ id, head, columns, rows }: TableProps<Column>) {
  const { language, format } = useTexts();
  return (
    <div className="ledger-scroll panel" tabIndex={0} role="region" aria-labelledby={id}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="amount">
                {qualityTexts[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, row]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td key={column} className="amount">
                  {written(format, column, row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
