import type { ClientView } from '#contracts';
import { changeWords } from '../text/change-texts.js';
import { flagName, officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';

/** What protects people at this home, and what social care waits for; nothing where the role may not see it. */
export function Flags({ client: { flags, contraindications } }: { readonly client: ClientView }) {
  const { language, format } = useTexts();
  const none = (flags ?? []).length + (contraindications ?? []).length === 0;
  if (none) return null;
  return (
    <ul className="client-flags" aria-label={officeWords.flags[language]}>
      {contraindications?.map(({ kind, on }) => (
        <li key={`${kind} ${on}`} className="tag bad">
          {officeWords.contraindicated[language]}: {changeWords[kind][language]}, {format.day(on, 'medium')}
        </li>
      ))}
      {flags?.map((flag) => (
        <li key={flag} className="tag warn">
          {flagName(language, flag)}
        </li>
      ))}
    </ul>
  );
}
