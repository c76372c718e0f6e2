/** What the pointer rests on, on the board or the map: a person's row, and a visit of it. */
export interface Focus {
  readonly shift: string | null;
  readonly visit: string | null;
}

export const NOTHING: Focus = { shift: null, visit: null };

/**
 * What board and map light up together. Beside React on purpose: rows must not be drawn again at each move of the mouse.
 */
export class SharedFocus {
  private now = NOTHING;
  private readonly listeners = new Set<(focus: Focus) => void>();

  set(focus: Focus): void {
    if (focus.shift === this.now.shift && focus.visit === this.now.visit) return;
    this.now = focus;
    for (const tell of this.listeners) tell(focus);
  }

  /** Tells every change until the returned function is called. */
  follow(tell: (focus: Focus) => void): () => void {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }
}
