import type { ClientView, PatternContent, PatternOrder, PatternView } from '#contracts';
import { useState } from 'react';
import { useChangePattern } from '../api/clients.js';
import type { Entered, Field } from '../changes/fields.js';
import { GuardedEdit } from '../changes/guarded-edit.js';
import type { Language } from '../text/language.js';
import { professionName } from '../text/names.js';
import { officeWords, weekdayNames } from '../text/office-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

/** The recurring visits, and what is changed of single ones or from a day on. */
export function Patterns({ client, today }: { readonly client: ClientView; readonly today: string }) {
  const { language } = useTexts();
  const standing = client.patterns.filter(({ validTo }) => validTo === null || validTo >= today);
  return (
    <Card title={officeWords.patterns[language]} id="patterns">
      {standing.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {standing.map((pattern) => (
          <Pattern key={pattern.id} client={client} pattern={pattern} />
        ))}
      </ul>
    </Card>
  );
}

function Pattern({ client, pattern }: { readonly client: ClientView; readonly pattern: PatternView }) {
  const { text, language, format, count, fill } = useTexts();
  const [open, setOpen] = useState(false);
  const change = useChangePattern(client.id);
  const { id, profession, weekdays, timesPerWeek, everyWeeks, durationMinutes, staffCount, windows, nextDays, changes } = pattern;
  const days =
    timesPerWeek === null
      ? weekdays.map((day) => weekdayNames[day]?.[language] ?? day).join(' ')
      : count(officeWords.timesPerWeek[language], timesPerWeek);
  return (
    <li>
      <div className="entry-head">
        <strong>{pattern.tasks.map((task) => taskName(language, task)).join(', ')}</strong>
        <span className="soft">{id}</span>
      </div>
      <p>
        {[
          professionName(text, profession),
          days,
          everyWeeks > 1 && count(officeWords.everyWeeks[language], everyWeeks),
          format.duration(durationMinutes * 60),
          staffCount > 1 && count(officeWords.staffCount[language], staffCount),
          fill(officeWords.starts[language], { windows: windows.map(({ from, to }) => `${from}–${to}`).join(', ') }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {changes.length > 0 && (
        <ul className="small">
          {changes.map((one) => (
            <li key={`${one.from} ${one.to}`}>
              <span className="tag warn">
                {fill(officeWords[one.to === null ? 'changedFrom' : 'changedOnce'][language], {
                  day: format.day(one.from, 'tab'),
                })}
              </span>{' '}
              {[
                format.duration(one.durationMinutes * 60),
                one.windows.map(({ from, to }) => `${from}–${to}`).join(', '),
                one.reason,
                one.madeBy,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {nextDays.length > 0 && (
        <div className="entry-acts">
          <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
            {officeWords.editPattern[language]}
          </button>
        </div>
      )}
      {open && (
        <GuardedEdit
          title={officeWords.editPattern[language]}
          now={{ revision: pattern.revision, fields: fieldsOf(pattern, { language, day: (day) => format.day(day, 'tab') }) }}
          busy={change.isPending}
          save={(values, revision) => change.mutateAsync({ pattern: id, order: { ...orderOf(values), revision } })}
          close={() => setOpen(false)}
        />
      )}
    </li>
  );
}

function fieldsOf(pattern: PatternView, { language, day }: { readonly language: Language; day(day: string): string }): Field[] {
  const { nextDays, durationMinutes, staffCount, windows, tasks } = pattern;
  const label = (name: keyof typeof officeWords): string => officeWords[name][language] as string;
  return [
    {
      ...{ kind: 'choice', name: 'scope', label: label('scope'), value: 'this' },
      options: [
        ['this', label('scopeThis')],
        ['following', label('scopeFollowing')],
        ['unchanged', label('scopeUnchanged')],
      ],
    },
    {
      ...{ kind: 'choice', name: 'from', label: label('fromDay'), value: nextDays[0] ?? '' },
      options: nextDays.map((one) => [one, day(one)]),
    },
    {
      kind: 'number',
      name: 'durationMinutes',
      label: label('minutes'),
      value: String(durationMinutes),
      min: 5,
      max: 720,
      required: true,
    },
    { kind: 'number', name: 'staffCount', label: label('people'), value: String(staffCount), min: 1, max: 3, required: true },
    {
      ...{ kind: 'text', name: 'windows', label: label('windows'), required: true },
      value: windows.map(({ from, to }) => `${from}-${to}`).join(', '),
    },
    { kind: 'text', name: 'tasks', label: label('tasks'), value: tasks.join(', '), required: true },
    { kind: 'text', name: 'reason', label: label('reason'), value: '', required: true },
  ];
}

function orderOf(values: Entered): Omit<PatternOrder, 'revision'> {
  const of = (name: string): string => (values[name] ?? '').trim();
  const content: PatternContent = {
    durationMinutes: Number(of('durationMinutes')),
    staffCount: Number(of('staffCount')),
    tasks: of('tasks')
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    windows: of('windows')
      .split(',')
      .map((window) => window.trim().split(/\s*[-–]\s*/))
      .map(([from = '', to = '']) => ({ from: clock(from), to: clock(to) })),
  };
  const scope = (['following', 'unchanged'] as const).find((one) => one === of('scope')) ?? 'this';
  return { scope, from: of('from'), reason: of('reason'), content };
}

/** `8:00` as people write it -> `08:00`. */
function clock(text: string): string {
  return /^\d:/.test(text) ? `0${text}` : text;
}
