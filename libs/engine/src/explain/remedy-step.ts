/** One change of the problem; amounts in its units of time. */
export type RemedyStep =
  /** The visit itself may start so much later. */
  | { readonly kind: 'widen_window'; readonly visit: string; readonly part: string; readonly by: number }
  /** Another visit may start so much later, to make room. */
  | { readonly kind: 'move_visit'; readonly visit: string; readonly part: string; readonly by: number }
  | { readonly kind: 'extend_shift'; readonly shift: string; readonly by: number }
  | { readonly kind: 'allow_person'; readonly visit: string; readonly part: string; readonly staff: string }
  | { readonly kind: 'drop_pin'; readonly visit: string; readonly part: string }
  /** One more person with the part's skills, for its windows. */
  | { readonly kind: 'add_shift'; readonly visit: string; readonly part: string };
