/** One change of the problem; amounts in its units of time. */
export type RemedyStep =
  /** There is room: the visit is served whatever it costs, and only who goes where and when changes. */
  | { readonly kind: 'rearrange'; readonly visit: string }
  /** The visit itself may start so much later. */
  | { readonly kind: 'widen_window'; readonly visit: string; readonly part: string; readonly by: number }
  /** The visit itself may start so much earlier. */
  | { readonly kind: 'start_earlier'; readonly visit: string; readonly part: string; readonly by: number }
  /** Another visit may start so much later, to make room. */
  | { readonly kind: 'move_visit'; readonly visit: string; readonly part: string; readonly by: number }
  | { readonly kind: 'extend_shift'; readonly shift: string; readonly by: number }
  | { readonly kind: 'allow_person'; readonly visit: string; readonly part: string; readonly staff: string }
  | { readonly kind: 'drop_pin'; readonly visit: string; readonly part: string }
  /** One more person with the part's skills, at work from the one time to the other. */
  | { readonly kind: 'add_shift'; readonly visit: string; readonly part: string; readonly from: number; readonly to: number };
