/** Words of what comes from the homes to the office. */
export const fieldTexts = {
  unanswered: {
    lv: 'Vēl nav apstiprinājuši izmaiņas',
    en: 'Have not answered their changes',
    ru: 'Ещё не подтвердили изменения',
  },
  changes: {
    lv: { zero: '{n} izmaiņu', one: '{n} izmaiņa', other: '{n} izmaiņas' },
    en: { one: '{n} change', other: '{n} changes' },
    ru: { one: '{n} изменение', few: '{n} изменения', many: '{n} изменений', other: '{n} изменения' },
  },
  seen: { lv: 'Ko redzēja pie klientiem', en: 'What was seen at the homes', ru: 'Что видели у клиентов' },
  isNew: { lv: 'jauns', en: 'new', ru: 'новое' },
  noConsent: {
    lv: 'Nav piekrišanas: vispirms jautāt klientam',
    en: 'No consent: ask the client first',
    ru: 'Нет согласия: сначала спросить клиента',
  },
  called: { lv: '113 zvanīts {at}', en: '113 was called at {at}', ru: '113 вызвана в {at}' },
  weeks: { lv: 'Klienta nedēļa ģimenei', en: 'A client’s week for the family', ru: 'Неделя клиента для семьи' },
  doors: { lv: 'Kods pie klienta durvīm', en: 'A code for a client’s door', ru: 'Код у двери клиента' },
  makeCode: {
    lv: 'Izveidot kodu (vecais vairs nederēs)',
    en: 'Make a code (the old one ends)',
    ru: 'Создать код (старый перестанет действовать)',
  },
  sheet: { lv: 'Atvērt lapu drukāšanai', en: 'Open the sheet to print', ru: 'Открыть лист для печати' },
  clientNumber: { lv: 'Klienta numurs', en: 'Number of the client', ru: 'Номер клиента' },
  makeLink: { lv: 'Izveidot adresi', en: 'Make an address', ru: 'Создать адрес' },
  revoke: { lv: 'Atsaukt', en: 'Revoke', ru: 'Отозвать' },
} as const;
