import type { ProposalView } from '#contracts';
import type { Translated } from './language.js';

type Difference = ProposalView['differences'][number];
type Cause = Extract<Difference, { cause: unknown }>['cause'];

/** Words of the dialog that makes visits of granted hours, and of what plans do after a change. */
export const shapingWords = {
  title: { lv: 'Vizītes no piešķirtā laika', en: 'Visits from the granted hours', ru: 'Визиты из назначенных часов' },
  open: { lv: 'Pielāgot vizītes', en: 'Fit the visits', ru: 'Подогнать визиты' },
  from: { lv: 'No dienas', en: 'From the day', ru: 'Со дня' },
  granted: { lv: 'Piešķirts', en: 'Granted', ru: 'Назначено' },
  inVisits: { lv: 'Vizītēs', en: 'In visits', ru: 'В визитах' },
  perWeek: { lv: '{time} nedēļā', en: '{time} a week', ru: '{time} в неделю' },
  perMonth: { lv: '{time} mēnesī', en: '{time} a month', ru: '{time} в месяц' },
  fullest: { lv: '{time} pilnākajā posmā', en: '{time} in the fullest period', ru: '{time} в самом полном периоде' },
  rounding: { lv: 'Zūd noapaļojot', en: 'Lost to rounding', ru: 'Теряется при округлении' },
  byFamily: { lv: 'Dara ģimene', en: 'Done by the family', ru: 'Делает семья' },
  missing: { lv: 'Nesanāk', en: 'Left out', ru: 'Не помещается' },
  nothing: { lv: 'Nekas nemainās.', en: 'Nothing changes.', ru: 'Ничего не меняется.' },
  none: { lv: 'Šajā dienā nekas nav piešķirts.', en: 'Nothing is granted on that day.', ru: 'На этот день ничего не назначено.' },
  accept: { lv: 'Pieņemt vizītes', en: 'Accept the visits', ru: 'Принять визиты' },
  stale: {
    lv: 'Pa to laiku kaut kas mainījies; aplūkojiet priekšlikumu vēlreiz.',
    en: 'Something has changed in the meantime; look at the proposal again.',
    ru: 'За это время что-то изменилось; посмотрите предложение ещё раз.',
  },
  recomputing: { lv: 'Plānus pārrēķina …', en: 'Plans are being recomputed …', ru: 'Планы пересчитываются …' },
  unchanged: { lv: 'Plānos nekas nemainās.', en: 'No plan changes.', ru: 'Планы не меняются.' },
  ready: { lv: 'Gatavs melnraksts: {days}', en: 'A draft is ready: {days}', ru: 'Готов черновик: {days}' },
  see: { lv: 'Skatīt izmaiņas', en: 'See the differences', ru: 'Смотреть изменения' },
} as const satisfies Readonly<Record<string, Translated>>;

/** What becomes of a pattern. */
export const shapingEffects: Readonly<Record<Difference['effect'], Translated>> = {
  kept: { lv: 'paliek', en: 'stays', ru: 'остаётся' },
  changed: { lv: 'mainās', en: 'changes', ru: 'меняется' },
  removed: { lv: 'beidzas', en: 'ends', ru: 'заканчивается' },
  added: { lv: 'jauna', en: 'new', ru: 'новый' },
};

export const shapingCauses: Readonly<Record<Cause, Translated>> = {
  not_granted: { lv: 'nav piešķirts', en: 'not granted', ru: 'не назначено' },
  family: { lv: 'dara ģimene', en: 'the family does it', ru: 'делает семья' },
  grant_smaller: { lv: 'piešķirts mazāk', en: 'less is granted', ru: 'назначено меньше' },
  grant_room: { lv: 'piešķirts vairāk', en: 'the grant has room', ru: 'в назначенном есть запас' },
};

/** Why a task finds no place in the visits. */
export const shortfallCauses: Readonly<Record<ProposalView['shortfalls'][number]['cause'], Translated>> = {
  grant: { lv: 'nepietiek laika', en: 'no minutes left', ru: 'не хватает времени' },
  on_request: { lv: 'pēc vajadzības', en: 'when asked for', ru: 'по необходимости' },
  other_staff: { lv: 'dara cits speciālists', en: 'another profession does it', ru: 'делает другой специалист' },
};
