import { clientWeekView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { ApiFailure, ask } from '../api/client.js';
import { Failed, Waiting } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { todayInRiga } from './days.js';
import { PrintTools } from './print-tools.js';
import { useSay } from './use-say.js';
import './client-week.css';

/** The coming week of one client on a sheet for the fridge: who, when, what, what it costs them, whom to call. */
export function ClientWeekPage({ secret }: { readonly secret: string }) {
  const say = useSay();
  const { text, language, format } = useTexts();
  const week = useQuery({
    queryKey: ['week', secret],
    queryFn: ({ signal }) => ask(clientWeekView, `/weeks/${secret}`, { signal }),
  });
  if (week.isPending) return <Waiting rows={5} kind="page" />;
  if (week.isError) {
    const gone = week.error instanceof ApiFailure && week.error.status === 404;
    return (
      <main className="page narrow">
        {gone ? <p>{say('linkGone')}</p> : <Failed failure={week.error} retry={() => void week.refetch()} />}
      </main>
    );
  }
  const { client, providerName, providerPhone, from, to, visits } = week.data;
  return (
    <main className="page client-week">
      <PrintTools />
      <h1>{say('week')}</h1>
      <p>
        <strong>{client}</strong> · {format.days(from, to)}
      </p>
      {visits.length === 0 && <p>{say('noWeek')}</p>}
      <table hidden={visits.length === 0}>
        <thead>
          <tr>
            {(['when', 'who', 'what', 'share'] as const).map((name) => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.map(({ start, end, staff, profession, tasks, clientPercent }) => (
            <tr key={`${start}-${profession}-${tasks.join()}`}>
              <td>
                <strong>
                  {format.day(todayInRiga(Date.parse(start)), 'weekday')}, {format.time(start)}–{format.time(end)}
                </strong>
              </td>
              <td data-name={say('who')}>
                {staff.join(', ')} <span className="soft">({professionName(text, profession)})</span>
              </td>
              <td data-name={say('what')}>{tasks.map((code) => taskName(language, code)).join(', ')}</td>
              <td data-name={say('share')}>{format.percent(clientPercent / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {say('ifQuestions')}: <strong>{providerName}</strong>{' '}
        {providerPhone && <a href={`tel:${providerPhone}`}>{providerPhone.replaceAll(' ', '\u00a0')}</a>}
      </p>
    </main>
  );
}
