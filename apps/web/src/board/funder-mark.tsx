import type { UnservedView } from '#contracts';
import { useTexts } from '../text/use-texts.js';

/** Who pays, as a coloured mark with its name. */
export function FunderMark({ funder }: { readonly funder: UnservedView['funder'] }) {
  const { text } = useTexts();
  return (
    <span className="funder-mark">
      <span className="swatch" data-funder={funder} aria-hidden="true" />
      {text.funder[funder]}
    </span>
  );
}
