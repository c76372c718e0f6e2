import { languageNames, languages } from '../text/language.js';
import { useTexts } from '../text/use-texts.js';
import './header.css';

/** All three languages side by side: the other two are always one tap away. */
export function LanguageSwitch() {
  const { language, setLanguage, text } = useTexts();
  return (
    <div className="languages" role="group" aria-label={text.app.language}>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          title={languageNames[code]}
          onClick={() => setLanguage(code)}
        >
          {code.toUpperCase()}
          <span className="unseen"> {languageNames[code]}</span>
        </button>
      ))}
    </div>
  );
}
