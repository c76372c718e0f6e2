import type { IsoDay } from '#time';
import type { Words } from '../tasks/task.js';
import type { LawLimit, WorkingTimeRule } from './law-limit.js';

/** A rule of working time that a person's routes break (`hard`) or that somebody should decide about (`warning`). */
export interface WorkingTimeFinding {
  readonly code: `working_time.${WorkingTimeRule}`;
  readonly severity: LawLimit['severity'];
  /** Days it is about, both included. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** What the routes come to: work rounded up, rest rounded down. */
  readonly actualMinutes: number;
  readonly limitMinutes: number;
  /** Where the limit is written. */
  readonly source: string;
}

/** Days and seconds of a finding. */
export interface Found {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly seconds: number;
  /** The limit where it is not the law's own figure. */
  readonly limitMinutes?: number;
}

const LEAST: ReadonlySet<WorkingTimeRule> = new Set(['daily_rest', 'weekly_rest', 'average_weekly_rest', 'break_length']);

/** A finding under a limit; `severity` where it differs from the law's. */
export function finding(limit: LawLimit, found: Found, severity = limit.severity): WorkingTimeFinding {
  const minutes = found.seconds / 60;
  return {
    code: `working_time.${limit.rule}`,
    severity,
    from: found.from,
    to: found.to,
    actualMinutes: LEAST.has(limit.rule) ? Math.floor(minutes) : Math.ceil(minutes),
    limitMinutes: found.limitMinutes ?? limit.minutes,
    source: limit.source,
  };
}

const say = (lv: string, en: string, ru: string): Words => ({ lv, en, ru });

const TEXTS: Readonly<Record<WorkingTimeRule, Words>> = {
  day: say(
    '{from}: darbs {actual}, atļauts {limit} dienā.',
    '{from}: {actual} of work; a day may have {limit}.',
    '{from}: работа {actual}, в день можно {limit}.',
  ),
  day_longer: say(
    '{from}: darbs {actual}; garākā diena, ja cita nedēļas diena īsāka, ir {limit}.',
    '{from}: {actual} of work; where another day of the week is shorter a day may have {limit}.',
    '{from}: работа {actual}; если другой день недели короче, можно {limit}.',
  ),
  week: say(
    'Nedēļa no {from}: darbs {actual}, atļauts {limit}.',
    'Week of {from}: {actual} of work; a week may have {limit}.',
    'Неделя с {from}: работа {actual}, можно {limit}.',
  ),
  contract: say(
    'Nedēļa no {from}: darbs {actual}, līgumā {limit}.',
    'Week of {from}: {actual} of work; {limit} are agreed.',
    'Неделя с {from}: работа {actual}, по договору {limit}.',
  ),
  overtime: say(
    'No {from} līdz {to} virsstundas vidēji {actual} nedēļā, atļauts {limit}.',
    'From {from} to {to} overtime is {actual} a week on average; {limit} are allowed.',
    'С {from} по {to} сверхурочные в среднем {actual} в неделю, можно {limit}.',
  ),
  period: say(
    'Pārskata periodā {from} – {to} darbs {actual}, norma {limit}.',
    'Reference period {from} to {to}: {actual} of work; its norm is {limit}.',
    'В учётном периоде {from} – {to} работа {actual}, норма {limit}.',
  ),
  daily_rest: say(
    'No {from} līdz {to} atpūta {actual}; diennakts atpūta ir vismaz {limit}.',
    'From {from} to {to} there are {actual} of rest; daily rest is at least {limit}.',
    'С {from} по {to} отдых {actual}; суточный отдых не менее {limit}.',
  ),
  weekly_rest: say(
    'No {from} līdz {to} ilgākā atpūta {actual}; septiņās dienās jāsākas vismaz {limit} atpūtai.',
    'From {from} to {to} the longest rest is {actual}; in seven days a rest of at least {limit} begins.',
    'С {from} по {to} самый долгий отдых {actual}; за семь дней начинается отдых не менее {limit}.',
  ),
  average_weekly_rest: say(
    'Pārskata periodā {from} – {to} nedēļas atpūta vidēji {actual}, vajag {limit}.',
    'Reference period {from} to {to}: weekly rest is {actual} on average; {limit} are due.',
    'В учётном периоде {from} – {to} недельный отдых в среднем {actual}, нужно {limit}.',
  ),
  break_after: say(
    '{from}: {actual} darba bez pārtraukuma; tas pienākas pēc {limit}.',
    '{from}: {actual} of work without a break; more than {limit} owe one.',
    '{from}: {actual} работы без перерыва; он положен после {limit}.',
  ),
  break_length: say(
    '{from}: pārtraukums {actual}, vajag vismaz {limit}.',
    '{from}: the break has {actual}; at least {limit} are due.',
    '{from}: перерыв {actual}, нужно не менее {limit}.',
  ),
  break_part: say(
    '{from}: pārtraukuma daļa īsāka par {limit}.',
    '{from}: a part of the break is shorter than {limit}.',
    '{from}: часть перерыва короче {limit}.',
  ),
  break_by: say(
    '{from}: pārtraukums sākas pēc {actual}; jāsākas ne vēlāk kā pēc {limit}.',
    '{from}: the break begins after {actual}; it must begin within {limit}.',
    '{from}: перерыв начинается через {actual}, а должен не позже чем через {limit}.',
  ),
  night: say(
    '{from}: {actual} darba no 22 līdz 6; vairāk par {limit} ir nakts darbs.',
    '{from}: {actual} of work between 22:00 and 6:00; more than {limit} is night work.',
    '{from}: {actual} работы с 22 до 6; более {limit} – ночная работа.',
  ),
};

/** A finding in plain words: `2026-11-24: 8:30 h of work; a day may have 8:00 h.` */
export function explainWorkingTime({ code, from, to, actualMinutes, limitMinutes }: WorkingTimeFinding): Words {
  const words = TEXTS[code.slice('working_time.'.length) as WorkingTimeRule];
  const fill = (text: string, hours: string): string =>
    text
      .replace('{from}', from)
      .replace('{to}', to)
      .replace('{actual}', `${clock(actualMinutes)} ${hours}`)
      .replace('{limit}', `${clock(limitMinutes)} ${hours}`);
  return { lv: fill(words.lv, 'h'), en: fill(words.en, 'h'), ru: fill(words.ru, 'ч') };
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
