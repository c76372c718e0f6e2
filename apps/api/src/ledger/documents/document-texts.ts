/** Words of statements, claim lists and invoices in the three languages. */
export const documentTexts = {
  lv: {
    ...{ statement: 'Pakalpojumu pārskats', claim: 'Epizožu saraksts apmaksai', invoice: 'Rēķins' },
    ...{ number: 'Nr.', payer: 'Maksātājs', state: 'Valsts budžets', period: 'Periods', issued: 'Izrakstīts' },
    ...{ account: 'Lēmums vai epizode', clientNumber: 'Klienta Nr.', client: 'Klients', tasks: 'Pakalpojumi' },
    ...{ rate: 'EUR/st.', lines: 'Vizītes', hours: 'Stundas', sum: 'EUR', total: 'Kopā', credit: 'labojums' },
    ...{ why: 'Kāpēc šī summa', day: 'Diena', minutes: 'Minūtes', cents: 'Centi', cause: 'Cēlonis', page: 'lpp.' },
    ...{
      services: 'Manipulācijas',
      code: 'Kods',
      times: 'Skaits',
      each: 'EUR/gab.',
      noCode: 'nav koda',
    },
    locked: 'Izrakstīts dokuments nemainās; kļūdas labo ar kredītrindu nākamajā dokumentā.',
  },
  en: {
    ...{ statement: 'Statement of services', claim: 'Episodes to be paid', invoice: 'Invoice' },
    ...{ number: 'No.', payer: 'Payer', state: 'State budget', period: 'Period', issued: 'Issued' },
    ...{ account: 'Decision or episode', clientNumber: 'Client no.', client: 'Client', tasks: 'Services' },
    ...{ rate: 'EUR/h', lines: 'Visits', hours: 'Hours', sum: 'EUR', total: 'Total', credit: 'correction' },
    ...{ why: 'Why this sum', day: 'Day', minutes: 'Minutes', cents: 'Cents', cause: 'Cause', page: 'p.' },
    ...{
      services: 'Services by code',
      code: 'Code',
      times: 'Times',
      each: 'EUR each',
      noCode: 'no code',
    },
    locked: 'An issued document does not change; mistakes are corrected by a credit line on the next one.',
  },
  ru: {
    ...{ statement: 'Отчёт об услугах', claim: 'Эпизоды к оплате', invoice: 'Счёт' },
    ...{ number: '№', payer: 'Плательщик', state: 'Государственный бюджет', period: 'Период', issued: 'Выставлен' },
    ...{ account: 'Решение или эпизод', clientNumber: '№ клиента', client: 'Клиент', tasks: 'Услуги' },
    ...{ rate: 'EUR/ч', lines: 'Визиты', hours: 'Часы', sum: 'EUR', total: 'Всего', credit: 'исправление' },
    ...{ why: 'Почему эта сумма', day: 'День', minutes: 'Минуты', cents: 'Центы', cause: 'Причина', page: 'стр.' },
    ...{ services: 'Манипуляции', code: 'Код', times: 'Раз', each: 'EUR/шт.', noCode: 'нет кода' },
    locked: 'Выставленный документ не меняется; ошибки исправляет кредитовая строка в следующем.',
  },
} as const;

export type DocumentWords = (typeof documentTexts)['lv' | 'en' | 'ru'];
