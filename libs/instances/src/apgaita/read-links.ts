import type { GapInput, LinkInput, PartRef, VisitInput } from '#engine';
import type { FieldReader } from '../document/fields.js';
import { LARGEST } from './bounds.js';

/** Reads `links`; both ends must be parts of the problem. */
export function readLinks(read: FieldReader, value: unknown, visits: readonly VisitInput[]): LinkInput[] {
  const parts = new Map(visits.map((visit) => [visit.id, new Set(visit.parts.map(({ id }) => id))]));
  const links = read.list(value, 'links').map((entry, at): LinkInput => {
    const path = `links[${at}]`;
    const link = read.object(entry, path);
    return {
      id: read.text(link['id'], `${path}.id`),
      before: readRef(read, link['before'], `${path}.before`, parts),
      after: readRef(read, link['after'], `${path}.after`, parts),
      gaps: readGaps(read, link['gaps'], `${path}.gaps`),
      staff: read.word(link['staff'], `${path}.staff`, ['any', 'same', 'different']),
      served: read.word(link['served'], `${path}.served`, ['ifBoth', 'together', 'afterNeedsBefore', 'beforeNeedsAfter']),
    };
  });
  read.unique(
    links.map(({ id }) => id),
    (at) => `links[${at}].id`,
  );
  return links;
}

function readRef(read: FieldReader, value: unknown, path: string, parts: ReadonlyMap<string, ReadonlySet<string>>): PartRef {
  const ref = read.object(value, path);
  const visit = read.text(ref['visit'], `${path}.visit`);
  const part = read.text(ref['part'], `${path}.part`);
  read.reference(visit, parts, `${path}.visit`, 'a visit');
  const known = parts.get(visit);
  if (known) read.reference(part, known, `${path}.part`, 'a part of that visit');
  return { visit, part };
}

function readGaps(read: FieldReader, value: unknown, path: string): GapInput[] {
  const entries = read.list(value, path);
  if (Array.isArray(value) && entries.length === 0) {
    read.add('wrong_length', path, 0, {
      allowed: 'at least one interval',
      message: 'Give {"min": null, "max": null, "cost": 0} if any gap will do.',
    });
  }
  const gaps = entries.map((entry, at): GapInput => {
    const where = `${path}[${at}]`;
    const gap = read.object(entry, where);
    const bound = (key: 'min' | 'max'): number | null =>
      gap[key] === null ? null : read.number(gap[key], `${where}.${key}`, { min: -LARGEST, max: LARGEST, whole: true });
    const cost = read.number(gap['cost'], `${where}.cost`, { min: 0, max: LARGEST, whole: true });
    return { min: bound('min'), max: bound('max'), cost };
  });
  gaps.forEach(({ min, max }, at) => {
    if (min !== null && max !== null && max < min) {
      read.add(
        'not_sorted',
        `${path}[${at}]`,
        { min, max },
        { allowed: 'a minimum no larger than the maximum', message: 'Swap or mend the two.' },
      );
    }
    const before = gaps[at - 1];
    if (before && (before.max === null || min === null || min <= before.max)) {
      read.add(
        'not_sorted',
        `${path}[${at}]`,
        { min, max },
        { allowed: 'an interval after the one before it', message: 'Sort the intervals and join those that overlap.' },
      );
    }
  });
  return gaps;
}
