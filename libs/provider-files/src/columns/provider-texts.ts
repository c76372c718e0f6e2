import { column, ownId, reference, validFrom, validTo, type SheetText } from './texts.js';

export const provider: SheetText<'provider'> = {
  header: 'Pakalpojuma sniedzējs',
  lv: 'Organizācija, viena rinda',
  en: 'The organisation, one row',
  ru: 'Организация, одна строка',
  columns: {
    code: column('Kods', 'īss organizācijas kods', 'short code of the organisation', 'короткий код организации'),
    name: column('Nosaukums', 'nosaukums', 'name', 'название'),
    timezone: column('Laika josla', 'laika josla', 'time zone', 'часовой пояс'),
    phone: column('Tālrunis', 'tālrunis', 'telephone', 'телефон'),
  },
};

export const municipalities: SheetText<'municipalities'> = {
  header: 'Pašvaldības',
  lv: 'Pašvaldības, kuru sociālais dienests lemj un maksā',
  en: 'Municipalities whose social service decides and pays',
  ru: 'Самоуправления, социальная служба которых решает и платит',
  columns: {
    id: ownId(),
    name: column('Nosaukums', 'nosaukums', 'name', 'название'),
    providesHomeCare: column(
      'Sniedz aprūpi mājās',
      'vai pašvaldība nodrošina aprūpi mājās',
      'whether it provides home care',
      'обеспечивает ли уход на дому',
    ),
    rules: column(
      'Noteikumi',
      'kuras pašvaldības noteikumi spēkā (riga, skriveri, jekabpils vai savs vārds no lapas ruleSets)',
      'whose binding rules hold (riga, skriveri, jekabpils or a word of sheet ruleSets)',
      'чьи правила действуют (riga, skriveri, jekabpils или слово листа ruleSets)',
    ),
  },
};

export const places: SheetText<'places'> = {
  header: 'Vietas',
  lv: 'Biroji, laboratorijas un citas vietas',
  en: 'Offices, laboratories and other places',
  ru: 'Офисы, лаборатории и другие места',
  columns: {
    id: ownId(),
    kind: column('Veids', 'vietas veids', 'kind of place', 'вид места'),
    name: column('Nosaukums', 'nosaukums', 'name', 'название'),
    address: column('Adrese', 'adrese', 'address', 'адрес'),
    latitude: column('Platums', 'ģeogrāfiskais platums, WGS 84', 'latitude, WGS 84', 'широта, WGS 84'),
    longitude: column('Garums', 'ģeogrāfiskais garums, WGS 84', 'longitude, WGS 84', 'долгота, WGS 84'),
  },
};

export const equipment: SheetText<'equipment'> = {
  header: 'Aprīkojums',
  lv: 'Aprīkojums un transportlīdzekļi',
  en: 'Equipment and vehicles',
  ru: 'Оборудование и транспорт',
  columns: {
    id: ownId(),
    kind: column('Veids', 'veids', 'kind', 'вид'),
    name: column('Nosaukums', 'nosaukums', 'name', 'название'),
    latitude: column('Platums', 'stāvvietas platums', 'latitude of its base', 'широта стоянки'),
    longitude: column('Garums', 'stāvvietas garums', 'longitude of its base', 'долгота стоянки'),
    crew: column('Apkalpe', 'apkalpes lielums', 'size of its crew', 'размер экипажа'),
    usesBeforeRefill: column(
      'Lietojumi līdz uzpildei',
      'cik reizes lieto līdz uzpildei',
      'uses before it must be refilled',
      'сколько раз используется до заправки',
    ),
  },
};

export const prices: SheetText<'prices'> = {
  header: 'Cenas',
  lv: 'Aprūpes stundas cena no noteiktas dienas',
  en: 'Price of a care hour from a day on',
  ru: 'Цена часа ухода с определённого дня',
  columns: {
    id: ownId(),
    municipality: reference(
      'municipalities',
      column('Pašvaldība', 'pašvaldības ID', 'id of the municipality', 'идентификатор самоуправления'),
    ),
    payer: column('Maksātājs', 'kas maksā', 'who pays', 'кто платит'),
    centsPerHour: column('Centi stundā', 'cena centos par stundu', 'price in cents an hour', 'цена в центах за час'),
    validFrom: validFrom(),
    validTo: validTo(),
  },
};
