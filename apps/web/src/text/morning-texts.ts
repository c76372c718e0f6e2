import type { RepairProfile } from '#contracts';
import type { Translated } from './language.js';

/** What each repair spares above all. */
export const profileTexts: Readonly<Record<RepairProfile, Translated>> = {
  fewest_new_faces: { lv: 'Vismazāk jaunu seju', en: 'Fewest new faces', ru: 'Меньше всего новых лиц' },
  least_travel: { lv: 'Vismazāk ceļa', en: 'Least travel', ru: 'Меньше всего дороги' },
  fewest_changed_times: { lv: 'Vismazāk mainītu laiku', en: 'Fewest changed times', ru: 'Меньше всего изменений времени' },
};

/** Words of the page for a bad morning. */
export const morningWords = {
  title: { lv: 'Slikts rīts', en: 'A bad morning', ru: 'Плохое утро' },
  about: {
    lv: 'Dienas plāns vairs neder. Atzīmējiet, kas noticis, un izvēlieties, kā labot dienu. Neviens vēl netiek informēts.',
    en: 'The day’s plan does not hold any more. Say what has happened, and choose how to repair the day. Nobody is told yet.',
    ru: 'План дня больше не годится. Отметьте, что случилось, и выберите, как исправить день. Пока никому не сообщается.',
  },
  date: { lv: 'Diena', en: 'Day', ru: 'День' },
  who: { lv: 'Kurš nevar strādāt', en: 'Who cannot work', ru: 'Кто не может работать' },
  what: { lv: 'Kas noticis', en: 'What has happened', ru: 'Что случилось' },
  ill: { lv: 'Darbinieks nevar strādāt', en: 'A staff member cannot work', ru: 'Сотрудник не может работать' },
  hospital: { lv: 'Klients nonācis slimnīcā', en: 'A client went to hospital', ru: 'Клиент попал в больницу' },
  home: { lv: 'Klients šodien atgriezies mājās', en: 'A client is home again today', ru: 'Клиент сегодня вернулся домой' },
  door: { lv: 'Klients never durvis', en: 'A client does not open', ru: 'Клиент не открывает дверь' },
  over: { lv: 'Vizīte ievelkas', en: 'A visit runs over', ru: 'Визит затянулся' },
  client: { lv: 'Klients', en: 'Client', ru: 'Клиент' },
  visit: { lv: 'Vizīte', en: 'Visit', ru: 'Визит' },
  recorded: {
    lv: 'Jau atzīmēts (rādīt labojumus)',
    en: 'Recorded already (show repairs)',
    ru: 'Уже отмечено (показать варианты)',
  },
  visits: { lv: 'vizītes: {n}', en: 'visits: {n}', ru: 'визитов: {n}' },
  find: { lv: 'Atzīmēt un meklēt labojumus', en: 'Record and find repairs', ru: 'Отметить и найти варианты' },
  finding: { lv: 'Meklē trīs labojumus …', en: 'Looking for three repairs …', ru: 'Поиск трёх вариантов …' },
  none: {
    lv: 'Šajā dienā nekas nav jālabo.',
    en: 'There is nothing to repair on this day.',
    ru: 'В этот день нечего исправлять.',
  },
  noPlan: {
    lv: 'Šai dienai nav publicēta plāna.',
    en: 'No plan is published for this day.',
    ru: 'На этот день нет опубликованного плана.',
  },
  newFaces: { lv: 'jaunas sejas', en: 'new faces', ru: 'новых лиц' },
  changedTimes: { lv: 'mainīti laiki', en: 'changed times', ru: 'изменений времени' },
  reassigned: { lv: 'cits darbinieks', en: 'other person', ru: 'другой сотрудник' },
  unserved: { lv: 'paliek ārpus plāna', en: 'left out', ru: 'вне плана' },
  travel: { lv: 'ceļš', en: 'travel', ru: 'дорога' },
  tellClients: { lv: 'Jāpasaka klientiem', en: 'Tell these clients', ru: 'Сообщить клиентам' },
  tellStaff: { lv: 'Jāpasaka darbiniekiem', en: 'Tell these staff', ru: 'Сообщить сотрудникам' },
  apply: { lv: 'Izvēlēties šo', en: 'Choose this one', ru: 'Выбрать этот' },
  changes: { lv: 'Kas mainās', en: 'What changes', ru: 'Что меняется' },
  also: {
    lv: 'Tas pats ir arī „{name}”: labāka neatrada.',
    en: 'It is also “{name}”: no better one was found.',
    ru: 'Это же и «{name}»: лучшего не нашлось.',
  },
  stale: {
    lv: 'Kopš tam kaut kas ir mainījies; meklējiet labojumus vēlreiz.',
    en: 'Something has changed since; look for repairs again.',
    ru: 'С тех пор что-то изменилось; найдите варианты заново.',
  },
} as const satisfies Readonly<Record<string, Translated>>;
