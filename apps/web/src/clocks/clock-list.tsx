import type { ClientView, ClockView } from '#contracts';
import { useSession } from '../api/session.js';
import { useWorkAct } from '../api/replans.js';
import { ChangeButton } from '../changes/change-button.js';
import { formOf, newDecision } from '../changes/forms.js';
import { Link } from '../shell/navigation.js';
import { Failed } from '../shell/states.js';
import { changeWords } from '../text/change-texts.js';
import { clockKinds, clockStates, officeWords } from '../text/office-texts.js';
import { replanWords, workTexts } from '../text/replan-texts.js';
import type { Language } from '../text/language.js';
import { qualificationName } from '../text/staff-texts.js';
import { useTexts } from '../text/use-texts.js';
import { OfficeTable } from '../clients/office-parts.js';

interface Props {
  readonly clocks: readonly ClockView[];
  readonly today: string;
  /** On a client's page: then whose it is need not be said, and a decision can be recorded at once. */
  readonly ofClient?: ClientView;
}

/** Things that end, with the step each asks for. */
export function ClockList({ clocks, today, ofClient }: Props) {
  const { language } = useTexts();
  if (clocks.length === 0) return <p className="soft">{officeWords.nothingEnds[language]}</p>;
  const heads = (['what', 'whose', 'ends', 'due', 'next'] as const).filter((head) => head !== 'whose' || !ofClient);
  return (
    <OfficeTable label={officeWords.clocks[language]} heads={heads.map((head) => officeWords[head][language])}>
      {clocks.map((clock) => (
        <Row key={`${clock.kind} ${clock.subject}`} clock={clock} today={today} ofClient={ofClient} />
      ))}
    </OfficeTable>
  );
}

/** What the thing that ends is called: words where the label is a code. */
function labelOf(language: Language, kind: ClockView['kind'], label: string): string {
  if (kind === 'qualification') return qualificationName(language, label);
  return label in changeWords ? changeWords[label as 'continue'][language] : label;
}

const looks = { overdue: 'bad', due: 'warn', soon: '', later: '' } as const;

function Row({
  clock,
  today,
  ofClient,
}: {
  readonly clock: ClockView;
  readonly today: string;
  readonly ofClient: ClientView | undefined;
}) {
  const { language, format, fill } = useTexts();
  const { kind, label, client, staff, windowFrom, ends, due, state } = clock;
  const href = client ? `/clients/${encodeURIComponent(client.id)}` : `/staff/${encodeURIComponent(staff?.id ?? '')}`;
  return (
    <tr className={`clock-${state}`}>
      <th scope="row">
        {clockKinds[kind][language]} <span className="soft small">{labelOf(language, kind, label)}</span>
      </th>
      {!ofClient && (
        <td>
          <Link href={href}>{client?.name ?? staff?.name ?? ''}</Link>
        </td>
      )}
      <td>
        {format.day(ends, 'tab')}
        {windowFrom !== null && windowFrom > today && (
          <span className="soft small"> {fill(officeWords.windowOpens[language], { day: format.day(windowFrom, 'tab') })}</span>
        )}
      </td>
      <td>
        {format.day(due, 'tab')} <span className={`tag ${looks[state]}`}>{clockStates[state][language]}</span>
      </td>
      <td>
        <Steps clock={clock} today={today} ofClient={ofClient} />
      </td>
    </tr>
  );
}

function Steps({
  clock,
  today,
  ofClient,
}: {
  readonly clock: ClockView;
  readonly today: string;
  readonly ofClient: ClientView | undefined;
}) {
  const { language } = useTexts();
  const place = { language, today };
  const { workItem } = clock;
  const form = formOf(place, clock);
  const decision = ofClient?.decisions.find(({ id }) => id === clock.subject);
  return (
    <div className="entry-acts">
      {form && <ChangeButton look="plain" form={form} />}
      {clock.step === 'newDecision' &&
        (ofClient && decision ? (
          <ChangeButton look="plain" form={newDecision(place, decision, ofClient)} />
        ) : (
          clock.client && (
            <Link className="button small" href={`/clients/${encodeURIComponent(clock.client.id)}#decisions`}>
              {changeWords.newDecision[language]}
            </Link>
          )
        ))}
      {workItem && <Owner item={workItem} />}
    </div>
  );
}

/** The open work item: whose it is, or a button to take it. */
function Owner({ item }: { readonly item: NonNullable<ClockView['workItem']> }) {
  const { language } = useTexts();
  const own = useSession().data?.email;
  const act = useWorkAct();
  const words = (workTexts as Readonly<Record<string, Readonly<Record<string, string>>>>)[item.kind]?.[language] ?? item.kind;
  if (item.owner !== null) {
    return (
      <span className="tag" title={words}>
        {item.owner}
      </span>
    );
  }
  if (act.isError) return <Failed failure={act.error} />;
  return (
    <button
      type="button"
      className="button quiet small"
      title={words}
      disabled={act.isPending || own === undefined}
      onClick={() =>
        act.mutate({ id: item.id, revision: item.revision, act: 'assign', ...(own !== undefined && { owner: own }) })
      }
    >
      {replanWords.take[language]}
    </button>
  );
}
