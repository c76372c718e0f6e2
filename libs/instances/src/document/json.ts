import type { IssueList } from '../issue.js';

/** Parses JSON text (a byte order mark is let pass), noting an issue when it is none. */
export function parseJson(issues: IssueList, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    issues.add('not_json', '', undefined, {
      allowed: 'JSON',
      message: error instanceof Error ? error.message : 'The text is not JSON.',
    });
    return undefined;
  }
}
