import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

// jest runs in the project's root; the style sheet is not compiled and stays where it is written.
const css = readFileSync(resolve('apps/web/src/styles/tokens.css'), 'utf8');
const [light, dark] = css.split('@media (prefers-color-scheme: dark)').map(colours);

function colours(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** What is written on what. */
const text: [string, string][] = [
  ...['ground', 'surface', 'surface-quiet'].flatMap((under): [string, string][] => [
    ['ink', under],
    ['ink-soft', under],
    ['accent', under],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['danger', 'surface'],
  ['danger', 'ground'],
  ['danger', 'danger-soft'],
  ['ink', 'danger-soft'],
  ['ink-soft', 'danger-soft'],
  ['warning', 'warning-soft'],
  ['ink', 'warning-soft'],
  ['ink-soft', 'warning-soft'],
  ['surface', 'warning'],
  ...['municipality', 'state', 'client'].map((funder): [string, string] => [`${funder}-ink`, `${funder}-fill`]),
];

/** Edges and marks that carry meaning, and what they stand on. */
const marks: [string, string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'ground'],
  ['way', 'surface'],
  ['warning', 'ground'],
  ...['municipality', 'state', 'client'].map((funder): [string, string] => [`${funder}-edge`, 'surface']),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_, palette) => {
  it('keep 4.5:1 for text', () => {
    const weak = text.filter(([a, b]) => !(contrast(palette[a], palette[b]) >= 4.5));
    expect(weak.map(([a, b]) => `${a} on ${b}: ${contrast(palette[a], palette[b]).toFixed(2)}`)).toEqual([]);
  });

  it('keep 3:1 for edges that carry meaning', () => {
    const weak = marks.filter(([a, b]) => !(contrast(palette[a], palette[b]) >= 3));
    expect(weak.map(([a, b]) => `${a} on ${b}: ${contrast(palette[a], palette[b]).toFixed(2)}`)).toEqual([]);
  });
});
