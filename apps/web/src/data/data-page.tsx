import type { DataIssueView } from '#contracts';
import { useEffect } from 'react';
import { useDataIssues } from '../api/rules.js';
import { Card } from '../clients/card.js';
import { Link } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { officeWords } from '../text/office-texts.js';
import { dataIssueTexts, dataWords } from '../text/rule-page-texts.js';
import { ruleWords } from '../text/rules.js';
import { useTexts } from '../text/use-texts.js';
import '../clients/office.css';

/** What is missing or wrong in the data, what blocks planning first, each with the way to the field. */
export function DataPage() {
  const { text, language } = useTexts();
  const issues = useDataIssues();
  useEffect(() => {
    document.title = `${dataWords.title[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="office">
      <h1>{dataWords.title[language]}</h1>
      {issues.isPending && <Waiting rows={8} kind="rows" />}
      {issues.isError && <Failed failure={issues.error} retry={() => void issues.refetch()} />}
      {issues.data?.length === 0 && <Empty icon="done" title={dataWords.nothing[language]} />}
      {(['blocks', 'improves'] as const).map((effect) => {
        const theirs = issues.data?.filter((issue) => issue.effect === effect) ?? [];
        return theirs.length > 0 && <Effect key={effect} effect={effect} issues={theirs} />;
      })}
    </div>
  );
}

function Effect({ effect, issues }: { readonly effect: DataIssueView['effect']; readonly issues: readonly DataIssueView[] }) {
  const { language, format } = useTexts();
  const codes = [...new Set(issues.map(({ code }) => code))];
  return (
    <Card
      title={dataWords[effect][language]}
      id={effect}
      acts={<span className={`tag ${effect === 'blocks' ? 'bad' : ''}`}>{format.number(issues.length)}</span>}
    >
      {codes.map((code) => {
        const theirs = issues.filter((issue) => issue.code === code);
        return (
          <details key={code} open={effect === 'blocks' && theirs.length <= 12}>
            <summary>
              {dataIssueTexts[code][language]} <span className="tag">{format.number(theirs.length)}</span>
            </summary>
            <ul className="entries">
              {theirs.map((issue) => (
                <Issue key={`${issue.client?.id ?? ''} ${issue.subject}`} issue={issue} />
              ))}
            </ul>
          </details>
        );
      })}
    </Card>
  );
}

function Issue({ issue }: { readonly issue: DataIssueView }) {
  const { language, count, format } = useTexts();
  const subject = useSubject(issue);
  const { client, visits, words, field } = issue;
  return (
    <li>
      <div className="entry-head">
        <strong>{client?.name ?? subject}</strong>
        {client && subject !== '' && <span className="soft">{subject}</span>}
        {visits > 0 && (
          <span className="soft small">
            {count(officeWords.visits[language], visits)} {dataWords.next[language]}
          </span>
        )}
        <Link className="button quiet small" href={hrefOf(client, field)}>
          {dataWords.fix[language]}
        </Link>
      </div>
      {words && <p className="small">{format.sentence(words[language])}</p>}
    </li>
  );
}

/** The very field: the home's form opens at once, the rest scrolls into view. */
function hrefOf(client: DataIssueView['client'], field: string): string {
  if (client === null) return '/import';
  return `/clients/${encodeURIComponent(client.id)}${field === 'home' ? '?edit=home' : ''}#${field}`;
}

function useSubject({ code, subject }: DataIssueView): string {
  const { text, language } = useTexts();
  if (code === 'visit_barred') return '';
  if (code === 'no_shift') return professionName(text, subject);
  return code === 'no_order' ? (ruleWords(language, text, subject, '').pair ?? subject) : subject;
}
