import { LanguageSwitch } from '../shell/language-switch.js';
import { useSay } from './use-say.js';
import './client-week.css';

/** Language and printer above a page made to be printed; they stay off the paper. */
export function PrintTools() {
  const say = useSay();
  return (
    <div className="client-week-tools">
      <LanguageSwitch />
      <button type="button" className="button" onClick={() => window.print()}>
        {say('print')}
      </button>
    </div>
  );
}
