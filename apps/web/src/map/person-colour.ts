import { COLOURS } from './route-shapes.js';

/** A person's colour: hues apart from each other, dark enough on light ground and light enough on dark. */
export function personColour(index: number, dark: boolean): string {
  // A step of 5 of 12 keeps neighbours on the board far apart on the wheel.
  const hue = ((index * 5) % COLOURS) * (360 / COLOURS) + 12;
  return dark ? `hsl(${hue}, 68%, 68%)` : `hsl(${hue}, 72%, 33%)`;
}
