import type { WorkItemView } from '#contracts';
import { useSession } from '../api/session.js';
import { useWorkAct, useWorkItems } from '../api/replans.js';
import { Empty, Failed, failureText, Waiting } from '../shell/states.js';
import { replanWords, workTexts } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Observations, Unanswered, ClientLinks, useObservations, useUnanswered } from './field-reports.js';
import '../plan/differences.css';
import './work.css';

/** What people must do, by due time. */
export function WorkPage() {
  const { text, language } = useTexts();
  const items = useWorkItems();
  const act = useWorkAct();
  const [unanswered, observed] = [useUnanswered(), useObservations()];
  // All at once: what comes later would push the rest down.
  const reading = items.isPending || unanswered.isLoading || observed.isLoading;
  return (
    <div className="work">
      <h1>{replanWords.work[language]}</h1>
      {!reading && <Unanswered />}
      {reading && !items.isError && <Waiting rows={6} kind="plan" />}
      {items.isError && !items.data && <Failed failure={items.error} retry={() => void items.refetch()} />}
      {act.isError && (
        <p className="form-error" role="alert">
          {failureText(text, act.error)}
        </p>
      )}
      {!reading && items.data?.length === 0 && <Empty icon="done" title={replanWords.nothing[language]} />}
      {!reading && items.data && items.data.length > 0 && (
        <table>
          <thead>
            <tr>
              {(['work', 'who', 'due', 'owner'] as const).map((name) => (
                <th key={name} scope="col">
                  {replanWords[name][language]}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {items.data.map((item) => (
              <Row key={item.id} item={item} act={act} />
            ))}
          </tbody>
        </table>
      )}
      {!reading && (
        <>
          <Observations />
          <ClientLinks of="week-links" />
          <ClientLinks of="door-codes" />
        </>
      )}
    </div>
  );
}

function Row({ item, act }: { readonly item: WorkItemView; readonly act: ReturnType<typeof useWorkAct> }) {
  const { language, format } = useTexts();
  const session = useSession();
  const { id, kind, client, staff, about, dueAt, overdue, owner, acknowledgedAt, revision } = item;
  const own = session.data?.email;
  return (
    <tr className={overdue ? 'is-overdue' : undefined}>
      <td>{workTexts[kind][language]}</td>
      <td>
        {client ?? staff ?? ''} <span className="soft">{format.day(about, 'tab')}</span>
      </td>
      <td>
        {format.moment(dueAt)} {overdue && <strong>{replanWords.overdue[language]}</strong>}
      </td>
      <td>{owner ?? '–'}</td>
      <td>
        {own !== undefined && owner !== own && (
          <button type="button" className="button quiet" onClick={() => act.mutate({ id, revision, act: 'assign', owner: own })}>
            {replanWords.take[language]}
          </button>
        )}
        {acknowledgedAt === null && (
          <button type="button" className="button quiet" onClick={() => act.mutate({ id, revision, act: 'acknowledge' })}>
            {replanWords.seen[language]}
          </button>
        )}
        <button type="button" className="button" onClick={() => act.mutate({ id, revision, act: 'done' })}>
          {replanWords.done[language]}
        </button>
      </td>
    </tr>
  );
}
