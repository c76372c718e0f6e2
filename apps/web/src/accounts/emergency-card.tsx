import { useEmergencyCard } from '../api/accounts.js';
import { Failed, Waiting } from '../shell/states.js';
import { flagTexts } from '../text/phone-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { useWords } from './words.js';

/** What somebody at a client's door needs to know. */
export function EmergencyCard({ id }: { readonly id: string }) {
  const { say } = useWords();
  const { language, format } = useTexts();
  const card = useEmergencyCard(id);
  if (card.isPending) return <Waiting rows={3} kind="plan" />;
  if (card.isError) return <Failed failure={card.error} />;
  const { address, phone, birthDate, floor, doorCode, keyNote, accessNote, livesAlone, flags, relatives, visits } = card.data;
  const aware = [...(livesAlone ? [say('alone')] : []), ...flags.map((flag) => flagTexts[flag]?.[language] ?? flag)];
  const facts: readonly (readonly [string, string | null])[] = [
    [say('born'), birthDate && format.day(birthDate, 'medium')],
    [say('address'), address],
    [say('floor'), floor === null ? null : String(floor)],
    [say('door'), [doorCode, keyNote, accessNote].filter((part) => part !== null).join(' · ') || null],
    [say('aware'), aware.join(', ') || null],
  ];
  return (
    <dl className="emergency-card">
      {facts.map(([name, fact]) => fact !== null && <Fact key={name} name={name} fact={fact} />)}
      {phone !== null && (
        <>
          <dt>{say('phone')}</dt>
          <dd>
            <a href={`tel:${phone}`}>{phone}</a>
          </dd>
        </>
      )}
      {relatives.length > 0 && <dt>{say('relatives')}</dt>}
      {relatives.map(({ name, relation, phone: number }) => (
        <dd key={name}>
          {name}, {relation} {number !== null && <a href={`tel:${number}`}>{number}</a>}
        </dd>
      ))}
      {visits.length > 0 && <dt>{say('visits')}</dt>}
      {visits.map(({ start, staff, tasks }) => (
        <dd key={start + staff}>
          {format.moment(start)}, {staff}: {tasks.map((task) => taskName(language, task)).join(', ')}
        </dd>
      ))}
    </dl>
  );
}

function Fact({ name, fact }: { readonly name: string; readonly fact: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{fact}</dd>
    </>
  );
}
