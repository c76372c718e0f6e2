import type { RouteView } from '#contracts';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useRoutes } from '../api/plans.js';
import { Icon } from '../shell/icons.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';
import { axisFor, hourMarks, type Axis } from './axis.js';
import { HoverCard } from './hover-card.js';
import { Legend } from './legend.js';
import { whereabouts } from './partners.js';
import { RouteRow } from './route-row.js';
import { findRoutes, professionsOf, type Sought } from './search.js';
import './board.css';

/** Everybody's routes on one day: a row a person, time across. */
export function Board({ planId, day }: { readonly planId: string; readonly day: string }) {
  const { text } = useTexts();
  const routes = useRoutes(planId, day);
  return (
    <section className="board-section" aria-labelledby="board-title">
      <h2 id="board-title">{text.board.title}</h2>
      {routes.isPending && <Waiting rows={12} kind="board" />}
      {routes.isError && <Failed failure={routes.error} retry={() => void routes.refetch()} />}
      {routes.data?.length === 0 && <Empty icon="calendar" title={text.board.empty} />}
      {routes.data && routes.data.length > 0 && <Routes day={day} routes={routes.data} />}
    </section>
  );
}

function Routes({ day, routes }: { readonly day: string; readonly routes: readonly RouteView[] }) {
  const { text, count } = useTexts();
  const [sought, setSought] = useState<Sought>({ words: '', profession: '' });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const board = useRef<HTMLDivElement>(null);
  const settled = useDeferredValue(sought);
  const axis = useMemo(() => axisFor(day, routes), [day, routes]);
  const places = useMemo(() => whereabouts(routes), [routes]);
  const found = useMemo(() => findRoutes(routes, settled), [routes, settled]);
  const toggle = (shift: string, to?: boolean) =>
    setOpen((before) => {
      const after = new Set(before);
      if (to ?? !after.has(shift)) after.add(shift);
      else after.delete(shift);
      return after;
    });
  const allOpen = found.length > 0 && found.every((route) => open.has(route.shift));
  const filtered = sought.words.trim() !== '' || sought.profession !== '';
  return (
    <>
      <div className="board-tools">
        <Search sought={sought} setSought={setSought} professions={professionsOf(routes)} />
        <p className="soft" role="status">
          {filtered ? count(text.board.found, found.length) : count(text.plan.routes, routes.length)}
        </p>
        <button
          type="button"
          className="button quiet"
          onClick={() => setOpen(allOpen ? new Set() : new Set(found.map((route) => route.shift)))}
        >
          {allOpen ? text.board.collapseAll : text.board.expandAll}
        </button>
      </div>
      <Legend />
      <div className="board panel" ref={board}>
        <Hours axis={axis} />
        {found.length === 0 && <p className="board-none">{text.board.none}</p>}
        <ul className="routes">
          {found.map((route) => (
            <RouteRow
              key={route.shift}
              route={route}
              axis={axis}
              places={places}
              sought={settled}
              open={open.has(route.shift)}
              toggle={toggle}
            />
          ))}
        </ul>
        <HoverCard board={board} places={places} />
      </div>
    </>
  );
}

interface SearchProps {
  readonly sought: Sought;
  readonly setSought: (sought: Sought) => void;
  readonly professions: readonly string[];
}

function Search({ sought, setSought, professions }: SearchProps) {
  const { text } = useTexts();
  return (
    <search className="board-search">
      <label className="search-field">
        <span className="unseen">{text.board.search}</span>
        <Icon name="search" />
        <input
          type="search"
          value={sought.words}
          placeholder={text.board.search}
          onChange={(event) => setSought({ ...sought, words: event.target.value })}
        />
      </label>
      <label>
        <span className="unseen">{text.board.staffGroup}</span>
        <select value={sought.profession} onChange={(event) => setSought({ ...sought, profession: event.target.value })}>
          <option value="">{text.board.everyone}</option>
          {professions.map((code) => (
            <option key={code} value={code}>
              {professionName(text, code)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

/** The hours above the bars; the rows say their times themselves. */
function Hours({ axis }: { readonly axis: Axis }) {
  return (
    <div className="board-hours" aria-hidden="true">
      <div className="hours">
        {hourMarks(axis).map(({ hour, left }) => (
          <span key={left} style={{ left: `${left}%` }} className={hour % 2 === 0 ? undefined : 'odd-hour'}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  );
}
