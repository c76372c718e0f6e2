import { column, ownId, reference, staffId, validFrom, validTo, type SheetText } from './texts.js';

export const staff: SheetText<'staff'> = {
  header: 'Darbinieki',
  lv: 'Aprūpētāji, māsas un citi darbinieki',
  en: 'Carers, nurses and other staff',
  ru: 'Работники по уходу, медсёстры и другие сотрудники',
  columns: {
    id: ownId(),
    givenName: column('Vārds', 'vārds', 'given name', 'имя'),
    familyName: column('Uzvārds', 'uzvārds', 'family name', 'фамилия'),
    email: column('E-pasts', 'e-pasts', 'e-mail', 'эл. почта'),
    phone: column('Tālrunis', 'tālrunis', 'telephone', 'телефон'),
    professions: column('Profesijas', 'profesijas', 'professions', 'профессии'),
    skills: column('Prasmes', 'prasmes', 'skills', 'навыки'),
    languages: column('Valodas', 'valodas, kurās runā', 'languages spoken', 'языки общения'),
    travelMode: column('Pārvietošanās', 'kā pārvietojas', 'way of travelling', 'способ передвижения'),
    startLatitude: column('Sākuma platums', 'kur sāk dienu, platums', 'latitude of the start', 'широта начала дня'),
    startLongitude: column('Sākuma garums', 'kur sāk dienu, garums', 'longitude of the start', 'долгота начала дня'),
    startKind: column('Sākums', 'sāk mājās vai birojā', 'starts at home or at the office', 'начинает дома или в офисе'),
    contractMinutesPerWeek: column(
      'Minūtes nedēļā',
      'līguma minūtes nedēļā',
      'contract minutes a week',
      'минут в неделю по договору',
    ),
    summarisedTime: column('Summētais laiks', 'summētais darba laiks', 'summarised working time', 'суммированное рабочее время'),
    referenceMonths: column(
      'Pārskata periods',
      'summētā darba laika pārskata periods mēnešos, no janvāra',
      'reference period of summarised time in months, from January',
      'учётный период суммированного времени в месяцах, с января',
    ),
    overtimeAgreed: column(
      'Virsstundas',
      'vai par virsstundām ir rakstiska vienošanās',
      'whether overtime is agreed in writing',
      'есть ли письменное соглашение о сверхурочных',
    ),
    employedFrom: column('Strādā no', 'pirmā darba diena', 'first day of work', 'первый день работы'),
    employedTo: column('Strādā līdz', 'pēdējā darba diena', 'last day of work', 'последний день работы'),
    neighbourhood: column('Apkaime', 'apkaime', 'neighbourhood', 'район города'),
  },
};

export const qualifications: SheetText<'qualifications'> = {
  header: 'Kvalifikācijas',
  lv: 'Sertifikāti un apmācības',
  en: 'Certificates and training',
  ru: 'Сертификаты и обучение',
  columns: {
    id: ownId(),
    staff: staffId(),
    kind: column('Veids', 'kvalifikācijas kods', 'code of the qualification', 'код квалификации'),
    number: column('Numurs', 'dokumenta numurs', 'number of the document', 'номер документа'),
    validFrom: validFrom(),
    validTo: validTo(),
  },
};

export const shifts: SheetText<'shifts'> = {
  header: 'Maiņas',
  lv: 'Darba maiņas pa dienām',
  en: 'Rostered shifts, day by day',
  ru: 'Рабочие смены по дням',
  columns: {
    id: ownId(),
    staff: staffId(),
    date: column('Datums', 'diena, kurā maiņa sākas', 'day on which the shift begins', 'день начала смены'),
    start: column('Sākums', 'sākums', 'start', 'начало'),
    end: column(
      'Beigas',
      'beigas; ne vēlāk par sākumu – nākamajā dienā',
      'end; not later than the start: on the next day',
      'конец; не позже начала – на следующий день',
    ),
    breakMinutes: column('Pārtraukums', 'pārtraukums minūtēs', 'break in minutes', 'перерыв в минутах'),
    vehicle: reference(
      'equipment',
      column('Transportlīdzeklis', 'transportlīdzekļa ID', 'id of the vehicle', 'идентификатор транспорта'),
    ),
  },
};

export const absences: SheetText<'absences'> = {
  header: 'Prombūtnes',
  lv: 'Slimības, atvaļinājumi, mācības',
  en: 'Sickness, holidays, training',
  ru: 'Болезни, отпуска, обучение',
  columns: {
    id: ownId(),
    staff: staffId(),
    from: column('No', 'pirmā diena', 'first day', 'первый день'),
    to: column('Līdz', 'pēdējā diena', 'last day', 'последний день'),
    kind: column('Veids', 'veids', 'kind', 'вид'),
  },
};
