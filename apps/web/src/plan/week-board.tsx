import type { PlanSummary, UnservedView, WeekRouteView, WorkingTimeView } from '#contracts';
import { useMemo } from 'react';
import { useEditing, useWorkingTime } from '../api/advice.js';
import { useWeek } from '../api/plans.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { adviceWords } from '../text/advice-texts.js';
import { compareCounts } from '../text/compare-texts.js';
import { professionName } from '../text/names.js';
import { weekWords } from '../text/week-texts.js';
import { useTexts } from '../text/use-texts.js';
import { loadOf, weekRows, type WeekCell, type WeekRow } from './week-rows.js';
import './week.css';

interface WeekBoardProps {
  readonly plan: PlanSummary;
  readonly days: readonly string[];
  readonly unserved: readonly UnservedView[];
}

/** Everybody's days of a plan: a row a person, a column a day; a cell opens the day at that person. */
export function WeekBoard({ plan, days, unserved }: WeekBoardProps) {
  const week = useWeek(plan.id);
  const editing = useEditing(plan.id, plan.status === 'draft');
  const findings = useWorkingTime(plan.id);
  if (week.isError) return <Failed failure={week.error} retry={() => void week.refetch()} />;
  if (!week.data || editing.isLoading) return <Waiting rows={12} kind="board" />;
  return (
    <Table {...{ plan, days, unserved }} routes={week.data} shifts={editing.data?.shifts ?? []} findings={findings.data ?? []} />
  );
}

interface TableProps extends WeekBoardProps {
  readonly routes: readonly WeekRouteView[];
  readonly shifts: Parameters<typeof weekRows>[1];
  readonly findings: readonly WorkingTimeView[];
}

function Table({ plan, days, unserved, routes, shifts, findings }: TableProps) {
  const { language, format, text } = useTexts();
  const rows = useMemo(() => weekRows(routes, shifts), [routes, shifts]);
  if (rows.length === 0) return <Empty icon="calendar" title={text.board.empty} />;
  return (
    <div className="week panel" role="group" tabIndex={0} aria-label={weekWords.title[language]}>
      <table>
        <caption className="unseen">{weekWords.title[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{weekWords.staff[language]}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {format.day(day, 'tab')}
              </th>
            ))}
            <th scope="col">{weekWords.sum[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.staff}
              {...{ row, days, plan }}
              findings={findings.filter(({ staff }) => staff === row.staff).map(({ words }) => format.sentence(words[language]))}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{weekWords.leftOut[language]}</th>
            {days.map((day) => (
              <td key={day}>{format.number(unserved.filter(({ date }) => date === day).length)}</td>
            ))}
            <td>{format.number(unserved.length)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: WeekRow;
  readonly days: readonly string[];
  readonly plan: PlanSummary;
  readonly findings: readonly string[];
}

function Row({ row, days, plan, findings }: RowProps) {
  const { text, format, fill, language } = useTexts();
  const cells = [...row.days.values()].flat();
  const work = cells.reduce((sum, { workSeconds }) => sum + workSeconds, 0);
  const words = findings.join(' ');
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span className="soft small">{professionName(text, row.profession)}</span>
      </th>
      {days.map((day) => (
        <td key={day}>
          {(row.days.get(day) ?? []).map((cell) => (
            <Cell key={cell.shift} {...{ cell, day, plan }} who={row.name} />
          ))}
        </td>
      ))}
      <td className={words === '' ? undefined : 'has-finding'} title={words || undefined}>
        {words !== '' && <Icon name="warn" />} {format.duration(work)}
        {words !== '' && <span className="unseen">{fill(adviceWords.attention[language], { words })}</span>}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly cell: WeekCell;
  readonly day: string;
  readonly plan: PlanSummary;
  readonly who: string;
}

function Cell({ cell, day, plan, who }: CellProps) {
  const { language, format, fill, count } = useTexts();
  const load = loadOf(cell);
  const percent = format.percent(cell.shiftSeconds > 0 ? cell.workSeconds / cell.shiftSeconds : 0);
  return (
    <Link
      className="week-cell"
      data-load={load}
      href={`/plans/${plan.id}?day=${day}&row=${cell.shift}`}
      title={fill(weekWords.load[language], { percent })}
    >
      <span className="unseen">{fill(weekWords.open[language], { who, day: format.day(day, 'tab') })} </span>
      {load === 'free' ? (
        weekWords.free[language]
      ) : (
        <>
          <span>{count(compareCounts.visits[language], cell.visits)}</span> <span>{format.duration(cell.workSeconds)}</span>
        </>
      )}
    </Link>
  );
}
