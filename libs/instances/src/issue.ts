/** What can be wrong with an instance or a solution file. */
export type InstanceIssueCode =
  | 'not_gzip'
  | 'not_json'
  | 'missing'
  | 'wrong_type'
  | 'not_a_whole_number'
  | 'out_of_range'
  | 'wrong_length'
  | 'not_sorted'
  | 'duplicate'
  | 'unknown_reference'
  | 'unsupported'
  | 'syntax';

/** One thing wrong with a file: where, what was found, what is allowed and what to do. */
export interface InstanceIssue {
  readonly code: InstanceIssueCode;
  /** Where: `patients[3].time_window` in JSON, `line 12` in text; empty for the whole file. */
  readonly path: string;
  /** The value as found, at most 80 characters; absent when nothing was found. */
  readonly value?: string;
  readonly allowed: string;
  readonly message: string;
}

/** Collects issues, so that all of a file's come back together. */
export class IssueList {
  readonly issues: InstanceIssue[] = [];

  /** Notes an issue; `value` is shown shortened. */
  add(code: InstanceIssueCode, path: string, value: unknown, words: Pick<InstanceIssue, 'allowed' | 'message'>): void {
    const found = value === undefined ? {} : { value: shown(value) };
    this.issues.push({ code, path, ...found, ...words });
  }

  get none(): boolean {
    return this.issues.length === 0;
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
