import { useEffect, type RefObject } from 'react';
import { NOTHING, type Focus, type SharedFocus } from '../map/focus.js';

/** Lights on the board what the map's pointer rests on, and tells what the board's pointer does. */
export function useBoardFocus(board: RefObject<HTMLElement | null>, focus: SharedFocus): void {
  useEffect(() => {
    const area = board.current;
    if (!area) return;
    const over = ({ target }: PointerEvent): void => {
      const row = (target as Element).closest<HTMLElement>('[data-row]');
      const visit = (target as Element).closest<HTMLElement>('[data-visit]')?.dataset['visit'];
      focus.set(row === null ? NOTHING : { shift: row.dataset['row'] ?? null, visit: visit ?? null });
    };
    const leave = (): void => focus.set(NOTHING);
    let lit: Element[] = [];
    const light = ({ shift, visit }: Focus): void => {
      for (const element of lit) element.classList.remove('is-focused');
      const row = shift === null ? null : area.querySelector(`[data-row="${CSS.escape(shift)}"]`);
      const cards = row === null || visit === null ? [] : row.querySelectorAll(`[data-visit="${CSS.escape(visit)}"]`);
      lit = [...(row === null ? [] : [row]), ...cards];
      for (const element of lit) element.classList.add('is-focused');
    };
    area.addEventListener('pointerover', over);
    area.addEventListener('pointerleave', leave);
    const unfollow = focus.follow(light);
    return () => {
      area.removeEventListener('pointerover', over);
      area.removeEventListener('pointerleave', leave);
      unfollow();
      light(NOTHING);
    };
  }, [board, focus]);
}
