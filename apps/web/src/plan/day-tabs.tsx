import { useRef, type KeyboardEvent } from 'react';
import { useTexts } from '../text/use-texts.js';

interface DayTabsProps {
  readonly days: readonly string[];
  readonly chosen: string;
  /** Visits left out, by day. */
  readonly unserved: ReadonlyMap<string, number>;
  readonly choose: (day: string) => void;
}

/** The days of a longer plan as tabs: arrow keys move between them, Home and End go to the ends. */
export function DayTabs({ days, chosen, unserved, choose }: DayTabsProps) {
  const { text, count, format } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = days.indexOf(chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: days.length - 1 }[event.key];
    const day = to === undefined ? undefined : days[(to + days.length) % days.length];
    if (day === undefined) return;
    event.preventDefault();
    choose(day);
    list.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
  return (
    <div className="day-tabs" role="tablist" aria-label={text.plan.days} ref={list} onKeyDown={move}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          role="tab"
          id={`tab-${day}`}
          data-day={day}
          aria-selected={day === chosen}
          aria-controls="day"
          tabIndex={day === chosen ? 0 : -1}
          onClick={() => choose(day)}
        >
          {format.day(day, 'tab')}
          {(unserved.get(day) ?? 0) > 0 && (
            <span className="tab-count">
              <span aria-hidden="true">{unserved.get(day)}</span>
              <span className="unseen">{count(text.unserved.title, unserved.get(day) ?? 0)}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
