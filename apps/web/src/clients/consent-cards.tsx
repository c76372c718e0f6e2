import type { ChangeKind, ClientView } from '#contracts';
import { useConsentHistory } from '../api/clients.js';
import { ChangeButton } from '../changes/change-button.js';
import { giveConsent, newCertificate, withdrawConsent, type FormPlace } from '../changes/forms.js';
import { changeWords } from '../text/change-texts.js';
import { consentStates, officeWords } from '../text/office-texts.js';
import { changeTexts } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

interface Props {
  readonly client: ClientView;
}

/** Leave to pass facts from one service to the other: what holds, and everything that ever did. */
export function Consents({ client, place }: Props & { readonly place: FormPlace }) {
  const { language, format } = useTexts();
  const kept = useConsentHistory(client.id).data?.consents;
  return (
    <Card
      title={officeWords.consents[language]}
      id="consents"
      acts={<ChangeButton form={giveConsent(place, client.id, client.consents[0])} />}
    >
      {client.consents.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {client.consents.map((consent) => {
          const { id, direction, scope, givenOn, validTo, withdrawnOn, state } = consent;
          const last = withdrawnOn ?? validTo;
          return (
            <li key={id}>
              <div className="entry-head">
                <strong>{changeWords[direction][language]}</strong>
                <span className={`tag ${state === 'given' ? 'good' : state === 'withdrawn' ? 'bad' : ''}`}>
                  {consentStates[state][language]}
                </span>
              </div>
              <p className="small">
                {last === null
                  ? `${format.day(givenOn, 'medium')} – ${officeWords.openEnd[language]}`
                  : `${format.day(givenOn, 'medium')} – ${format.day(last, 'medium')}`}{' '}
                · {scope}
              </p>
              {kept
                ?.find((one) => one.id === id)
                ?.history.map(({ kind, from, recordedAt, by }) => (
                  <p key={kind + recordedAt} className="soft small">
                    {changeTexts[kind as ChangeKind]?.[language] ?? kind} ({format.day(from, 'tab')}) ·{' '}
                    {format.moment(recordedAt)} · {by ?? '–'}
                  </p>
                ))}
              {(state === 'given' || state === 'coming') && withdrawnOn === null && (
                <div className="entry-acts">
                  <ChangeButton form={withdrawConsent(place, id)} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Assessments of self-care over time, the newest first. */
export function Barthel({ client: { barthel } }: Props) {
  const { language, format } = useTexts();
  const bars = (barthel ?? []).slice(0, 10).toReversed();
  return (
    <Card title={officeWords.barthel[language]} id="barthel">
      {barthel === null && <p className="soft">{officeWords.noRight[language]}</p>}
      {barthel?.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      {bars.length > 0 && (
        <ol className="bars">
          {bars.map(({ id, assessedOn, form, score }) => (
            <li key={id}>
              <strong>{score}</strong>
              <span aria-hidden="true" style={{ height: `${(score / (form === 'lv_0_20' ? 20 : 100)) * 2 + 0.15}rem` }} />
              <span className="soft">{format.day(assessedOn, 'medium')}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** The GP's certificates without which social care waits. */
export function Certificates({ client: { id, certificates }, place }: Props & { readonly place: FormPlace }) {
  const { language, format } = useTexts();
  return (
    <Card
      title={officeWords.certificates[language]}
      id="certificates"
      acts={certificates !== null && <ChangeButton form={newCertificate(place, id)} />}
    >
      {certificates === null && <p className="soft">{officeWords.noRight[language]}</p>}
      {certificates?.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {certificates?.map(({ id: own, issuedOn, validTo, issuedBy, severity, contraindicated }) => (
          <li key={own}>
            <div className="entry-head">
              <strong>
                {validTo === null
                  ? `${format.day(issuedOn, 'medium')} – ${officeWords.openEnd[language]}`
                  : format.days(issuedOn, validTo)}
              </strong>
              {contraindicated && <span className="tag bad">{officeWords.contraindicated[language]}</span>}
            </div>
            <p className="soft small">
              {issuedBy} · {changeWords.severity[language]}: {changeWords[severity as 'mild'][language]}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
