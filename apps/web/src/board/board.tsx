import type { EditingView, PlanSummary, RouteView, UnservedView, WorkingTimeView } from '#contracts';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useEditing, useLiveEdits, useWorkingTime } from '../api/advice.js';
import { useRoutes } from '../api/plans.js';
import { SharedFocus } from '../map/focus.js';
import { coloursOf } from '../map/route-shapes.js';
import { useAddress } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { adviceWords } from '../text/advice-texts.js';
import { professionName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';
import { axisFor } from './axis.js';
import { BoardMap, MapSwitch, useMapShown } from './board-map.js';
import { DragCard } from './drag-card.js';
import { EditingBar } from './editing-bar.js';
import { GroupSelect } from './group-select.js';
import { groupRows, type Grouping } from './groups.js';
import { HoverCard } from './hover-card.js';
import { Hours, NowLine } from './hours.js';
import { Legend } from './legend.js';
import { whereabouts } from './partners.js';
import { previewRows, rowsOf } from './preview.js';
import { ReasonDialog } from './reason-dialog.js';
import { RouteRow } from './route-row.js';
import { Search } from './board-search.js';
import { districtsOf, EVERYTHING, findRoutes, isSeeking, professionsOf, type Sought } from './search.js';
import { TrayStrip } from './tray-strip.js';
import { Unserved } from './unserved.js';
import { useBoardFocus } from './use-board-focus.js';
import { useDrag } from './use-drag.js';
import { useProposals } from './use-proposals.js';
import { chosenOf, VisitPanel, type Chosen } from './visit-panel.js';
import './board.css';
import './panel.css';

interface BoardProps {
  readonly plan: PlanSummary;
  readonly day: string;
  /** What the plan leaves out on the day. */
  readonly unserved: readonly UnservedView[];
}

/** Everybody's routes on one day: a row a person, time across; what is left out above. A draft can be changed. */
export function Board({ plan, day, unserved }: BoardProps) {
  const { text } = useTexts();
  const routes = useRoutes(plan.id, day);
  const editing = useEditing(plan.id, plan.status === 'draft');
  // Both at once: rows of people who are free would else push the others down.
  const ready = routes.data && !editing.isLoading;
  return (
    <section className="board-section" aria-labelledby="board-title">
      {ready && <Day plan={plan} day={day} routes={routes.data} editing={editing.data ?? null} unserved={unserved} />}
      {!ready && !routes.isError && <Waiting rows={12} kind="board" />}
      {routes.isError && <Failed failure={routes.error} retry={() => void routes.refetch()} />}
      <h2 id="board-title" className="unseen">
        {text.board.title}
      </h2>
    </section>
  );
}

interface DayProps extends BoardProps {
  readonly routes: readonly RouteView[];
  /** Null where the plan cannot be edited. */
  readonly editing: EditingView | null;
}

const NO_PINS: EditingView['pins'] = [];
const NO_FINDINGS: readonly never[] = [];

function Day({ plan, day, routes, editing, unserved }: DayProps) {
  const { text, count } = useTexts();
  const [sought, setSought] = useState<Sought>(EVERYTHING);
  const { open, setOpen, toggle } = useOpenRows();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const [focus] = useState(() => new SharedFocus());
  const settled = useDeferredValue(sought);
  const editable = editing?.editable === true;
  const proposals = useProposals(plan.id);
  const colleague = useLiveEdits(plan.id, editable);
  const rows = useMemo(() => rowsOf(day, routes, editing?.shifts ?? []), [day, routes, editing?.shifts]);
  const axis = useMemo(() => axisFor(day, rows), [day, rows]);
  const drag = useDrag({ planId: plan.id, axis, enabled: editable, drop: proposals.decide });
  const shown = drag?.verdict ?? proposals.pending;
  const seen = useMemo(() => (shown === null ? rows : previewRows(rows, shown, unserved)), [rows, shown, unserved]);
  const places = useMemo(() => whereabouts(rows), [rows]);
  const findings = useFindings(plan.id);
  const found = useMemo(() => findRoutes(seen, settled, new Set(findings.keys())), [seen, settled, findings]);
  const [grouping, setGrouping] = useState<Grouping>('');
  const groups = useMemo(() => groupRows(found, grouping), [found, grouping]);
  const colours = useMemo(() => coloursOf(rows), [rows]);
  const mapShown = useMapShown();
  useBoardFocus(board, focus);
  const allOpen = found.length > 0 && found.every((route) => open.has(route.shift));
  const chooseLeftOut = editable ? (visit: UnservedView) => setChosen(chosenOf(visit)) : undefined;
  return (
    <>
      <Unserved visits={unserved} choose={chooseLeftOut} />
      {rows.length === 0 && <Empty icon="calendar" title={text.board.empty} />}
      <div className="board-tools">
        <Search {...{ sought, setSought }} professions={professionsOf(rows)} districts={districtsOf(rows)} />
        <p className="soft" role="status">
          {isSeeking(settled) ? count(text.board.found, found.length) : count(text.plan.routes, routes.length)}
        </p>
        {editable && <EditingBar editing={editing} proposals={proposals} colleague={colleague} />}
        <GroupSelect by={grouping} choose={setGrouping} />
        <MapSwitch shown={mapShown} />
        <button
          type="button"
          className="button quiet"
          onClick={() => setOpen(allOpen ? new Set() : new Set(found.map((route) => route.shift)))}
        >
          {allOpen ? text.board.collapseAll : text.board.expandAll}
        </button>
      </div>
      <Legend />
      <div className={mapShown ? 'board-and-map' : undefined}>
        <div className="board panel" ref={board}>
          <div className="board-top">
            {chooseLeftOut && <TrayStrip visits={unserved} choose={chooseLeftOut} />}
            <Hours axis={axis} />
          </div>
          <NowLine axis={axis} />
          {found.length === 0 && <p className="board-none">{text.board.none}</p>}
          {groups.map((group) => (
            <Group key={group.name} grouping={grouping} name={group.name} count={group.rows.length}>
              {group.rows.map((route) => (
                <RouteRow
                  key={route.shift}
                  {...{ route, axis, places, toggle }}
                  sought={settled}
                  colour={mapShown ? (colours.get(route.shift) ?? null) : null}
                  open={open.has(route.shift)}
                  pins={editing?.pins ?? NO_PINS}
                  findings={findings.get(route.staff) ?? NO_FINDINGS}
                  drop={drag?.target?.shift === route.shift ? (drag.verdict?.verdict ?? 'judging') : ''}
                  choose={editable ? setChosen : undefined}
                  dayInForce={plan.status === 'published' ? day : null}
                />
              ))}
            </Group>
          ))}
          {drag === null && <HoverCard board={board} places={places} />}
        </div>
        {mapShown && (
          <BoardMap
            {...{ colours, focus, unserved, toggle }}
            routes={found}
            opened={open}
            chosen={chosen?.visit ?? null}
            choose={editable ? setChosen : undefined}
          />
        )}
      </div>
      {drag && <DragCard drag={drag} />}
      {editable && chosen && (
        <VisitPanel
          key={`${chosen.visit}#${chosen.part}`}
          {...{ day, chosen, rows, unserved, editing, proposals }}
          planId={plan.id}
          close={() => setChosen(null)}
        />
      )}
      {proposals.asked && <ReasonDialog asked={proposals.asked} answer={proposals.answer} />}
    </>
  );
}

interface GroupProps {
  readonly grouping: Grouping;
  readonly name: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** Rows under their heading. */
function Group({ grouping, name, count, children }: GroupProps) {
  const { text, language, format } = useTexts();
  const title = grouping === 'profession' ? professionName(text, name) : name || adviceWords.noDistrict[language];
  return (
    <>
      {grouping !== '' && (
        <p className="group-name">
          {title} <span className="soft">{format.number(count)}</span>
        </p>
      )}
      <ul className="routes" aria-label={grouping === '' ? undefined : title}>
        {children}
      </ul>
    </>
  );
}

/** Which rows show their stops; the one the address names does from the start. */
function useOpenRows() {
  const asked = useAddress().searchParams.get('row');
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(asked === null ? [] : [asked]));
  useEffect(() => {
    if (asked !== null) document.querySelector(`[data-row="${CSS.escape(asked)}"]`)?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const toggle = (shift: string, to?: boolean): void =>
    setOpen((before) => {
      const after = new Set(before);
      if (to ?? !after.has(shift)) after.add(shift);
      else after.delete(shift);
      return after;
    });
  return { open, setOpen, toggle };
}

/** What the law of working time says, by person. */
function useFindings(planId: string) {
  const { data } = useWorkingTime(planId);
  return useMemo(() => {
    const byStaff = new Map<string, WorkingTimeView[]>();
    for (const finding of data ?? []) byStaff.set(finding.staff, [...(byStaff.get(finding.staff) ?? []), finding]);
    return byStaff;
  }, [data]);
}
