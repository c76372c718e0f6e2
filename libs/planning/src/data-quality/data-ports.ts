/** A client as far as gaps in what is kept of them show. */
export interface ClientGaps {
  readonly clientId: string;
  readonly id: string;
  readonly name: string;
  readonly hasPhone: boolean;
  /** Whether it is known on which floor the home is, and above the second whether there is a lift. */
  readonly floorKnown: boolean;
  /** Other clients at the same position under another address: the position was guessed. */
  readonly samePosition: boolean;
  /** Decisions in force on the day, by their own ids. */
  readonly decisions: readonly {
    readonly id: string;
    readonly number: string;
    readonly hasLevel: boolean;
    readonly hasVisits: boolean;
  }[];
}

/** Reads what is missing. */
export interface DataGapStore {
  clients(providerId: string, today: string): Promise<readonly ClientGaps[]>;
}
