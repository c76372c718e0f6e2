import { changeWords } from '../text/change-texts.js';
import { useTexts } from '../text/use-texts.js';

/** Says that a visit is held for somebody who is not home yet (S060); nothing for a visit that is certain. */
export function ReservedMark({ reserved, long = false }: { readonly reserved: boolean; readonly long?: boolean }) {
  const { language } = useTexts();
  if (!reserved) return null;
  const { reserved: short, reservedWhy } = changeWords;
  return (
    <strong className="reserved-mark" title={reservedWhy[language]}>
      {(long ? reservedWhy : short)[language]}
    </strong>
  );
}
