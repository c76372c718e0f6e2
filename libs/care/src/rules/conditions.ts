/** Word that turns a condition around: `unless X` holds while X is not set. */
const UNLESS = 'unless ';

/** Whether a rule's condition holds for a client's flags: empty always, `X` when X is set, `unless X` when it is not. */
export function conditionHolds(condition: string, flags: readonly string[]): boolean {
  if (condition === '') return true;
  return condition.startsWith(UNLESS) ? !flags.includes(condition.slice(UNLESS.length)) : flags.includes(condition);
}
