import type { StaffView } from '#contracts';
import { Fragment } from 'react';
import { useProvider } from '../api/session.js';
import { useStaffMember } from '../api/staff.js';
import { ChangeButton } from '../changes/change-button.js';
import { newQualification, staffAbsent, staffBack, type FormPlace } from '../changes/forms.js';
import { Card } from '../clients/card.js';
import { BackTo, PersonHead, useTitle } from '../clients/office-parts.js';
import { Link } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { changeWords } from '../text/change-texts.js';
import { professionName } from '../text/names.js';
import { officeWords } from '../text/office-texts.js';
import { qualificationName, qualificationStates, staffWords } from '../text/staff-texts.js';
import { skillName } from '../text/unserved-reasons.js';
import { useTexts } from '../text/use-texts.js';
import { modeName } from './staff-list-page.js';
import { Findings, Weeks } from './weeks-card.js';

/** Everything the office works with of one member of staff. */
export function StaffPage({ id }: { readonly id: string }) {
  const { language } = useTexts();
  const member = useStaffMember(id);
  const today = useProvider().data?.today;
  useTitle(member.data ? `${member.data.givenName} ${member.data.familyName}` : staffWords.staff[language]);
  return (
    <div className="office">
      <BackTo href="/staff">{staffWords.staff[language]}</BackTo>
      {(member.isPending || today === undefined) && !member.isError && <Waiting rows={6} kind="cards" />}
      {member.isError && !member.data && <Failed failure={member.error} retry={() => void member.refetch()} />}
      {member.data && today !== undefined && <Page member={member.data} today={today} />}
    </div>
  );
}

interface Props {
  readonly member: StaffView;
  readonly place: FormPlace;
}

function Page({ member, today }: { readonly member: StaffView; readonly today: string }) {
  const { text, language } = useTexts();
  const { id, givenName, familyName, professions, absences, neighbourhood } = member;
  const away = absences.find(({ from, to }) => from <= today && today <= to);
  const place = { language, today };
  return (
    <>
      <PersonHead
        name={`${givenName} ${familyName}`}
        facts={[id, ...professions.map((one) => professionName(text, one)), neighbourhood]}
        away={away && staffWords.absentToday[language]}
        acts={
          <>
            {away && <ChangeButton look="plain" form={staffBack(place, id)} />}
            <ChangeButton look="plain" form={staffAbsent(place, id)} />
          </>
        }
      />
      <Weeks member={member} today={today} />
      <div className="cards">
        <Findings member={member} />
        <Qualifications member={member} place={place} />
        <Absences member={member} place={place} />
        <Person member={member} />
        <Wishes member={member} />
      </div>
    </>
  );
}

function Person({ member }: { readonly member: StaffView }) {
  const { text, language, format, fill, count } = useTexts();
  const { employedFrom, employedTo, referenceMonths, languages, skills, phone, email } = member;
  const facts = [
    [
      staffWords.employed,
      employedTo === null
        ? fill(staffWords.since[language], { day: format.day(employedFrom, 'medium') })
        : format.days(employedFrom, employedTo),
    ],
    [staffWords.contract, fill(officeWords.perWeek[language], { time: format.duration(member.contractMinutesPerWeek * 60) })],
    [
      staffWords.average,
      referenceMonths === null ? staffWords.weekly[language] : count(staffWords.summarised[language], referenceMonths),
    ],
    [staffWords.overtime, officeWords[member.overtimeAgreed ? 'yes' : 'no'][language]],
    [officeWords.languages, languages.map((one) => skillName(language, one)).join(', ')],
    [staffWords.skills, skills.map((one) => skillName(language, one)).join(', ')],
    [staffWords.mode, modeName(text.mode, member.mode)],
    [staffWords.start, staffWords[member.startKind][language]],
    [officeWords.phone, phone ?? ''],
    [staffWords.email, email ?? ''],
  ] as const;
  return (
    <Card title={staffWords.person[language]} id="person">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fragment key={name.en}>
            <dt>{name[language]}</dt>
            <dd>{value || '–'}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  );
}

const looks = { ended: 'bad', soon: 'warn', valid: 'good', coming: '', replaced: '' } as const;

/** What they are trained and certified for, with the ends. */
function Qualifications({ member, place }: Props) {
  const { language, format, fill } = useTexts();
  return (
    <Card
      title={staffWords.qualifications[language]}
      id="qualifications"
      acts={<ChangeButton form={newQualification(place, member.id)} />}
    >
      {member.qualifications.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {member.qualifications.map(({ id, kind, number, validFrom, validTo, state }) => (
          <li key={id}>
            <div className="entry-head">
              <strong title={kind}>{qualificationName(language, kind)}</strong>
              {number !== null && <span className="soft">{number}</span>}
              <span className={`tag ${looks[state]}`}>{qualificationStates[state][language]}</span>
              {(state === 'ended' || state === 'soon') && <ChangeButton form={newQualification(place, member.id, kind)} />}
            </div>
            <p className="soft small">
              {validTo === null
                ? `${fill(staffWords.since[language], { day: format.day(validFrom, 'medium') })} · ${officeWords.openEnd[language]}`
                : format.days(validFrom, validTo)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Absences({ member, place }: Props) {
  const { language, format } = useTexts();
  const { today } = place;
  return (
    <Card title={staffWords.absences[language]} id="absences">
      {member.absences.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {member.absences.map(({ id, from, to, kind }) => (
          <li key={id}>
            <div className="entry-head">
              <strong>{kind === null ? staffWords.absent[language] : changeWords[kind][language]}</strong>
              <span className={to < today ? 'soft' : undefined}>{format.days(from, to)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Which clients want them, or must not have them. */
function Wishes({ member: { preferences } }: { readonly member: StaffView }) {
  const { language } = useTexts();
  return (
    <Card title={staffWords.wishes[language]} id="wishes">
      {preferences.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {preferences.map(({ client, kind, reason }) => (
          <li key={`${client.id} ${kind}`}>
            <div className="entry-head">
              <Link href={`/clients/${encodeURIComponent(client.id)}`}>{client.name}</Link>
              <span className={`tag ${kind === 'excluded' ? 'bad' : ''}`}>{officeWords[kind][language]}</span>
            </div>
            {reason !== null && <p className="soft small">{reason}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
