/** Whole numbers from `min` to `max`, both included; either may be infinite. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Every whole number. */
export const EVERYTHING: Span = { min: -Infinity, max: Infinity };

/** Whether one of the spans holds the value. */
export function inSpans(spans: readonly Span[], value: number): boolean {
  return spans.some((span) => span.min <= value && value <= span.max);
}

/** Whether two sets of spans have a value in common. */
export function spansMeet(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => Math.max(x.min, y.min) <= Math.min(x.max, y.max)));
}

/** The spans seen from the other end: value v becomes -v. */
export function mirrored(spans: readonly Span[]): readonly Span[] {
  return spans.map((span) => ({ min: -span.max, max: -span.min }));
}

/**
 * Cuts the line at every end of the given spans: consecutive pieces that
 * together hold every whole number, each wholly inside or outside each span.
 */
export function piecesBetween(spans: readonly Span[]): readonly Span[] {
  const starts = new Set<number>();
  for (const { min, max } of spans) {
    if (Number.isFinite(min)) starts.add(min);
    if (Number.isFinite(max)) starts.add(max + 1);
  }
  const cuts = [-Infinity, ...[...starts].sort((a, b) => a - b)];
  return cuts.map((min, i) => ({ min, max: (cuts[i + 1] ?? Infinity) - 1 }));
}

/** A value of the span: its finite end, 0 when it has none. */
export function sampleOf(span: Span): number {
  if (Number.isFinite(span.min)) return span.min;
  return Number.isFinite(span.max) ? span.max : 0;
}
