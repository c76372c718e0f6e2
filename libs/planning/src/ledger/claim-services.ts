import type { ClaimLineView, ClaimServiceView } from '#contracts';

/**
 * Services of claim lines by episode, task and code: how often each was given, its price and their sum, and what stands
 * in the way of paying, once in each wording. A task without a code, or with another problem, stands in a row of its own.
 */
export function claimServices(lines: readonly ClaimLineView[]): readonly ClaimServiceView[] {
  const rows = new Map<string, ClaimServiceView>();
  for (const { episode, clientNumber, task, code, name, cents, problems } of lines) {
    const missing = [...new Map(problems.map((one) => [one.words.en, one.words])).values()];
    const key = JSON.stringify([episode, task, code, cents, missing.map(({ en }) => en)]);
    const row = rows.get(key) ?? { ...{ account: episode, clientNumber, task, code, name, cents }, times: 0, missing };
    rows.set(key, { ...row, times: row.times + 1 });
  }
  return [...rows.values()].sort((a, b) => order(a).localeCompare(order(b), 'en'));
}

function order({ account, task, code, missing }: ClaimServiceView): string {
  return [account, task, code ?? '', missing.length].join(' ');
}
