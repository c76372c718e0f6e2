import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';

/** One group: a whole, and a part of it that is drawn over it; null: nothing was measured. */
export interface Bar {
  readonly name: string;
  readonly whole: number | null;
  readonly part: number | null;
}

interface BarsProps {
  /** What the bars show; the table beside them has every value. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly write: (value: number) => string;
}

const HEIGHT = 300;
/** Room for slanted names, pixels. */
const NAMES = 96;

/** Bars of wholes, the part of each drawn over it; without a difference they are plain bars. */
export function Bars({ label, bars, write }: BarsProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    const paths = uPlot.paths.bars?.({ size: [0.7, 60] });
    if (!element || !paths) return undefined;
    const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
    const axis = { stroke: colour('--ink-soft'), ticks: { stroke: colour('--line') } };
    const bar = { paths, points: { show: false }, stroke: colour('--accent'), width: 1 };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        padding: [16, 48, 0, 0],
        scales: { x: { time: false, range: [-0.6, bars.length - 0.4] }, y: { range: (_, __, most) => [0, most * 1.05] } },
        legend: { show: false },
        cursor: { show: false },
        axes: [
          {
            ...{ ...axis, size: NAMES, rotate: -35, grid: { show: false } },
            splits: () => bars.map((_, i) => i),
            values: (_, splits) => splits.map((i) => shortened(bars[i]?.name ?? '')),
          },
          { ...axis, size: 70, grid: { stroke: colour('--line') }, values: (_, splits) => splits.map(write) },
        ],
        series: [{}, { ...bar, fill: colour('--surface') }, { ...bar, fill: colour('--accent') }],
      },
      [bars.map((_, i) => i), bars.map(({ whole }) => whole), bars.map(({ part }) => part)],
      element,
    );
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [bars, write]);
  return <div ref={frame} className="chart panel" role="img" aria-label={label} />;
}

const MOST_LETTERS = 18;

function shortened(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
}
