/** Words of the week board. */
export const weekWords = {
  week: { lv: 'Nedēļa', en: 'Week', ru: 'Неделя' },
  title: { lv: 'Nedēļas tabula', en: 'Week board', ru: 'Таблица недели' },
  views: { lv: 'Skats', en: 'View', ru: 'Вид' },
  byDay: { lv: 'Pa dienām', en: 'By day', ru: 'По дням' },
  staff: { lv: 'Darbinieks', en: 'Staff member', ru: 'Сотрудник' },
  sum: { lv: 'Kopā', en: 'Total', ru: 'Всего' },
  leftOut: { lv: 'Ārpus plāna', en: 'Left out', ru: 'Вне плана' },
  free: { lv: 'brīvs', en: 'free', ru: 'свободно' },
  open: { lv: 'Atvērt: {who}, {day}', en: 'Open: {who}, {day}', ru: 'Открыть: {who}, {day}' },
  load: {
    lv: 'Noslodze: {percent} no maiņas',
    en: 'Load: {percent} of the shift',
    ru: 'Загрузка: {percent} смены',
  },
} as const;
