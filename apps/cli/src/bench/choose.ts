import type { BenchInstance } from './best-known.js';

/** Which instances: families as a user names them (absent: all), and how many of each. */
export interface Choice {
  readonly families?: readonly string[];
  readonly limit?: number;
}

/** `uhhc/validation` */
export const familyOf = ({ format, family }: Pick<BenchInstance, 'format' | 'family'>): string => `${format}/${family}`;

/** The instances of the wanted families, in the order given, each family cut to the limit, evenly over its sizes. */
export function choose(all: readonly BenchInstance[], { families, limit }: Choice): BenchInstance[] {
  const known = [...new Set(all.map(familyOf))];
  const wanted = families === undefined ? known : [...new Set(families.flatMap((name) => named(known, name)))];
  return wanted.flatMap((family) => {
    const group = all.filter((instance) => familyOf(instance) === family);
    if (limit === undefined || group.length <= limit) return group;
    const bySize = group.toSorted((a, b) => a.size - b.size);
    return Array.from({ length: limit }, (_, at) => bySize[Math.floor(((at + 0.5) * group.length) / limit)]);
  });
}

/**
 * Families a name stands for: a format, a family, both (`uhhc/validation`, `uhhc-validation`), or, where nothing is called
 * so, the beginning of a family (`solomon`) or its end (`uhhc-caie`).
 */
export function named(known: readonly string[], name: string): string[] {
  const exact = known.filter((key) => {
    const [format, family] = key.split('/');
    return [format, family, key, `${format}-${family}`].includes(name);
  });
  if (exact.length > 0) return exact;
  return known.filter((key) => {
    const [format, family] = key.split('/');
    const short = name.replace(new RegExp(`^${format}[-/]`), '');
    return family.startsWith(short) || family.endsWith(`-${short}`);
  });
}
