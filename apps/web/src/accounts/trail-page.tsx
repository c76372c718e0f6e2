import type { ClientTrailView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useClientTrail, useVerifyTrail } from '../api/accounts.js';
import { addDays, todayInRiga } from '../phone/days.js';
import { ScrollTable } from '../shell/scroll-table.js';
import { reachTexts, trailWords } from '../text/trail-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ClientNumber } from './client-number.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** Days a look back goes at first. */
const DAYS = 30;

/** Who looked at a client's data or changed them, and whether the trail is whole. */
export function TrailPage() {
  const { say } = useWords();
  const trail = useClientTrail();
  const [client, setClient] = useState('');
  const [from, setFrom] = useState(() => addDays(todayInRiga(), -DAYS));
  const [to, setTo] = useState(todayInRiga);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    trail.mutate({ client: client.trim(), from, to });
  };
  return (
    <>
      <p className="soft">{say('trailAbout')}</p>
      <form className="one-line" onSubmit={submit}>
        <ClientNumber value={client} change={setClient} />
        <label className="field">
          <span>{say('from')}</span>
          <input type="date" value={from} max={to} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>{say('to')}</span>
          <input type="date" value={to} min={from} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button type="submit" className="button primary" disabled={client.trim() === '' || !from || !to || trail.isPending}>
          {say('show')}
        </button>
      </form>
      <Why failure={trail.error} missing="noClient" />
      {trail.data && <Entries trail={trail.data} />}
      <Verification />
    </>
  );
}

function Entries({ trail: { clientName, entries, more } }: { readonly trail: ClientTrailView }) {
  const { say } = useWords();
  const [lists, setLists] = useState(false);
  const shown = lists ? entries : entries.filter(({ reach }) => reach !== 'list');
  return (
    <section>
      <h2>{clientName}</h2>
      <label className="tick">
        <input type="checkbox" checked={lists} onChange={(event) => setLists(event.target.checked)} />
        {say('lists')}
      </label>
      {shown.length === 0 && <p>{say('nothing')}</p>}
      {shown.length > 0 && <EntryTable entries={shown} />}
      {more && <p className="soft">{say('more')}</p>}
    </section>
  );
}

function EntryTable({ entries }: Pick<ClientTrailView, 'entries'>) {
  const { say } = useWords();
  const { text, language, format } = useTexts();
  const roles: Readonly<Record<string, string>> = text.role;
  const named = (action: string): string => trailWords(action, language) ?? action;
  return (
    <ScrollTable
      label={say('trail')}
      heads={(['when', 'who', 'what', 'reach'] as const).map((name) => say(name))}
      frame="wide-table"
    >
      <tbody>
        {entries.map(({ number, at, actor, role, action, route, reach }) => (
          <tr key={number}>
            <td>{format.moment(at)}</td>
            <th scope="row">
              {actor} {role !== null && <span className="soft">{roles[role]}</span>}
            </th>
            <td>
              {named(action)}
              {route !== null && `: ${named(route)}`}
            </td>
            <td className="soft">{say(reachTexts[reach])}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Verification() {
  const { say } = useWords();
  const { format } = useTexts();
  const verify = useVerifyTrail();
  return (
    <section className="panel">
      <p className="actions">
        <button type="button" className="button" onClick={() => verify.mutate()} disabled={verify.isPending}>
          {say('verify')}
        </button>
      </p>
      <Why failure={verify.error} />
      {verify.data && (
        <p role="status">
          {verify.data.broken === null
            ? say('verified', { n: format.number(verify.data.entries), head: verify.data.head.slice(0, 12) })
            : say('broken', { n: verify.data.broken })}
        </p>
      )}
    </section>
  );
}
