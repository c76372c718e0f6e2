import type { Issue } from '#contracts';
import { useId, useMemo, useState } from 'react';
import { Icon } from '../shell/icons.js';
import { issueAdvice } from '../text/issue-advice.js';
import { sheetName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';

const page = 200;

interface IssuesProps {
  readonly issues: readonly Issue[];
  /** Mistakes stop the import; warnings only ask for a look. */
  readonly kind: 'issues' | 'warnings';
}

/** Every mistake or warning of a file: where it is, what is there, what may be there, and what to do. */
export function Issues({ issues, kind }: IssuesProps) {
  const { text, count } = useTexts();
  const titleId = useId();
  const [sheet, setSheet] = useState('');
  const [limit, setLimit] = useState(page);
  const perSheet = useMemo(() => countBySheet(issues), [issues]);
  const chosen = sheet === '' ? issues : issues.filter((issue) => (issue.sheet ?? '') === sheet);
  const shown = chosen.slice(0, limit);
  return (
    <section className={`issues issues-${kind}`} aria-labelledby={titleId}>
      <div role="alert">
        <h2 id={titleId}>
          <Icon name="warn" />
          {count(text.import[kind], issues.length)}
        </h2>
      </div>
      {perSheet.size > 1 && (
        <label className="field issues-filter">
          <span>{text.import.filter}</span>
          <select value={sheet} onChange={(event) => setSheet(event.target.value)}>
            <option value="">
              {text.import.allSheets} ({issues.length})
            </option>
            {[...perSheet].map(([name, n]) => (
              <option key={name} value={name}>
                {sheetName(text, name)} ({n})
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="issues-scroll panel" tabIndex={0} role="region" aria-label={text.import.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.import.sheet}</th>
              <th scope="col">{text.import.row}</th>
              <th scope="col">{text.import.column}</th>
              <th scope="col">{text.import.value}</th>
              <th scope="col">{text.import.allowed}</th>
              <th scope="col">{text.import.todo}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((issue, i) => (
              <IssueRow key={i} issue={issue} />
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > shown.length && (
        <button type="button" className="button" onClick={() => setLimit(limit + page)}>
          {count(text.import.more, Math.min(page, chosen.length - shown.length))}
        </button>
      )}
    </section>
  );
}

function countBySheet(issues: readonly Issue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sheet = '' } of issues) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}

function IssueRow({ issue }: { readonly issue: Issue }) {
  const { text, language } = useTexts();
  const advice = issueAdvice(language, issue);
  return (
    <tr>
      <td data-head={text.import.sheet}>{issue.sheet === undefined ? issue.path : sheetName(text, issue.sheet)}</td>
      <td data-head={text.import.row}>{issue.row}</td>
      <td data-head={text.import.column}>{issue.column}</td>
      <td data-head={text.import.value}>
        {issue.value === undefined || issue.value === '' ? (
          <span className="soft">{text.import.empty}</span>
        ) : (
          <code>{issue.value}</code>
        )}
      </td>
      <td data-head={text.import.allowed}>{issue.allowed}</td>
      <td data-head={text.import.todo}>
        <span lang={advice.language}>{advice.text}</span>
        <span className="soft small issue-code">{issue.code}</span>
      </td>
    </tr>
  );
}
