import type { MoveInput, VerdictView } from '#contracts';
import { useEffect, useRef, useState } from 'react';
import { judge } from '../api/advice.js';
import { wallMinutes } from '../text/format.js';
import type { Axis } from './axis.js';
import { targetAt, type Grip, type Target } from './drop-target.js';

/** A visit part on its way to another person or time. */
export interface Drag {
  readonly visit: string;
  readonly part: number;
  readonly client: string;
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  /** Null over nobody's row. */
  readonly target: Target | null;
  /** Of the target, or the last one that was judged; null before the first. */
  readonly verdict: VerdictView | null;
  /** The target the verdict is about. */
  readonly judged: string;
}

interface DragWishes {
  readonly planId: string;
  readonly axis: Axis;
  readonly enabled: boolean;
  readonly drop: (moves: readonly MoveInput[], verdict: VerdictView) => void;
}

/** Pixels a pointer moves before it drags. */
const SLACK = 5;
/** Pixels from the window's edge at which the page scrolls along. */
const EDGE = 70;

/**
 * Dragging visits by mouse or pen, from a bar or the tray: what carries `data-drag` can be taken hold of. Verdicts are asked
 * one at a time, always for where the visit is now. Touch scrolls; it has the panel.
 */
export function useDrag(wishes: DragWishes): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(wishes);
  useEffect(() => {
    latest.current = wishes;
  });
  const { enabled } = wishes;
  useEffect(() => {
    if (!enabled) return;
    const session = new DragSession(latest, setDrag);
    const down = (event: PointerEvent): void => session.take(event);
    const move = (event: PointerEvent): void => session.move(event);
    const up = (event: PointerEvent): void => void session.release(event);
    const key = (event: KeyboardEvent): void => session.key(event);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('keydown', key);
    return () => {
      session.cancel();
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('keydown', key);
    };
  }, [enabled]);
  return drag;
}

class DragSession {
  private held: {
    readonly x: number;
    readonly y: number;
    readonly base: Omit<Drag, 'x' | 'y' | 'target' | 'verdict' | 'judged'>;
  } | null = null;
  private drag: Drag | null = null;
  private asking = false;

  constructor(
    private readonly wishes: { readonly current: DragWishes },
    private readonly show: (drag: Drag | null) => void,
  ) {}

  take(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const card = (event.target as Element).closest<HTMLElement>('[data-drag]');
    if (card === null) return;
    const { visit = '', part = '1', shift, start, client = '' } = card.dataset;
    const grip: Grip = {
      shift: shift ?? null,
      start: start ?? null,
      grabbed: start === undefined ? 0 : this.grabbed(event, start),
    };
    this.held = { x: event.clientX, y: event.clientY, base: { visit, part: Number(part), client, grip } };
  }

  move(event: PointerEvent): void {
    const { held } = this;
    if (held === null) return;
    if (this.drag === null && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
    event.preventDefault();
    document.body.classList.add('is-dragging');
    scrollAlong(event.clientY);
    const at = pointed(event);
    const keys = { person: event.shiftKey, time: event.altKey };
    const target = at === null ? null : targetAt(this.wishes.current.axis, at, { grip: held.base.grip, keys });
    const { verdict, judged } = this.drag ?? { verdict: null, judged: '' };
    this.set({ ...held.base, x: event.clientX, y: event.clientY, target, verdict, judged });
    void this.ask();
  }

  async release(event: PointerEvent): Promise<void> {
    const { drag } = this;
    this.held = null;
    if (drag === null) return;
    swallowClick(event);
    const { target } = drag;
    this.cancel();
    if (target === null) return;
    const moves = movesOf(drag, target);
    const { planId, drop } = this.wishes.current;
    const verdict = await judge(planId, moves).catch(() => null);
    if (verdict !== null) drop(moves, verdict);
  }

  key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }

  cancel(): void {
    this.held = null;
    this.drag = null;
    document.body.classList.remove('is-dragging');
    this.show(null);
  }

  private grabbed(event: PointerEvent, start: string): number {
    const at = pointed(event);
    const { axis } = this.wishes.current;
    return at === null ? 0 : axis.start + at.share * (axis.end - axis.start) - wallMinutes(start, axis.date);
  }

  private set(drag: Drag): void {
    this.drag = drag;
    this.show(drag);
  }

  /** One question at a time: whatever was passed over meanwhile needs no answer. */
  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    let asked = '';
    for (;;) {
      const { drag } = this;
      const target = drag?.target;
      if (!drag || !target || asked === keyOf(target)) break;
      asked = keyOf(target);
      const verdict = await judge(this.wishes.current.planId, movesOf(drag, target)).catch(() => null);
      if (this.drag !== null && verdict !== null) this.set({ ...this.drag, verdict, judged: asked });
    }
    this.asking = false;
  }
}

/** Whether the verdict is about where the visit is now. */
export function isSettled({ target, judged }: Drag): boolean {
  return target === null || judged === keyOf(target);
}

function keyOf({ shift, start }: Target): string {
  return `${shift} ${start}`;
}

function movesOf({ visit, part }: Drag, { shift, start }: Target): readonly MoveInput[] {
  return [{ kind: 'put', visit, part, shift, at: { start } }];
}

/** The row under the pointer, and how far along its bar. */
function pointed(event: PointerEvent): { readonly shift: string; readonly share: number } | null {
  const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]');
  const bar = row?.querySelector('.bar')?.getBoundingClientRect();
  if (!row || !bar || bar.width === 0) return null;
  return { shift: row.dataset['row'] ?? '', share: (event.clientX - bar.left) / bar.width };
}

function scrollAlong(y: number): void {
  if (y < EDGE) window.scrollBy(0, -14);
  if (y > window.innerHeight - EDGE) window.scrollBy(0, 14);
}

/** The click that ends a drag opens nothing. */
function swallowClick(event: PointerEvent): void {
  const swallow = (click: Event): void => {
    click.stopPropagation();
    click.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50);
  event.preventDefault();
}
