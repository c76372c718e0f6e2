import type { Translated } from '../text/language.js';
import { fill } from '../text/messages.js';
import { phoneTexts } from '../text/phone-texts.js';
import { useTexts } from '../text/use-texts.js';

/** Says words of the phone's pages in the chosen language, with values in their places. */
export function useSay() {
  const { language } = useTexts();
  return (name: keyof typeof phoneTexts | Translated, values: Readonly<Record<string, string | number>> = {}): string =>
    fill((typeof name === 'string' ? phoneTexts[name] : name)[language], values);
}
