import { InvalidArgumentError } from 'commander';

/** Parses an option that must be a whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

/** Parses an option that must be a number above 0 and at most `max`. */
export function positiveNumber(max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && value > 0 && value <= max) return value;
    throw new InvalidArgumentError(`Give a number above 0, at most ${max}.`);
  };
}

/** Parses a list separated by commas, each entry by `entry`. */
export function listOf<Value>(entry: (text: string) => Value): (text: string) => Value[] {
  return (text) => text.split(',').map((item) => entry(item.trim()));
}
