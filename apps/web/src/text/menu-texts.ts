import type { Translated } from './language.js';

/** The main menu and its groups. */
export const menuWords = {
  planning: { lv: 'Plānošana', en: 'Planning', ru: 'Планирование' },
  people: { lv: 'Cilvēki', en: 'People', ru: 'Люди' },
  money: { lv: 'Uzskaite', en: 'Accounts', ru: 'Учёт' },
  house: { lv: 'Noteikumi un dati', en: 'Rules and data', ru: 'Правила и данные' },
  plans: { lv: 'Plāni', en: 'Plans', ru: 'Планы' },
  morning: { lv: 'Slikts rīts', en: 'A bad morning', ru: 'Плохое утро' },
  work: { lv: 'Darāmais', en: 'To do', ru: 'Задачи' },
  clocks: { lv: 'Termiņi', en: 'Clocks', ru: 'Сроки' },
  clients: { lv: 'Klienti', en: 'Clients', ru: 'Клиенты' },
  staff: { lv: 'Darbinieki', en: 'Staff', ru: 'Сотрудники' },
  ledger: { lv: 'Uzskaite', en: 'Ledger', ru: 'Учёт' },
  rules: { lv: 'Noteikumi', en: 'Rules', ru: 'Правила' },
  data: { lv: 'Datu kvalitāte', en: 'Data quality', ru: 'Качество данных' },
  access: { lv: 'Piekļuve', en: 'Access', ru: 'Доступ' },
  import: { lv: 'Datu imports', en: 'Data import', ru: 'Импорт данных' },
} as const satisfies Readonly<Record<string, Translated>>;
