import { changeWords } from '../text/change-texts.js';
import { professionName } from '../text/names.js';
import { messages } from '../text/messages.js';
import { taskNames } from '../text/tasks.js';
import type { ChangeForm } from './change-button.js';
import { newId } from './fields.js';
import type { FormPlace } from './forms.js';

const PROFESSIONS = ['carer', 'nurse', 'feldsher', 'physio', 'ergo'] as const;

/** Somebody comes home from hospital and needs a first visit within hours; more follows with the decision or referral. */
export function urgentStart({ language, today }: FormPlace, client: string): ChangeForm {
  const label = (name: keyof typeof changeWords): string => changeWords[name][language];
  const tasks = Object.entries(taskNames).map(([code, names]) => [code, names[language]] as const);
  const professions = PROFESSIONS.map((code) => [code, professionName(messages[language], code)] as const);
  return {
    title: label('urgentStart'),
    fields: [
      { kind: 'date', name: 'day', label: label('visitDay'), value: today, min: today, required: true },
      { kind: 'choice', name: 'pattern.tasks', label: label('task'), value: 'COOK', options: tasks },
      { kind: 'choice', name: 'profession', label: label('profession'), value: 'carer', options: professions },
      {
        kind: 'number',
        name: 'pattern.durationMinutes',
        label: label('minutes'),
        value: '45',
        min: 15,
        max: 480,
        required: true,
      },
      { kind: 'time', name: 'from', label: label('startFrom'), value: '', required: true },
      { kind: 'time', name: 'to', label: label('startTo'), value: '', required: true },
    ],
    order: (values) => ({
      ...{ kind: 'urgent_start', client, day: values['day'] ?? '', from: values['from'] ?? '', to: values['to'] ?? '' },
      pattern: {
        ...{ id: newId('U'), tasks: [values['pattern.tasks'] ?? ''], skills: [], staffCount: 1 },
        profession: PROFESSIONS.find((one) => one === values['profession']) ?? 'carer',
        durationMinutes: Number(values['pattern.durationMinutes']),
      },
    }),
  };
}
