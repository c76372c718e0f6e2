import { DAY_SETS, DayLoad } from '../day-load.js';
import { addPattern, type PatternOwner } from '../patterns.js';
import type { ClientDraft } from '../people/client-draft.js';
import type { TaskCode } from '../tasks.js';
import { about, type Writing } from '../writing.js';
import { addEpisode, REHAB_DIAGNOSES } from './episodes.js';
import { episodeDates } from './renewal.js';

/** A therapy: who gives it, its minutes, days a week by weight. */
interface Therapy {
  readonly task: TaskCode;
  readonly profession: 'physio' | 'ergo' | 'speech';
  readonly minutes: number;
  readonly days: readonly (readonly [number, number])[];
}

const PHYSIO: Therapy = {
  task: 'PHYSIO',
  profession: 'physio',
  minutes: 45,
  days: [
    [2, 70],
    [3, 30],
  ],
};
const ERGO: Therapy = {
  task: 'OCCUP',
  profession: 'ergo',
  minutes: 45,
  days: [
    [1, 60],
    [2, 40],
  ],
};
const SPEECH: Therapy = { ...ERGO, task: 'SPEECH', profession: 'speech', minutes: 40 };

/** Every fourth patient sees the occupational therapist, every fifth the speech therapist. */
const ERGO_EVERY = 4;
const SPEECH_EVERY = 5;
/** Every ninth term is about to end. */
const ENDING_EVERY = 9;

/** Rehabilitation after strokes: physiotherapy for all, the others as far as there are therapists. */
export function addRehabilitation(writing: Writing, clients: readonly ClientDraft[]): void {
  const { calendar, settings } = writing;
  const rehabilitation = about(writing, 'rehab');
  const loads = { physio: fiveDays(), ergo: fiveDays(), speech: fiveDays() };
  clients
    .filter(({ rehab }) => rehab)
    .forEach((client, i) => {
      const theirs = about(rehabilitation, client.id);
      const own = theirs.random;
      const therapies = [
        PHYSIO,
        ...(settings.ergo > 0 && i % ERGO_EVERY === 1 ? [ERGO] : []),
        ...(settings.speech > 0 && i % SPEECH_EVERY === 2 ? [SPEECH] : []),
      ];
      const subject = {
        client: client.id,
        kind: 'rehab' as const,
        main: therapies.map(({ task }) => task),
        additional: [],
        diagnosis: own.pick(REHAB_DIAGNOSES),
        mobility: own.pick(REHAB_DIAGNOSES),
        orders: 'Rehabilitācijas plāns pievienots.',
      };
      const state = i % ENDING_EVERY === ENDING_EVERY - 1 ? 'gp_window_open' : 'fine';
      const owner = addEpisode(theirs, subject, episodeDates('rehab', state, calendar.today, own));
      for (const therapy of therapies) addTherapy(theirs, owner, therapy, loads[therapy.profession]);
    });
}

const fiveDays = (): DayLoad => new DayLoad([1, 1, 1, 1, 1, 0.001, 0.001]);

function addTherapy({ book, random }: Writing, owner: PatternOwner, therapy: Therapy, load: DayLoad): void {
  addPattern(book, load, owner, {
    tasks: [therapy.task],
    minutes: therapy.minutes,
    profession: therapy.profession,
    days: load.lightest(DAY_SETS[random.weighted(therapy.days)], therapy.minutes),
    windows: [{ from: '09:00', to: random.chance(0.7) ? '15:00' : '13:30' }],
    priority: 3,
  });
}
