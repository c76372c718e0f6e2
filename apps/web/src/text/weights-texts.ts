import type { PlanWeights } from '#contracts';
import type { Translated } from './language.js';

/** Words of weight profiles. */
export const weightsWords = {
  profile: { lv: 'Kas svarīgāks', en: 'What matters most', ru: 'Что важнее' },
  own: { lv: 'Jauns profils', en: 'New profile', ru: 'Новый профиль' },
  edit: { lv: 'Savs svēršanas profils', en: 'A weighing of one’s own', ru: 'Собственный профиль' },
  name: { lv: 'Nosaukums', en: 'Name', ru: 'Название' },
  save: { lv: 'Saglabāt profilu', en: 'Save the profile', ru: 'Сохранить профиль' },
  drop: { lv: 'Dzēst profilu', en: 'Delete the profile', ru: 'Удалить профиль' },
  weighed: { lv: 'Svērts: {name}', en: 'Weighed: {name}', ru: 'Взвешено: {name}' },
} as const;

/** The program's profiles by their ids. */
export const profileNames: Readonly<Record<string, Translated>> = {
  usual: { lv: 'Kā parasti', en: 'As usual', ru: 'Как обычно' },
  continuity: { lv: 'Tās pašas sejas', en: 'The same faces', ru: 'Те же лица' },
  punctuality: { lv: 'Laika rezerve', en: 'Time in hand', ru: 'Запас времени' },
  travel: { lv: 'Mazāk ceļa', en: 'Less travel', ru: 'Меньше дороги' },
  fairness: { lv: 'Vienmērīgs darbs', en: 'Even work', ru: 'Равномерная работа' },
  stability: { lv: 'Mazāk izmaiņu', en: 'Fewer changes', ru: 'Меньше изменений' },
};

/** What can be weighed. */
export const weightTexts: Readonly<Record<keyof PlanWeights, Translated>> = {
  continuity: { lv: 'Nepārtrauktība', en: 'Continuity', ru: 'Преемственность' },
  punctuality: { lv: 'Precizitāte', en: 'Punctuality', ru: 'Пунктуальность' },
  travel: { lv: 'Ceļš', en: 'Travel', ru: 'Дорога' },
  fairness: { lv: 'Taisnīgums', en: 'Fairness', ru: 'Справедливость' },
  stability: { lv: 'Stabilitāte', en: 'Stability', ru: 'Стабильность' },
};

/** 0 to 3. */
export const weightDegrees: readonly Translated[] = [
  { lv: 'nav svarīgi', en: 'does not matter', ru: 'не важно' },
  { lv: 'kā parasti', en: 'as usual', ru: 'как обычно' },
  { lv: 'svarīgi', en: 'matters much', ru: 'важно' },
  { lv: 'ļoti svarīgi', en: 'matters very much', ru: 'очень важно' },
];
