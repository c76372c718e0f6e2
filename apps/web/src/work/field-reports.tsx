import { observationView, secretLinkMade, secretLinkView, unansweredView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { z } from 'zod';
import { ask, tell } from '../api/client.js';
import { useProvider } from '../api/session.js';
import { failureText } from '../shell/states.js';
import { observationTexts } from '../text/observation-texts.js';
import { fieldTexts } from '../text/field-texts.js';
import { useTexts } from '../text/use-texts.js';

/** How often the office looks for news from the homes, milliseconds. */
const AGAIN_MS = 30_000;

/** Changes of visits that staff have not answered. */
export function useUnanswered(wanted = true) {
  return useQuery({
    queryKey: ['unanswered-changes'],
    queryFn: ({ signal }) => ask(z.array(unansweredView), '/unanswered-changes', { signal }),
    refetchInterval: AGAIN_MS,
    enabled: wanted,
  });
}

/** Staff whom nobody has heard from about a change of their visits, the soonest visit first; of all days, or of some. */
export function Unanswered({ of }: { readonly of?: { readonly from: string; readonly to: string } }) {
  const { language, format, count } = useTexts();
  const open = useUnanswered();
  const shown = open.data?.filter(({ day }) => of === undefined || (of.from <= day && day <= of.to)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={of && 'warnings'}>
      <h2>{fieldTexts.unanswered[language]}</h2>
      <ul>
        {shown.map(({ staff, day, changes, firstStart }) => (
          <li key={`${staff}-${day}`}>
            <strong>{staff}</strong> · {format.moment(firstStart)} · {count(fieldTexts.changes[language], changes)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What staff saw in the last week. */
export function useObservations() {
  const today = useProvider().data?.today;
  const from = today === undefined ? '' : new Date(Date.parse(today) - 6 * 86_400_000).toISOString().slice(0, 10);
  return useQuery({
    queryKey: ['observations', from],
    queryFn: ({ signal }) => ask(z.array(observationView), `/observations?from=${from}&to=${today ?? ''}`, { signal }),
    enabled: today !== undefined,
    refetchInterval: AGAIN_MS,
  });
}

/** What staff saw in the last week, and whether the client's leave let it be passed on. */
export function Observations() {
  const { language, format } = useTexts();
  const seen = useObservations();
  if (!seen.data || seen.data.length === 0) return null;
  return (
    <section>
      <h2>{fieldTexts.seen[language]}</h2>
      <table>
        <tbody>
          {seen.data.map(({ id, at, client, staff, code, isNew, note, consented, calledAt }) => (
            <tr key={id} className={code.startsWith('E') ? 'is-overdue' : undefined}>
              <td>{format.moment(at)}</td>
              <td>
                <strong>{client}</strong> <span className="soft">({staff})</span>
              </td>
              <td>
                {observationTexts[code]?.[language] ?? code}
                {isNew && ` · ${fieldTexts.isNew[language]}`}
                {note !== null && <p className="soft">{note}</p>}
              </td>
              <td>
                {consented === false && fieldTexts.noConsent[language]}
                {calledAt !== null && fieldTexts.called[language].replace('{at}', format.time(calledAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Addresses of clients' coming weeks, or codes for their doors: made by the client's number, shown once, taken back. */
export function ClientLinks({ of }: { readonly of: 'week-links' | 'door-codes' }) {
  const { text, language, format } = useTexts();
  const client = useQueryClient();
  const [number, setNumber] = useState('');
  const links = useQuery({
    queryKey: [of],
    queryFn: ({ signal }) => ask(z.array(secretLinkView), `/${of}`, { signal }),
  });
  const onSuccess = () => client.invalidateQueries({ queryKey: [of] });
  const make = useMutation({
    mutationFn: () => ask(secretLinkMade, `/${of}`, { method: 'POST', body: { client: number.trim() } }),
    onSuccess,
  });
  const revoke = useMutation({ mutationFn: (id: string) => tell(`/${of}/${id}`, { method: 'DELETE' }), onSuccess });
  const failed = make.error ?? revoke.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <section>
      <h2>{fieldTexts[of === 'week-links' ? 'weeks' : 'doors'][language]}</h2>
      <form onSubmit={submit}>
        <label className="field">
          <span>{fieldTexts.clientNumber[language]}</span>
          <input value={number} maxLength={60} onChange={(event) => setNumber(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={number.trim() === '' || make.isPending}>
          {fieldTexts[of === 'week-links' ? 'makeLink' : 'makeCode'][language]}
        </button>
      </form>
      {failed && (
        <p className="form-error" role="alert">
          {failureText(text, failed)}
        </p>
      )}
      {make.data && (
        <p>
          <a href={make.data.path} target="_blank" rel="noreferrer">
            {of === 'week-links' ? location.origin + make.data.path : fieldTexts.sheet[language]}
          </a>
        </p>
      )}
      <ul>
        {links.data?.map(({ id, client: whose, createdAt }) => (
          <li key={id}>
            {whose} · {format.moment(createdAt)}{' '}
            <button type="button" className="button quiet" onClick={() => revoke.mutate(id)}>
              {fieldTexts.revoke[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
