import type { Language, Translated } from './language.js';

/** Names of the task catalogue by code, as short as a card needs them. */
export const taskNames: Readonly<Record<string, Translated>> = {
  BATH: { lv: 'Mazgāšana vannā/dušā', en: 'Bath or shower', ru: 'Мытьё в ванне/душе' },
  BEDBATH: { lv: 'Apmazgāšana gultā / ikdienas apmazgāšana', en: 'Bed bath / daily wash', ru: 'Обмывание в постели' },
  INCONT: { lv: 'Inkontinences līdzekļu nomaiņa', en: 'Incontinence product change', ru: 'Смена подгузника' },
  GROOM: {
    lv: 'Ķemmēšana, skūšana, protēžu, mutes un nagu kopšana',
    en: 'Grooming, shaving, oral, denture and nail care',
    ru: 'Причёсывание, бритьё, уход за полостью рта, протезами и ногтями',
  },
  DRESS: { lv: 'Palīdzība apģērbties un noģērbties', en: 'Dressing and undressing', ru: 'Помощь при одевании' },
  TRANSFER: {
    lv: 'Iekļūšana gultā un izkļūšana no tās',
    en: 'In and out of bed (transfer)',
    ru: 'Перемещение в кровать и из кровати',
  },
  POSITION: { lv: 'Pozicionēšana gultā', en: 'Positioning in bed', ru: 'Позиционирование в постели' },
  LINEN: { lv: 'Gultas veļas nomaiņa', en: 'Bed linen change', ru: 'Смена постельного белья' },
  MEDSUP: {
    lv: 'Medikamentu lietošanas uzraudzība',
    en: "Medication supervision (per doctor's orders)",
    ru: 'Контроль приёма лекарств',
  },
  CLEAN: {
    lv: 'Mājvietas uzkopšana (grīda, putekļi, atkritumi, trauki)',
    en: 'Home cleaning (floors, dust, rubbish, dishes)',
    ru: 'Уборка жилья',
  },
  WINDOW: {
    lv: 'Logu mazgāšana (stāvot ar abām kājām uz grīdas)',
    en: 'Window washing (both feet on the floor)',
    ru: 'Мытьё окон (стоя на полу)',
  },
  SHOP: {
    lv: 'Pārtikas, medikamentu un preču piegāde',
    en: 'Shopping and delivery of food, medicines, goods',
    ru: 'Доставка продуктов, лекарств, товаров',
  },
  COOK: { lv: 'Ēdiena gatavošana', en: 'Meal preparation', ru: 'Приготовление пищи' },
  FEED: { lv: 'Palīdzība ēdot', en: 'Help with eating', ru: 'Помощь при приёме пищи' },
  ERRAND: {
    lv: 'Ārsta izsaukšana, palīdzība iestādēs, rēķini',
    en: 'Calling the doctor, institutions, bills',
    ru: 'Вызов врача, помощь в учреждениях, счета',
  },
  HEAT: {
    lv: 'Kurināmā piegāde telpās, krāsns kurināšana',
    en: 'Fuel indoors, stove heating',
    ru: 'Доставка топлива, топка печи',
  },
  OTHER: {
    lv: 'Citi pakalpojumi pēc līguma vai lēmuma',
    en: 'Other services by contract or decision',
    ru: 'Прочие услуги по договору/решению',
  },
  MBATH: { lv: 'Mobilā vanna (aprīkots auto)', en: 'Mobile bath van', ru: 'Мобильная ванна (спецавтомобиль)' },
  FOOT: { lv: 'Pēdu aprūpe mājās (podologs)', en: 'Foot care at home (podiatrist)', ru: 'Подологический уход на дому' },
  ESCORT: { lv: 'Pavadonis / specializētais transports', en: 'Escort / special transport', ru: 'Сопровождение / спецтранспорт' },
  INJ: {
    lv: 'Medikamentu ievadīšana (injekcija)',
    en: 'Medication administration (injection)',
    ru: 'Введение лекарств (инъекция)',
  },
  INSULIN: { lv: 'Insulīna ievadīšana', en: 'Insulin injection', ru: 'Введение инсулина' },
  INFUS: { lv: 'Intravenoza infūzija', en: 'Intravenous infusion', ru: 'Внутривенная инфузия' },
  WOUND: {
    lv: 'Ādas bojājuma aprūpe (brūce, čūla)',
    en: 'Skin lesion care (wound, leg ulcer)',
    ru: 'Уход за повреждением кожи (рана, язва)',
  },
  PULCER: { lv: 'Izgulējuma brūces apstrāde', en: 'Pressure ulcer dressing', ru: 'Обработка пролежня' },
  STOMA: { lv: 'Mākslīgās atveres (stomas) aprūpe', en: 'Stoma care', ru: 'Уход за стомой' },
  TRACH: { lv: 'Traheostomas aprūpe', en: 'Tracheostomy care', ru: 'Уход за трахеостомой' },
  GASTROST: { lv: 'Gastrostomas aprūpe', en: 'Gastrostomy care', ru: 'Уход за гастростомой' },
  ENTERAL: { lv: 'Enterāla barošana caur zondi', en: 'Enteral tube feeding', ru: 'Энтеральное питание через зонд' },
  VENT: { lv: 'Ilgstoša plaušu mākslīgā ventilācija', en: 'Long-term mechanical ventilation', ru: 'Длительная ИВЛ' },
  CATH: {
    lv: 'Urīna ilgkatetra maiņa un aprūpe',
    en: 'Urinary catheter change and care',
    ru: 'Замена и уход за мочевым катетером',
  },
  SAMPLE: { lv: 'Izmeklējumi, parauga paņemšana', en: 'Examination / blood sample', ru: 'Забор проб' },
  LABDEL: {
    lv: 'Materiāla nogādāšana laboratorijā',
    en: 'Delivery of samples to the laboratory',
    ru: 'Доставка проб в лабораторию',
  },
  VITALS: { lv: 'Vitālo rādītāju kontrole', en: 'Vital signs check', ru: 'Контроль витальных показателей' },
  EDU: { lv: 'Pacienta un tuvinieku izglītošana', en: 'Education of patient and relatives', ru: 'Обучение пациента и близких' },
  ENEMA: { lv: 'Klizmas veikšana', en: 'Enema', ru: 'Клизма' },
  PHYSIO: { lv: 'Fizioterapija', en: 'Physiotherapy', ru: 'Физиотерапия' },
  OCCUP: { lv: 'Ergoterapija', en: 'Occupational therapy', ru: 'Эрготерапия' },
  SPEECH: { lv: 'Audiologopēda nodarbība', en: 'Speech and language therapy', ru: 'Занятие с аудиологопедом' },
  GPVISIT: { lv: 'Ģimenes ārsta vizīte un atzinums', en: 'GP visit and opinion', ru: 'Визит семейного врача и заключение' },
};

/** A task in the user's language; a code the catalogue does not know stays a code. */
export function taskName(language: Language, code: string): string {
  return taskNames[code]?.[language] ?? code;
}
