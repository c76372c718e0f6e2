/** Price of one unit of each component; an absent one costs nothing. All are whole numbers >= 0. */
export interface ObjectiveInput {
  /** Travel charge of all legs of used routes. */
  readonly travel?: number;
  /** Sum of lateness of soft parts. */
  readonly lateness?: number;
  /** Largest single lateness. */
  readonly highestLateness?: number;
  /**
   * Sum of start minus arrival over stops. Under departure `late` the first
   * stop waits for nothing, and the waits of the stops behind leading breaks up
   * to and including the first visit do not count; under `start` every wait
   * counts from the shift's start. `highestWaiting` leaves out the same waits.
   */
  readonly waiting?: number;
  /** Largest single wait. */
  readonly highestWaiting?: number;
  /** Sum over routes of return minus shift end, where later (soft ends). */
  readonly overtime?: number;
  /**
   * Largest idle time of a shift: before departure, waiting, and after return
   * up to the shift's end; an unused shift idles from start to end. All waits
   * count here, those behind leading breaks too; an `open` shift has no idle
   * time after its return and none when unused.
   */
  readonly highestIdle?: number;
  /** Sum over all routes of ceil(|work - mean work|), work = travel duration + service. */
  readonly balance?: number;
  /** Sum over routes of travel duration + service. */
  readonly work?: number;
  /** Sum over used routes of return minus departure: paid time from door to door. */
  readonly paid?: number;
  /** Parts given by somebody outside their wish. */
  readonly preference?: number;
  /** Sum of time outside wished windows. */
  readonly wishedTime?: number;
  /** A used route (shift with at least one visit). */
  readonly route?: number;
  /** Parts given by somebody who shares no language with the visit. */
  readonly language?: number;
  /** Parts given by somebody outside their districts. */
  readonly outsideDistrict?: number;
  /** Parts given by somebody who lacks a skill of theirs, where `skillsWished`. */
  readonly qualification?: number;
  /** Parts given by excluded people, where `exclusionWished`. */
  readonly exclusion?: number;
  /** Neighbouring visits of a route of which the later has the lower rank. */
  readonly outOfOrder?: number;
  /** Sum over clients of the different people who come, times the client's weight. */
  readonly distinctStaff?: number;
  /** Of those, only the people who did not come before. */
  readonly newStaff?: number;
  /** Parts that the given plan gives to somebody else. */
  readonly changedStaff?: number;
  /** Sum of the distances from the starts in the given plan. */
  readonly movedStart?: number;
  /** Visits that the given plan serves and this one does not. */
  readonly newlyUnserved?: number;
}

/** The names of {@link ObjectiveInput}'s components and of those that carry their own prices. */
export type CostComponent =
  keyof ObjectiveInput | 'unserved' | 'missedBreak' | 'links' | 'limits' | 'rest' | 'freeTime' | 'caps' | 'fairness';
