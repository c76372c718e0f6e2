import type { Translated } from './language.js';

/** What staff may see at a home and tell (S069-S088), by code; emergencies first. */
export const observationTexts: Readonly<Record<string, Translated>> = {
  E1: {
    lv: 'Bez samaņas, krampji vai neelpo',
    en: 'Unconscious, convulsions or not breathing',
    ru: 'Без сознания, судороги или не дышит',
  },
  E2: { lv: 'Smaga trauma', en: 'Severe injury', ru: 'Тяжёлая травма' },
  E3: { lv: 'Stipra asiņošana', en: 'Strong bleeding', ru: 'Сильное кровотечение' },
  E4: { lv: 'Pēkšņas sāpes krūtīs', en: 'Sudden chest pain', ru: 'Внезапная боль в груди' },
  E5: {
    lv: 'Pēkšņas stipras sāpes jebkurā vietā',
    en: 'Sudden strong pain anywhere',
    ru: 'Внезапная сильная боль в любом месте',
  },
  E6: { lv: 'Pēkšņs, izteikts elpas trūkums', en: 'Sudden marked shortness of breath', ru: 'Внезапная сильная одышка' },
  D1: {
    lv: 'Bojāta āda: izgulējumi, lielas rētas',
    en: 'Damaged skin: bed sores, large scars',
    ru: 'Повреждённая кожа: пролежни, большие рубцы',
  },
  D2: { lv: 'Hroniska slimība pasliktinājusies', en: 'A chronic disease has got worse', ru: 'Ухудшение хронической болезни' },
  D3: {
    lv: 'Jaunas sāpes: ausīs, kaklā, vēderā, citur',
    en: 'New pain: ears, throat, belly, elsewhere',
    ru: 'Новая боль: уши, горло, живот, другое место',
  },
  D4: { lv: 'Drudzis, temperatūra, klepus', en: 'Fever, temperature, cough', ru: 'Жар, температура, кашель' },
  D5: { lv: 'Slikta dūša, vemšana, caureja', en: 'Nausea, vomiting, diarrhoea', ru: 'Тошнота, рвота, понос' },
  D6: {
    lv: 'Sadzīves trauma: brūce, nobrāzums, zilums, apdegums',
    en: 'Household injury: wound, graze, bruise, burn',
    ru: 'Бытовая травма: рана, ссадина, синяк, ожог',
  },
  D7: {
    lv: 'Reibst galva, sāp galva, slikta koordinācija',
    en: 'Dizziness, headache, poor coordination',
    ru: 'Головокружение, головная боль, нарушение координации',
  },
  D8: {
    lv: 'Apjucis, nezina, kur un kad ir, nepazīst cilvēkus',
    en: 'Confused, lost in place or time, knows nobody',
    ru: 'Спутанность, не понимает, где и когда, не узнаёт людей',
  },
  H1: {
    lv: 'Mājoklis neder viņa veselībai',
    en: 'The dwelling does not suit their health',
    ru: 'Жильё не подходит для здоровья',
  },
  H2: {
    lv: 'Nav naudas zālēm, pārsējiem, higiēnas precēm',
    en: 'No money for medicines, dressings, hygiene goods',
    ru: 'Нет денег на лекарства, перевязку, гигиену',
  },
  H3: {
    lv: 'Pie ārsta nevar nokļūt: nav transporta vai ir tālu',
    en: 'Cannot reach health care: no transport or too far',
    ru: 'Не добраться до врача: нет транспорта или далеко',
  },
  H4: {
    lv: 'Trūkst aprūpes: auksts, netīrs, nav ēdiena, nav higiēnas',
    en: 'Care is missing: cold, dirty, no food, no hygiene',
    ru: 'Нет ухода: холодно, грязно, нет еды, нет гигиены',
  },
  H5: {
    lv: 'Ģimene neatbalsta vai traucē ārstēties',
    en: 'The family does not support or hinders treatment',
    ru: 'Семья не помогает или мешает лечению',
  },
  H6: {
    lv: 'Slimība, ar kuru sociālo aprūpi nesniedz',
    en: 'An illness that rules out social care',
    ru: 'Болезнь, при которой соцуход не оказывают',
  },
  H7: { lv: 'Jāuzrauga zāļu lietošana', en: 'Somebody must supervise medicines', ru: 'Нужен контроль приёма лекарств' },
  H8: {
    lv: 'Ārstē cilvēks bez tiesībām (piem., injicē)',
    en: 'Treated by somebody not entitled (injects, say)',
    ru: 'Лечит человек без права (например, делает уколы)',
  },
};

/** Those that only count when they were not seen before (S079, S084). */
export const onlyWhenNew: ReadonlySet<string> = new Set(['D3', 'D8']);
