import type { ErasureView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useDueErasures, useErase, useLookAtErasure } from '../api/accounts.js';
import { ScrollTable } from '../shell/scroll-table.js';
import { useTexts } from '../text/use-texts.js';
import { ClientNumber } from './client-number.js';
import { Why } from './why.js';
import { useWords } from './words.js';

/** What is kept about a client: all of it as a file, and erasing what need not be kept any more. */
export function ClientDataPage() {
  const { say } = useWords();
  const look = useLookAtErasure();
  const erase = useErase();
  const [client, setClient] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    show(client.trim());
  };
  const show = (number: string): void => {
    setClient(number);
    erase.reset();
    look.mutate(number);
  };
  return (
    <>
      <p className="soft">{say('clientDataAbout')}</p>
      <form className="one-line" onSubmit={submit}>
        <ClientNumber value={client} change={setClient} />
        <button type="submit" className="button primary" disabled={client.trim() === '' || look.isPending}>
          {say('show')}
        </button>
      </form>
      <Why failure={look.error ?? erase.error} missing="noClient" />
      {erase.data ? (
        <p role="status">{say('eraseDone')}</p>
      ) : (
        look.data && <Look client={look.variables} view={look.data} erase={() => erase.mutate(look.variables)} />
      )}
      <Due show={show} />
    </>
  );
}

/** Who must be erased when; a press shows what erasing would do. */
function Due({ show }: { readonly show: (client: string) => void }) {
  const { say } = useWords();
  const { format } = useTexts();
  const due = useDueErasures();
  return (
    <section className="panel">
      <h2>{say('due')}</h2>
      <p className="soft">{say('dueAbout')}</p>
      <Why failure={due.error} />
      {due.data?.length === 0 && <p>{say('dueNobody')}</p>}
      {due.data && due.data.length > 0 && (
        <ScrollTable
          label={say('due')}
          heads={(['clientNumber', 'dueLast', 'dueFrom'] as const).map((name) => say(name))}
          frame="wide-table"
        >
          <tbody>
            {due.data.map(({ client, name, lastDay, from }) => (
              <tr key={client}>
                <th scope="row">
                  <button type="button" className="button" onClick={() => show(client)}>
                    {client} {name}
                  </button>
                </th>
                <td>{format.day(lastDay, 'medium')}</td>
                <td>{format.day(from, 'medium')}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}

interface LookProps {
  readonly client: string;
  readonly view: ErasureView;
  readonly erase: () => void;
}

function Look({ client, view: { from, may, lastDay, tables }, erase }: LookProps) {
  const { say } = useWords();
  const { format } = useTexts();
  const day = (text: string | null): string => (text === null ? '–' : format.day(text, 'medium'));
  return (
    <section className="panel">
      <p>
        <a href={`/api/v1/clients/${encodeURIComponent(client)}/export`} download>
          {say('download')}
        </a>
      </p>
      <p>{may ? say('eraseMay') : from === null ? say('eraseOpen') : say('eraseFrom', { day: day(from), last: day(lastDay) })}</p>
      <ScrollTable
        label={say('clientData')}
        heads={(['eraseTable', 'eraseRows', 'eraseHow'] as const).map((name) => say(name))}
        frame="wide-table"
      >
        <tbody>
          {tables.map(({ table, rows, deleted }) => (
            <tr key={table}>
              <th scope="row">
                <code>{table}</code>
              </th>
              <td>{format.number(rows)}</td>
              <td>{say(deleted ? 'deleted' : 'stripped')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {may && (
        <p>
          <button type="button" className="button danger" onClick={erase}>
            {say('eraseNow')}
          </button>
        </p>
      )}
    </section>
  );
}
