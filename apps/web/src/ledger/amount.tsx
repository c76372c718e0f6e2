import type { LedgerCellView } from '#contracts';
import { useTexts } from '../text/use-texts.js';

/** A column's hours, and its money under them. */
export function Amount({ cell }: { readonly cell: LedgerCellView }) {
  const { format } = useTexts();
  return (
    <td className="amount">
      {format.duration(cell.minutes * 60)}
      <span className="soft small">{format.euros(cell.cents)}</span>
    </td>
  );
}
