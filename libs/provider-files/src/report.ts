import { errorCodes, type ErrorCode, type Issue } from '#contracts';

/** Where something is: a JSON path always, and what a spreadsheet shows where there is one. */
export interface Place {
  readonly path: string;
  readonly sheet?: string;
  /** 1-based, as the spreadsheet counts. */
  readonly row?: number;
  /** The header as written in the file. */
  readonly column?: string;
  readonly value?: string;
}

/** What is said about a place beside the code: what is allowed, and particulars before the code's general advice. */
export interface Words {
  readonly allowed: string;
  /** Particulars of this case, a whole sentence. */
  readonly detail?: string;
  /** Replaces the general advice of the code. */
  readonly advice?: string;
}

/** An issue under a registered code; its message is the detail and the advice. */
export function issueAt(code: ErrorCode, place: Place, words: Words): Issue {
  const message = [words.detail, words.advice ?? errorCodes[code].advice].filter(Boolean).join(' ');
  return { code, ...place, allowed: words.allowed, message };
}

/** Collects issues, which refuse a file, and warnings, which do not. */
export class Report {
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];

  issue(code: ErrorCode, place: Place, words: Words): void {
    this.issues.push(issueAt(code, place, words));
  }

  warn(code: ErrorCode, place: Place, words: Words): void {
    this.warnings.push(issueAt(code, place, words));
  }
}
