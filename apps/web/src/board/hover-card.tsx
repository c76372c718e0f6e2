import { useEffect, useRef, useState, type RefObject } from 'react';
import type { StopView } from '#contracts';
import { Icon } from '../shell/icons.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { isJoint } from './blocks.js';
import { FunderMark } from './funder-mark.js';
import { ReservedMark } from './reserved-mark.js';
import { togetherWith, type Whereabouts } from './partners.js';
import './bar.css';

interface HoverCardProps {
  readonly board: RefObject<HTMLDivElement | null>;
  readonly places: Whereabouts;
}

interface Shown {
  readonly stop: StopView;
  /** Whether the row's stops stand below anyway; the card would only hide them. */
  readonly open: boolean;
  readonly left: number;
  readonly top: number;
}

const width = 300;
const restMs = 120;

/**
 * A small card under the visit the mouse rests on, and a light on the visits that belong with it. Escape closes it and
 * the mouse may enter it. It only repeats what the row's stops say, so touch and keyboard miss nothing.
 */
export function HoverCard({ board, places }: HoverCardProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const area = board.current;
    if (!area) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const over = (event: PointerEvent) => {
      const target = event.target as Element;
      if (event.pointerType !== 'mouse' || card.current?.contains(target)) return;
      const block = target.closest<HTMLElement>('.bar-visit');
      const stop = block ? stopAt(places, block) : undefined;
      clearTimeout(resting);
      // A mouse on its way over the board should not leave a trail of cards.
      resting = setTimeout(
        () => setShown(block && stop ? { stop, open: isOpen(block), ...placeUnder(block, area) } : null),
        restMs,
      );
    };
    const hide = () => {
      clearTimeout(resting);
      setShown(null);
    };
    const key = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    area.addEventListener('pointerover', over);
    area.addEventListener('pointerleave', hide);
    document.addEventListener('keydown', key);
    return () => {
      clearTimeout(resting);
      area.removeEventListener('pointerover', over);
      area.removeEventListener('pointerleave', hide);
      document.removeEventListener('keydown', key);
    };
  }, [board, places]);

  useEffect(() => {
    const area = board.current;
    if (!area || !shown) return;
    // Lit by hand: re-rendering every row at each move of the mouse would be felt.
    const lit = togetherWith(shown.stop).flatMap((visit) => [...area.querySelectorAll(`[data-visit="${CSS.escape(visit)}"]`)]);
    for (const block of lit) block.classList.add('lit');
    return () => {
      for (const block of lit) block.classList.remove('lit');
    };
  }, [board, shown]);

  if (!shown || shown.open) return null;
  return (
    <div ref={card} className="hover-card" style={{ left: shown.left, top: shown.top, width }} aria-hidden="true">
      <CardContent stop={shown.stop} />
    </div>
  );
}

function CardContent({ stop }: { readonly stop: StopView }) {
  const { text, format, language } = useTexts();
  return (
    <>
      <p>
        <strong>
          {format.time(stop.start)}–{format.time(stop.end)}
        </strong>{' '}
        {stop.client}
      </p>
      <p className="soft small">{stop.address}</p>
      <p>{stop.tasks.map((code) => taskName(language, code)).join(' · ')}</p>
      <p className="hover-marks">
        {stop.funder !== null && <FunderMark funder={stop.funder} />}
        <ReservedMark reserved={stop.reserved} />
        {isJoint(stop) && (
          <span>
            <Icon name="link" />
            {text.board.legendJoint}
          </span>
        )}
      </p>
    </>
  );
}

function isOpen(block: HTMLElement): boolean {
  return block.closest('.route-open') !== null;
}

function stopAt(places: Whereabouts, block: HTMLElement): StopView | undefined {
  const { visit, shift } = block.dataset;
  return places.get(visit ?? '')?.find((placed) => placed.shift === shift)?.stop;
}

function placeUnder(block: HTMLElement, area: HTMLElement): { left: number; top: number } {
  const at = block.getBoundingClientRect();
  const within = area.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - within.left), within.width - width - 8);
  return { left, top: at.bottom - within.top };
}
