import type { LawBookView, LegalPracticeView, PracticeChangeView } from '#contracts';
import { useState } from 'react';
import { ApiFailure, type Seen } from '../api/client.js';
import { useChangePractice, useLegalPractice, type PracticePart } from '../api/rules.js';
import { useSession } from '../api/session.js';
import type { Field } from '../changes/fields.js';
import { Card } from '../clients/card.js';
import { Failed } from '../shell/states.js';
import type { Language } from '../text/language.js';
import { officeWords } from '../text/office-texts.js';
import { readingNames, ruleWordsOfPage as words } from '../text/rule-page-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ChangeDialog } from './change-dialog.js';

type Reading = LawBookView['readings'][number];

/** What the law leaves open and how the provider reads it; managers choose otherwise, and every choice stays on record. */
export function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  const { language } = useTexts();
  const role = useSession().data?.role;
  const manages = role === 'manager' || role === 'administrator';
  const { practice, changes } = useLegalPractice();
  return (
    <Card title={words.readings[language]} id="readings">
      {!manages && <p className="soft small">{words.managersChange[language]}</p>}
      <ul className="entries">
        {readings.map((reading) => (
          <OneReading key={reading.name} reading={reading} shown={manages ? practice.data : undefined} />
        ))}
        {practice.data && <Days shown={practice.data} manages={manages} />}
      </ul>
      {practice.isError && <Failed failure={practice.error} retry={() => void practice.refetch()} />}
      {changes.data && changes.data.length > 0 && <History changes={changes.data} readings={readings} />}
    </Card>
  );
}

interface OneReadingProps {
  readonly reading: Reading;
  /** Of those who may change it. */
  readonly shown: Seen<LegalPracticeView> | undefined;
}

function OneReading({ reading, shown }: OneReadingProps) {
  const { language } = useTexts();
  const { name, chosen, standard, choices } = reading;
  const options = choices.map(({ choice, words: said }) => [choice, said[language]] as const);
  return (
    <li>
      <div className="entry-head">
        <strong>{nameOf(name, language)}</strong>
        {shown && (
          <Change
            {...{ name, shown }}
            field={{ kind: 'choice', name: 'choice', label: words.choice[language], value: chosen, options }}
            part={(choice) => ({ readings: { [name]: choice } })}
          />
        )}
      </div>
      {choices.map(({ choice, words: said }) => (
        <p key={choice} className={choice === chosen ? '' : 'soft small'}>
          {said[language]} {choice === chosen && <span className="tag good">{words.chosen[language]}</span>}
          {choice === standard && choice !== chosen && <span className="tag">{words.standard[language]}</span>}
        </p>
      ))}
    </li>
  );
}

/** The two choices about days. */
function Days({ shown, manages }: { readonly shown: Seen<LegalPracticeView>; readonly manages: boolean }) {
  const { language } = useTexts();
  const { followsTransfers, daysOff } = shown.value;
  const yes = (said: boolean): string => officeWords[said ? 'yes' : 'no'][language];
  const options = [true, false].map((said) => [String(said), yes(said)] as const);
  return (
    <>
      <li>
        <div className="entry-head">
          <strong>{nameOf('followsTransfers', language)}</strong>
          {manages && (
            <Change
              name="followsTransfers"
              shown={shown}
              field={{ kind: 'choice', name: 'choice', label: words.choice[language], value: String(followsTransfers), options }}
              part={(choice) => ({ followsTransfers: choice === 'true' })}
            />
          )}
        </div>
        <p>{yes(followsTransfers)}</p>
      </li>
      <li>
        <div className="entry-head">
          <strong>{nameOf('daysOff', language)}</strong>
          {manages && (
            <Change
              name="daysOff"
              shown={shown}
              field={{ kind: 'lines', name: 'daysOff', label: words.days[language], value: daysOff.join('\n') }}
              part={(entered) => ({ daysOff: entered.split(/[\s,;]+/).filter((day) => day !== '') })}
            />
          )}
        </div>
        <p>{saidOf('daysOff', daysOff.join(' '), [], language)}</p>
      </li>
    </>
  );
}

interface ChangeProps {
  readonly name: string;
  readonly field: Field;
  readonly shown: Seen<LegalPracticeView>;
  /** What of the practice an entered value stands for. */
  readonly part: (entered: string) => PracticePart;
}

function Change({ name, field, shown, part }: ChangeProps) {
  const { language } = useTexts();
  // The practice as it was when the dialog opened: what a colleague does meanwhile must not slip under the pen.
  const [seen, setSeen] = useState(shown);
  const change = useChangePractice();
  const overtaken = isConflict(change.error);
  return (
    <ChangeDialog
      title={nameOf(name, language)}
      fields={[field]}
      change={change}
      opened={() => setSeen(shown)}
      send={({ [field.name]: entered = '', reason = '' }, done) =>
        change.mutate({ part: part(entered), reason, shown: overtaken ? shown : seen }, { onSuccess: done })
      }
    >
      <p className="soft">{words.changesPlans[language]}</p>
      {overtaken && (
        <p className="with-warning">
          {officeWords.theirs[language]}: {String(field.value)}
        </p>
      )}
    </ChangeDialog>
  );
}

function History({
  changes,
  readings,
}: {
  readonly changes: readonly PracticeChangeView[];
  readonly readings: readonly Reading[];
}) {
  const { language, format } = useTexts();
  return (
    <>
      <h3>{words.readingHistory[language]}</h3>
      <ul className="entries">
        {changes.map(({ what, before, after, reason, madeAt, madeBy }) => (
          <li key={`${madeAt} ${what}`}>
            <strong>{nameOf(what, language)}</strong>
            <p>
              {saidOf(what, before, readings, language)} → {saidOf(what, after, readings, language)}
            </p>
            <p>{reason}</p>
            <p className="soft small">
              {format.moment(madeAt)} · {madeBy ?? '–'}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A colleague was first: what they have chosen is told, and changing it again is from there. */
const isConflict = (error: unknown): boolean => error instanceof ApiFailure && error.status === 412;

const nameOf = (name: string, language: Language): string => readingNames[name]?.[language] ?? name;

/** A choice of a part of the practice in words. */
function saidOf(what: string, choice: string, readings: readonly Reading[], language: Language): string {
  if (what === 'daysOff') return choice === '' ? words.noDays[language] : choice.split(' ').join(', ');
  if (what === 'followsTransfers') return officeWords[choice === 'true' ? 'yes' : 'no'][language];
  const choices = readings.find(({ name }) => name === what)?.choices;
  return choices?.find((one) => one.choice === choice)?.words[language] ?? choice;
}
