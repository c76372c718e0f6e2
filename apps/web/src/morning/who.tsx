import { useState } from 'react';
import { useClients } from '../api/clients.js';
import { useDuty, type Happening, type Upset } from '../api/morning.js';
import { usePlans, useRoutes } from '../api/plans.js';
import { Failed } from '../shell/states.js';
import { changeWords } from '../text/change-texts.js';
import { morningWords } from '../text/morning-texts.js';
import { useTexts } from '../text/use-texts.js';

interface WhoProps {
  readonly date: string;
  readonly setDate: (date: string) => void;
  readonly busy: boolean;
  readonly find: (happening: Omit<Happening, 'date'>) => void;
}

const UPSETS: readonly Upset[] = ['ill', 'hospital', 'home', 'door', 'over'];
const WHOM = { ill: 'who', hospital: 'client', home: 'client', door: 'visit', over: 'visit' } as const;

/** What has happened, to whom, on which day. */
export function Who({ date, setDate, busy, find }: WhoProps) {
  const { language, format } = useTexts();
  const duty = useDuty(date);
  const [what, setWhat] = useState<Upset>('ill');
  const [whom, setWhom] = useState('');
  const [until, setUntil] = useState('');
  const choose = (next: Upset): void => {
    setWhat(next);
    setWhom('');
  };
  return (
    <form
      className="panel morning-who"
      onSubmit={(event) => {
        event.preventDefault();
        find({ what, until, whom: whom === '' ? null : whom });
      }}
    >
      <label className="field">
        <span>{morningWords.date[language]}</span>
        <input type="date" required value={date} onChange={(event) => event.target.value && setDate(event.target.value)} />
        <span className="soft small">{format.day(date, 'long')}</span>
      </label>
      <label className="field">
        <span>{morningWords.what[language]}</span>
        <select value={what} onChange={(event) => choose(event.target.value as Upset)}>
          {UPSETS.map((name) => (
            <option key={name} value={name}>
              {morningWords[name][language]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{morningWords[WHOM[what]][language]}</span>
        <select value={whom} onChange={(event) => setWhom(event.target.value)}>
          <option value="">{morningWords.recorded[language]}</option>
          {what === 'ill' && <StaffOptions duty={duty.data ?? []} />}
          {(what === 'hospital' || what === 'home') && <ClientOptions away={what === 'home'} />}
          {what === 'door' && <VisitOptions date={date} />}
          {what === 'over' && <VisitOptions date={date} begun />}
        </select>
      </label>
      {what === 'over' && whom !== '' && (
        <label className="field">
          <span>{changeWords.until[language]}</span>
          <input type="time" required value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
      )}
      <button type="submit" className="button primary" disabled={busy || duty.data?.length === 0}>
        {morningWords.find[language]}
      </button>
      {duty.data?.length === 0 && <p className="soft">{morningWords.noPlan[language]}</p>}
      {duty.isError && <Failed failure={duty.error} retry={() => void duty.refetch()} />}
    </form>
  );
}

function StaffOptions({ duty }: { readonly duty: NonNullable<ReturnType<typeof useDuty>['data']> }) {
  const { language, fill } = useTexts();
  return duty.map(({ staff, name, visits }) => (
    <option key={staff} value={staff}>
      {`${name} · ${fill(morningWords.visits[language], { n: visits })}`}
    </option>
  ));
}

/** Those at home, or those who are away. */
function ClientOptions({ away }: { readonly away: boolean }) {
  const clients = useClients();
  return (clients.data ?? [])
    .filter((client) => (client.away !== null) === away)
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
}

/** The visits of the day by the plan in force, by time; or those that have begun, the latest first. */
function VisitOptions({ date, begun = false }: { readonly date: string; readonly begun?: boolean }) {
  const { format } = useTexts();
  const plans = usePlans();
  const plan = plans.data?.find(({ status, from, to }) => status === 'published' && from <= date && date <= to);
  return plan === undefined ? null : <PlanVisits plan={plan.id} date={date} begun={begun} write={format.time} />;
}

interface PlanVisitsProps {
  readonly plan: string;
  readonly date: string;
  readonly begun: boolean;
  readonly write: (instant: string) => string;
}

function PlanVisits({ plan, date, begun, write }: PlanVisitsProps) {
  const routes = useRoutes(plan, date);
  const stops = (routes.data ?? []).flatMap(({ staffName, stops: own }) =>
    own.filter(({ kind, part }) => kind === 'visit' && part === 1).map((stop) => ({ ...stop, staffName })),
  );
  const shown = stops
    .filter(({ start }) => !begun || Date.parse(start) <= Date.now())
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return (begun ? shown.reverse() : shown).map(({ visit, start, client, staffName }) => (
    <option key={visit} value={visit}>
      {`${write(start)} ${client} · ${staffName}`}
    </option>
  ));
}
