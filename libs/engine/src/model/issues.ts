/** One thing wrong with a problem or a warm start: a stable code, the place in the input, and words with figures. */
export interface ProblemIssue {
  readonly code: ProblemIssueCode;
  /** `visits[3].parts[0].windows[1]` */
  readonly path: string;
  readonly message: string;
}

export type ProblemIssueCode =
  | 'NOT_A_WHOLE_NUMBER'
  | 'OUT_OF_RANGE'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_REFERENCE'
  | 'EMPTY'
  | 'NOT_SORTED'
  | 'WRONG_LENGTH'
  | 'WRONG_VALUE';

/** Collects every issue of one pass, with the checks all of them share. */
export class IssueList {
  readonly issues: ProblemIssue[] = [];

  add(code: ProblemIssueCode, path: string, message: string): void {
    this.issues.push({ code, path, message });
  }

  /** A whole number in [low, high]; both ends included. */
  whole(path: string, value: unknown, low: number, high: number): boolean {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.add('NOT_A_WHOLE_NUMBER', path, `is ${String(value)}; give a whole number from ${low} to ${high}`);
      return false;
    }
    if (value < low || value > high) {
      this.add('OUT_OF_RANGE', path, `is ${value}; give a whole number from ${low} to ${high}`);
      return false;
    }
    return true;
  }

  /** Records ids and reports repeats. */
  unique(path: string, id: string, seen: Map<string, number>, index: number): void {
    if (typeof id !== 'string' || id === '') this.add('EMPTY', path, 'is empty; give every one an id');
    else if (seen.has(id))
      this.add('DUPLICATE_ID', path, `"${id}" is already used by number ${seen.get(id)! + 1}; make ids unique`);
    else seen.set(id, index);
  }
}
