/** Line icons on a 20 by 20 grid; decoration only, the words stand beside them. */
const paths = {
  mark: 'M3 10.5 10 4l7 6.5M5.2 9v7h9.6V9M10 11.2v2.3',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  next: 'M8 4.5 13.5 10 8 15.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  link: 'M8.2 11.8a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.8 8.2a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l1-1',
  apart: 'M6 6 2.5 10 6 14M14 6l3.5 4-3.5 4M10 3.5v13',
  order: 'M4 6h8M4 10h5M4 14h3M14 8v8m0 0 2.5-2.5M14 16l-2.5-2.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  close: 'm5 5 10 10M15 5 5 15',
  warn: 'M10 3.5 2.8 16h14.4L10 3.5ZM10 8.5v3.5M10 14.2v.1',
  done: 'm4.5 10.5 3.6 3.6 7.4-8',
  file: 'M5.5 3h6L15 6.5V17H5.5V3ZM11 3v4h4',
  load: 'M10 13V4m0 0L6.5 7.5M10 4l3.5 3.5M4 13.5V16h12v-2.5',
  save: 'M10 4v9m0 0 3.5-3.5M10 13 6.5 9.5M4 13.5V16h12v-2.5',
  walk: 'M10.5 5.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4ZM9.5 7.5 8.8 11l2.7 2.2.8 4M8.8 11 7 17M9.5 7.5 6.8 8.8 6 11m3.5-3.5 1.8.2 1.2 2 2 .6',
  bicycle:
    'M5 15.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM15 15.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM5 12.5 8 7h5l2 5.5M8 7 10.5 12.5 13 7m-6-1h2.5',
  car: 'M3 13.5v-3l2-5h10l2 5v3H3ZM3.5 10.5h13M5 13.5V15m10-1.5V15M6 12.1v-.2m8 .2v-.2',
  transit: 'M5 4h10v10H5V4ZM5 9.5h10M7 14l-1 2.5M13 14l1 2.5M7.5 11.8v.1m5-.1v.1',
  lock: 'M5.5 9.5h9v7h-9v-7ZM7.5 9.5V7a2.5 2.5 0 0 1 5 0v2.5',
  undo: 'M8 5 4.5 8.5 8 12M4.5 8.5H12a4 4 0 0 1 0 8H9',
  redo: 'm12 5 3.5 3.5L12 12M15.5 8.5H8a4 4 0 0 0 0 8h3',
  people:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 16c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M13.5 9a2 2 0 1 0 0-4M14 11.6c2 .3 3.5 1.8 3.5 4.4',
  flame: 'M10 3c.5 3 4.5 4.5 4.5 8.5a4.5 4.5 0 0 1-9 0c0-1.5.7-2.6 1.7-3.6.2 1.2.8 1.9 1.5 2.1C8.4 7.5 8.7 5 10 3Z',
  shield: 'M10 3 4 5v5c0 3.5 2.5 6 6 7 3.5-1 6-3.5 6-7V5l-6-2ZM10 7.5v5M7.5 10h5',
  paw: 'M6 9.5v-.1M14 9.5v-.1M8.3 6v-.1M11.7 6v-.1M10 10c-2 0-3.5 2-3.5 3.7 0 1.3 1 2 2 1.8 1-.2 2-.2 3 0 1 .2 2-.5 2-1.8C13.5 12 12 10 10 10Z',
  bed: 'M2.5 5v11M2.5 13.5h15V16M17.5 13.5V10.5a2 2 0 0 0-2-2H8.5v5M5.5 10.8v-.1',
  calendar: 'M3.5 5h13v11.5h-13V5ZM3.5 8.5h13M7 3v3.5M13 3v3.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : 'icon'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
