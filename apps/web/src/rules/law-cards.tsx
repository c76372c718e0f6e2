import type { LawBookView } from '#contracts';
import { useLawBook, useRuleChanges } from '../api/rules.js';
import { Card } from '../clients/card.js';
import { Failed, Waiting } from '../shell/states.js';
import { figureNames, ruleWordsOfPage as words, workingTimeNames } from '../text/rule-page-texts.js';
import { officeWords } from '../text/office-texts.js';
import { ruleWords } from '../text/rules.js';
import { useTexts } from '../text/use-texts.js';
import { gapWords } from './gap-words.js';
import { Readings } from './readings-card.js';

/** Who changed which rule when and why, and what of it ended. */
export function RuleHistory() {
  const { text, language, format, fill } = useTexts();
  const changes = useRuleChanges();
  return (
    <Card title={words.history[language]} id="history">
      {changes.isPending && <Waiting rows={2} kind="rows" />}
      {changes.isError && <Failed failure={changes.error} retry={() => void changes.refetch()} />}
      {changes.data?.length === 0 && <p className="soft">{words.nobodyChanged[language]}</p>}
      <ul className="entries">
        {changes.data?.map(({ id, rule, clientName, off, severity, gaps, reason, madeAt, madeBy, endedAt, endedBy }) => (
          <li key={id}>
            <div className="entry-head">
              <strong>{ruleWords(language, text, rule, '').pair ?? rule}</strong>
              <span className="soft">{clientName ?? words.everybody[language]}</span>
              <span className={`tag ${endedAt === null ? 'warn' : ''}`}>
                {[
                  off ? words.off[language] : severity === null ? '' : words[severity][language],
                  gaps === null ? '' : gapWords(language, gaps) || words.noDays[language],
                ]
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            </div>
            <p>{reason}</p>
            <p className="soft small">
              {format.moment(madeAt)} · {madeBy ?? '–'} ·{' '}
              {endedAt === null
                ? words.stands[language]
                : fill(words.ended[language], { at: format.moment(endedAt), by: endedBy ?? '–' })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The figures of the law: readings, working time, municipalities. */
export function LawCards() {
  const law = useLawBook();
  if (law.isPending) return <Waiting rows={3} kind="cards" />;
  if (law.isError) return <Failed failure={law.error} retry={() => void law.refetch()} />;
  return (
    <>
      <div className="cards">
        <Readings readings={law.data.readings} />
        <WorkingTime limits={law.data.workingTime} />
      </div>
      <RuleSets sets={law.data.ruleSets} />
    </>
  );
}

function WorkingTime({ limits }: { readonly limits: LawBookView['workingTime'] }) {
  const { language, format, fill } = useTexts();
  return (
    <Card title={words.workingTime[language]} id="working-time">
      <div className="office-scroll" tabIndex={0} role="region" aria-label={words.workingTime[language]}>
        <table className="office-table">
          <thead>
            <tr>
              {(['figure', 'limit', 'source'] as const).map((head) => (
                <th key={head} scope="col">
                  {words[head][language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {limits.map(({ rule, regime, minutes, severity, source, validFrom, checkedOn }) => (
              <tr key={`${rule} ${regime}`}>
                <th scope="row">
                  {workingTimeNames[rule]?.[language] ?? rule} <span className="soft small">{words[regime][language]}</span>
                </th>
                <td>
                  {format.duration(minutes * 60)}{' '}
                  <span className={`tag ${severity === 'hard' ? '' : 'warn'}`}>{words[severity][language]}</span>
                </td>
                <td className="small">
                  <span lang="en">{source}</span>{' '}
                  <span className="soft">
                    {fill(words.since[language], { day: format.day(validFrom, 'medium') })},{' '}
                    {fill(words.checked[language], { day: format.day(checkedOn, 'medium') })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function RuleSets({ sets }: { readonly sets: LawBookView['ruleSets'] }) {
  const { language, format, fill } = useTexts();
  const said = (name: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return officeWords[value ? 'yes' : 'no'][language];
    return name.endsWith('Cents') ? format.euros(Number(value)) : String(value);
  };
  return (
    <Card title={words.ruleSets[language]} id="rule-sets">
      <ul className="entries">
        {sets.map(({ id, name, validFrom, validTo, source, checkedOn, stale, figures }) => (
          <li key={id}>
            <div className="entry-head">
              <strong>{name}</strong>
              {stale && <span className="tag warn">{words.stale[language]}</span>}
            </div>
            <p className="small">
              {validTo === null
                ? fill(words.since[language], { day: format.day(validFrom, 'medium') })
                : format.days(validFrom, validTo)}{' '}
              · {source} · {fill(words.checked[language], { day: format.day(checkedOn, 'medium') })}
            </p>
            <p className="soft small">
              {Object.entries(figures)
                .map(([figure, value]) => `${figureNames[figure]?.[language] ?? figure}: ${said(figure, value)}`)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
