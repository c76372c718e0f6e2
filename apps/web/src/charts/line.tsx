import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './charts.css';

interface LineProps {
  /** What the line shows; the table beside it has every value. */
  readonly label: string;
  /** Names of the points, in order. */
  readonly names: readonly string[];
  readonly values: readonly (number | null)[];
  readonly write: (value: number) => string;
}

const HEIGHT = 220;
/** Half the width of the last point's name, pixels. */
const NAME_ROOM = 56;

/** One line over a row of points. */
export function Line({ label, names, values, write }: LineProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
    const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line') }, ticks: { stroke: colour('--line') } };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        padding: [16, NAME_ROOM, 0, 0],
        scales: { x: { time: false } },
        legend: { show: false },
        cursor: { show: false },
        axes: [
          { ...axis, splits: () => names.map((_, i) => i), values: (_, splits) => splits.map((i) => names[i] ?? '') },
          { ...axis, size: 70, values: (_, splits) => splits.map(write) },
        ],
        series: [{}, { stroke: colour('--accent'), width: 2, points: { show: true, size: 7 } }],
      },
      [names.map((_, i) => i), [...values]],
      element,
    );
    const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [names, values, write]);
  return <div ref={frame} className="chart panel" role="img" aria-label={label} />;
}
