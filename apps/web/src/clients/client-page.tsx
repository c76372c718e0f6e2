import type { ClientView } from '#contracts';
import { useClient } from '../api/clients.js';
import { useProvider, useSession } from '../api/session.js';
import { ChangeButton } from '../changes/change-button.js';
import { clientAway, clientBack, dischargeAnnounced } from '../changes/forms.js';
import { PlansFollow } from '../changes/plans-follow.js';
import { urgentStart } from '../changes/urgent-start.js';
import { Failed, Waiting } from '../shell/states.js';
import { changeWords } from '../text/change-texts.js';
import { officeWords } from '../text/office-texts.js';
import { fill } from '../text/messages.js';
import { useTexts } from '../text/use-texts.js';
import { ClockList } from '../clocks/clock-list.js';
import { Card } from './card.js';
import { BackTo, PersonHead, useTitle } from './office-parts.js';
import { Barthel, Certificates, Consents } from './consent-cards.js';
import { Decisions } from './decisions-card.js';
import { Episodes } from './episodes-card.js';
import { Flags } from './flags.js';
import { Family, Observations, Seen, Wishes } from './people-cards.js';
import { Home } from './home-card.js';
import { Hours } from './hours-card.js';
import { Patterns } from './patterns-card.js';
import { Payers } from './payers-card.js';

/** Everything the office works with of one client. */
export function ClientPage({ id }: { readonly id: string }) {
  const { language } = useTexts();
  const client = useClient(id);
  const today = useProvider().data?.today;
  useTitle(client.data ? `${client.data.givenName} ${client.data.familyName}` : officeWords.clients[language]);
  return (
    <div className="office">
      <BackTo href="/clients">{officeWords.clients[language]}</BackTo>
      {(client.isPending || today === undefined) && !client.isError && <Waiting rows={6} kind="cards" />}
      {client.isError && !client.data && <Failed failure={client.error} retry={() => void client.refetch()} />}
      {client.data && today !== undefined && <Page client={client.data} today={today} />}
    </div>
  );
}

function Page({ client, today }: { readonly client: ClientView; readonly today: string }) {
  const { language, format } = useTexts();
  const session = useSession().data;
  const manages = session?.role === 'manager' || session?.role === 'administrator';
  const { id, givenName, familyName, birthDate, municipality, clocks, absences } = client;
  const away = absences.find(({ from, to }) => from <= today && (to === null || today <= to));
  const place = { language, today };
  const day = away?.expectedOn ?? null;
  const expected = day === null ? [] : [fill(changeWords.expectedHome[language], { day: format.day(day, 'medium') })];
  return (
    <>
      <PersonHead
        name={`${givenName} ${familyName}`}
        facts={[id, birthDate && format.day(birthDate, 'medium'), municipality.name]}
        away={away && [changeWords[away.reason][language], ...expected].join(', ')}
        acts={
          <>
            <ChangeButton look="plain" form={urgentStart(place, id)} />
            <ChangeButton look="plain" form={dischargeAnnounced(place, id)} />
            <ChangeButton look="plain" form={away ? clientBack(place, id) : clientAway(place, id)} />
          </>
        }
      />
      <Flags client={client} />
      <PlansFollow />
      <Card title={officeWords.clocks[language]} id="clocks">
        <ClockList clocks={clocks} today={today} ofClient={client} />
      </Card>
      <div className="cards">
        <Decisions client={client} place={place} />
        <Episodes client={client} place={place} />
        <Hours client={id} today={today} />
        <Patterns client={client} today={today} />
        <Home client={client} />
        <Family client={client} />
        <Consents client={client} place={place} />
        <Seen client={client} />
        <Barthel client={client} />
        <Certificates client={client} place={place} />
        <Observations client={client} />
        <Wishes client={client} />
        {manages && <Payers client={client} today={today} />}
      </div>
    </>
  );
}
