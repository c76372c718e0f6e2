import { Icon } from '../shell/icons.js';
import { useTexts } from '../text/use-texts.js';
import { FunderMark } from './funder-mark.js';

/** What the colours and marks of the bars mean. */
export function Legend() {
  const { text } = useTexts();
  return (
    <ul className="legend" aria-label={text.board.legend}>
      {(['municipality', 'state', 'client', 'shared'] as const).map((funder) => (
        <li key={funder}>
          <FunderMark funder={funder} />
        </li>
      ))}
      <li>
        <span className="swatch swatch-way" aria-hidden="true" />
        {text.board.legendTravel}
      </li>
      <li>
        <span className="swatch swatch-break" aria-hidden="true" />
        {text.board.legendBreak}
      </li>
      <li>
        <span className="swatch swatch-shift" aria-hidden="true" />
        {text.board.legendShift}
      </li>
      <li>
        <Icon name="link" />
        {text.board.legendJoint}
      </li>
    </ul>
  );
}
