import type { ClientListItem } from '#contracts';
import { useMemo, useState } from 'react';
import { useClients } from '../api/clients.js';
import { Link } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { changeWords } from '../text/change-texts.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { OfficeTable, useTitle } from './office-parts.js';

/** How many rows are shown until somebody asks for more or searches. */
const SHOWN = 100;

/** Every client, to be found by name, number or address. */
export function ClientsPage() {
  const { language, format } = useTexts();
  const clients = useClients();
  const [search, setSearch] = useState('');
  const [service, setService] = useState<'' | 'social' | 'health' | 'none'>('');
  const [all, setAll] = useState(false);
  useTitle(officeWords.clients[language]);
  const found = useMemo(() => matching(clients.data ?? [], search, service), [clients.data, search, service]);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <div className="office">
      <h1>{officeWords.clients[language]}</h1>
      <div className="office-filters">
        <label className="field">
          <span>{officeWords.search[language]}</span>
          <input
            type="search"
            value={search}
            placeholder={officeWords.searchHint[language]}
            onChange={({ target }) => setSearch(target.value)}
          />
        </label>
        <label className="field">
          <span>{officeWords.service[language]}</span>
          <select value={service} onChange={({ target }) => setService(target.value as typeof service)}>
            <option value="">{officeWords.all[language]}</option>
            <option value="social">{officeWords.social[language]}</option>
            <option value="health">{officeWords.health[language]}</option>
            <option value="none">{officeWords.noService[language]}</option>
          </select>
        </label>
        <p className="soft" role="status">
          {clients.data && `${format.number(found.length)} / ${format.number(clients.data.length)}`}
        </p>
      </div>
      {clients.isPending && <Waiting rows={10} kind="rows" />}
      {clients.isError && !clients.data && <Failed failure={clients.error} retry={() => void clients.refetch()} />}
      {clients.data && found.length === 0 && <Empty icon="search" title={officeWords.noMatch[language]} />}
      {shown.length > 0 && <Table clients={shown} />}
      {shown.length < found.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {officeWords.all[language]} ({format.number(found.length)})
        </button>
      )}
    </div>
  );
}

function Table({ clients }: { readonly clients: readonly ClientListItem[] }) {
  const { language } = useTexts();
  const heads = ['name', 'number', 'address', 'service', 'toDo'] as const;
  return (
    <OfficeTable label={officeWords.clients[language]} heads={heads.map((head) => officeWords[head][language])}>
      {clients.map((client) => (
        <Row key={client.id} client={client} />
      ))}
    </OfficeTable>
  );
}

function Row({ client }: { readonly client: ClientListItem }) {
  const { language, fill, format } = useTexts();
  const { id, name, birthYear, municipality, neighbourhood, address, social, health, away, openWork } = client;
  const services = [social && officeWords.social[language], health && officeWords.health[language]].filter(
    (one) => one !== false,
  );
  return (
    <tr>
      <th scope="row">
        <Link href={`/clients/${encodeURIComponent(id)}`}>{name}</Link>
        {birthYear !== null && <span className="soft small"> {fill(officeWords.born[language], { year: birthYear })}</span>}
      </th>
      <td>{id}</td>
      <td>
        {address}
        <span className="soft small"> {[neighbourhood, municipality].filter(Boolean).join(', ')}</span>
      </td>
      <td>
        {services.length > 0 ? services.join(', ') : <span className="soft">{officeWords.noService[language]}</span>}
        {away !== null && <span className="tag warn">{changeWords[away][language]}</span>}
      </td>
      <td>{openWork > 0 ? <span className="tag warn">{format.number(openWork)}</span> : <span className="soft">–</span>}</td>
    </tr>
  );
}

/** Without regard to case or the marks of letters: `abele` finds Ābele. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Clients with every word of the search in name, number or address. */
export function matching(
  clients: readonly ClientListItem[],
  search: string,
  service: '' | 'social' | 'health' | 'none',
): readonly ClientListItem[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return clients.filter((client) => {
    if (service === 'none' ? client.social || client.health : service !== '' && !client[service]) return false;
    const { name, id, address, neighbourhood, municipality } = client;
    const whole = plain([name, id, address, neighbourhood, municipality].join(' '));
    return words.every((word) => whole.includes(word));
  });
}
