import type { BenchRow } from './rows.js';

const WIDTH = 760;
const HEIGHT = 360;
const LEFT = 48;
const RIGHT = 190;
const TOP = 16;
const BOTTOM = 36;
/** Gaps above are cut off: what counts is where a curve goes flat. */
const MOST_GAP = 10;
const COLOURS = ['#1b6ca8', '#c2410c', '#15803d', '#7e22ce', '#b91c1c', '#0f766e', '#a16207', '#4338ca', '#be185d', '#374151'];

interface Curve {
  readonly label: string;
  readonly points: readonly { readonly seconds: number; readonly gap: number }[];
}

/** Mean gap over seconds (logarithmic) as an SVG file, a line for each row that knows gaps. */
export function curvePicture(rows: readonly BenchRow[]): string {
  const curves = rows.map(curveOf).filter(({ points }) => points.length > 1);
  const all = curves.flatMap(({ points }) => points);
  const longest = Math.max(10, ...all.map(({ seconds }) => seconds));
  const least = Math.floor(Math.min(0, ...all.map(({ gap }) => gap)));
  const x = (seconds: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(seconds)) / Math.log(longest);
  const y = (gap: number): number => TOP + ((HEIGHT - TOP - BOTTOM) * (MOST_GAP - Math.min(gap, MOST_GAP))) / (MOST_GAP - least);
  const parts = [
    ...gridLines(least, y),
    ...[1, 3, 10, 30, 60, 120, 300, 600]
      .filter((mark) => mark <= longest)
      .map((mark) => text(x(mark), HEIGHT - 14, `${mark} s`, 'middle')),
    ...curves.flatMap((curve, at) => line(curve, at, { x, y })),
  ];
  const style = 'font-family="sans-serif" font-size="11" fill="#4b5563"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" ${style}>\n<title>Mean gap to the best known cost in percent over seconds of search</title>\n<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>\n${parts.join('\n')}\n</svg>\n`;
}

function curveOf({ family, sizes, moments }: BenchRow): Curve {
  const points = moments.flatMap(({ seconds, gap }) => (gap === null || gap > 1000 ? [] : [{ seconds, gap }]));
  return { label: `${family.split('/')[1]} ${sizes[0] === sizes[1] ? sizes[1] : `${sizes[0]}–${sizes[1]}`}`, points };
}

function gridLines(least: number, y: (gap: number) => number): string[] {
  const steps = Array.from({ length: Math.floor((MOST_GAP - least) / 2) + 1 }, (_, k) => MOST_GAP - 2 * k);
  return steps.flatMap((gap) => {
    const stroke = gap === 0 ? '#6b7280' : '#e5e7eb';
    const rule = `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${fixed(y(gap))}" y2="${fixed(y(gap))}" stroke="${stroke}"/>`;
    return [rule, text(LEFT - 6, y(gap) + 4, `${gap} %`, 'end')];
  });
}

interface Scales {
  readonly x: (seconds: number) => number;
  readonly y: (gap: number) => number;
}

function line({ label, points }: Curve, at: number, { x, y }: Scales): string[] {
  const colour = COLOURS[at % COLOURS.length];
  const path = points.map(({ seconds, gap }) => `${fixed(x(seconds))},${fixed(y(gap))}`).join(' ');
  const legend = TOP + 8 + 14 * at;
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
    `<line x1="${WIDTH - RIGHT + 14}" x2="${WIDTH - RIGHT + 32}" y1="${legend}" y2="${legend}" stroke="${colour}" stroke-width="2"/>`,
    text(WIDTH - RIGHT + 38, legend + 4, label, 'start'),
  ];
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}">${words}</text>`;
}

const fixed = (figure: number): string => figure.toFixed(1);
