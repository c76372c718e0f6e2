import type { LedgerGapView } from '#contracts';
import { ledgerCauseTexts, ledgerTexts } from '../text/ledger-texts.js';
import { useTexts } from '../text/use-texts.js';

/** Causes of a difference with their hours, the largest first; those of nothing but cents by their cents. */
export function Causes({ gaps }: { readonly gaps: readonly LedgerGapView[] }) {
  const { language, format } = useTexts();
  if (gaps.length === 0) return <p className="soft small">{ledgerTexts.none[language]}</p>;
  return (
    <ul className="causes small">
      {gaps.map(({ cause, side, minutes, cents }) => (
        <li key={cause} className={`side-${side}`}>
          <span>{ledgerCauseTexts[cause]?.[language] ?? cause}</span>{' '}
          <span className="amount">{minutes === 0 ? format.euros(cents) : signed(minutes, format.duration)}</span>
        </li>
      ))}
    </ul>
  );
}

/** More than the column before: with a plus, for the column has gained it. */
function signed(minutes: number, duration: (seconds: number) => string): string {
  return minutes < 0 ? `+${duration(-minutes * 60)}` : `−${duration(minutes * 60)}`;
}
