import { Icon } from '../shell/icons.js';
import { adviceWords } from '../text/advice-texts.js';
import { professionName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';
import type { Sought } from './search.js';

interface SearchProps {
  readonly sought: Sought;
  readonly setSought: (sought: Sought) => void;
  readonly professions: readonly string[];
  readonly districts: readonly string[];
}

const PROBLEMS = { rule: 'problemRule', time: 'problemTime', wait: 'problemWait', free: 'problemFree' } as const;
const FUNDERS = ['municipality', 'state', 'client', 'shared'] as const;

/** Whom and what the coordinator looks for. */
export function Search({ sought, setSought, professions, districts }: SearchProps) {
  const { text, language } = useTexts();
  return (
    <search className="board-search">
      <label className="search-field">
        <span className="unseen">{text.board.search}</span>
        <Icon name="search" />
        <input
          type="search"
          value={sought.words}
          placeholder={text.board.search}
          onChange={(event) => setSought({ ...sought, words: event.target.value })}
        />
      </label>
      <label>
        <span className="unseen">{text.board.staffGroup}</span>
        <select value={sought.profession} onChange={(event) => setSought({ ...sought, profession: event.target.value })}>
          <option value="">{text.board.everyone}</option>
          {professions.map((code) => (
            <option key={code} value={code}>
              {professionName(text, code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">{adviceWords.funder[language]}</span>
        <select value={sought.funder} onChange={(event) => setSought({ ...sought, funder: event.target.value })}>
          <option value="">{adviceWords.anyFunder[language]}</option>
          {FUNDERS.map((code) => (
            <option key={code} value={code}>
              {text.funder[code]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">{adviceWords.problem[language]}</span>
        <select
          value={sought.problem}
          onChange={(event) => setSought({ ...sought, problem: event.target.value as Sought['problem'] })}
        >
          <option value="">{adviceWords.anyProblem[language]}</option>
          {(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map((name) => (
            <option key={name} value={name}>
              {adviceWords[PROBLEMS[name]][language]}
            </option>
          ))}
        </select>
      </label>
      {districts.length > 1 && (
        <label>
          <span className="unseen">{adviceWords.district[language]}</span>
          <select value={sought.district} onChange={(event) => setSought({ ...sought, district: event.target.value })}>
            <option value="">{adviceWords.anyDistrict[language]}</option>
            {districts.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
    </search>
  );
}
