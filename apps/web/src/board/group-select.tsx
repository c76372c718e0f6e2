import { adviceWords } from '../text/advice-texts.js';
import { useTexts } from '../text/use-texts.js';
import type { Grouping } from './groups.js';

const NAMES = { '': 'noGroups', district: 'byDistrict', profession: 'byProfession' } as const;

/** How rows are grouped. */
export function GroupSelect({ by, choose }: { readonly by: Grouping; readonly choose: (by: Grouping) => void }) {
  const { language } = useTexts();
  return (
    <label className="group-select">
      <span className="unseen">{adviceWords.group[language]}</span>
      <select value={by} onChange={(event) => choose(event.target.value as Grouping)}>
        {(Object.keys(NAMES) as Grouping[]).map((name) => (
          <option key={name} value={name}>
            {adviceWords[NAMES[name]][language]}
          </option>
        ))}
      </select>
    </label>
  );
}
