import { column, ownId, reference, validFrom, validTo, type SheetText } from './texts.js';

const income = (header: string, lv: string, en: string, ru: string) =>
  column(
    header,
    `${lv}: nav, centos vai minimālā alga`,
    `${en}: none, an amount in cents or the minimum wage`,
    `${ru}: нет, в центах или минимальная зарплата`,
  );

export const ruleSets: SheetText<'ruleSets'> = {
  header: 'Pašvaldību noteikumi',
  lv: 'Saistošie noteikumi par aprūpi mājās, katra redakcija savā rindā',
  en: 'Binding rules on home care, a row for each version',
  ru: 'Обязательные правила об уходе на дому, строка на редакцию',
  columns: {
    id: ownId(),
    rules: column(
      'Pašvaldības vārds',
      'vārds, kas kopīgs visām redakcijām',
      'word all versions share',
      'слово, общее для всех редакций',
    ),
    name: column('Nosaukums', 'noteikumu nosaukums', 'title of the rules', 'название правил'),
    source: column('Avots', 'kur tas rakstīts', 'where it is written', 'где это написано'),
    checkedOn: column('Pārbaudīts', 'kad pēdējoreiz pārbaudīts', 'day it was last checked', 'когда последний раз проверено'),
    validFrom: validFrom(),
    validTo: validTo(),
    providesHomeCare: column(
      'Sniedz aprūpi mājās',
      'vai pašvaldība nodrošina aprūpi mājās',
      'whether it provides home care',
      'обеспечивает ли уход на дому',
    ),
    forms: column('Formas', 'palīdzības formas', 'forms of help', 'формы помощи'),
    tasks: column(
      'Uzdevumi',
      'piedāvātie uzdevumi; tukšs – visi',
      'tasks on offer; empty: all',
      'предлагаемые задачи; пусто – все',
    ),
    decisionWithinWorkingDays: column(
      'Darbdienas lēmumam',
      'darbdienas no dokumentiem līdz lēmumam',
      'working days from documents to decision',
      'рабочих дней от документов до решения',
    ),
    shortestVisitMinutes: column(
      'Īsākā vizīte',
      'īsākā vizīte minūtēs',
      'shortest visit in minutes',
      'самый короткий визит в минутах',
    ),
    needyFree: column('Trūcīgajiem bez maksas', 'vai trūcīgajiem bez maksas', 'free for the needy', 'бесплатно для нуждающихся'),
    freeUpTo: income('Bez maksas līdz', 'bez maksas līdz ienākumiem', 'free up to an income', 'бесплатно до дохода'),
    freeUpToCents: column(
      'Bez maksas līdz (centi)',
      'ienākumi uz ģimenes locekli centos',
      'income per family member in cents',
      'доход на члена семьи в центах',
    ),
    incomeMonths: column(
      'Ienākumu mēneši',
      'pa cik mēnešiem vidēji',
      'months the income is averaged over',
      'за сколько месяцев в среднем',
    ),
    clientShareOf: column(
      'Daļa no',
      'klienta procenti no ienākumu pārsnieguma vai cenas',
      'percents of the excess income or of the price',
      'проценты от превышения дохода или от цены',
    ),
    excessOf: column(
      'Pārsniegums',
      'pārsniegums viena locekļa vai mājsaimniecības',
      'excess of one member or of the household',
      'превышение одного члена или домохозяйства',
    ),
    freeLoneOlderThan: column(
      'Vientuļiem virs gadiem',
      'vientuļiem bez maksas, ja vecāki par tik gadiem',
      'free for the lone older than so many years',
      'одиноким старше стольких лет бесплатно',
    ),
    olderThan: column(
      'Vecāks par',
      'no dienas pēc dzimšanas dienas vai no nākamās dzimšanas dienas',
      'from the day after the birthday or from the next birthday',
      'со дня после дня рождения или со следующего дня рождения',
    ),
    supportUpTo: income(
      'Atbalsts līdz',
      'atbalsts tuviniekam līdz ienākumiem',
      'support of a relative up to an income',
      'поддержка близкого до дохода',
    ),
    supportUpToCents: column(
      'Atbalsts līdz (centi)',
      'ienākumi uz ģimenes locekli centos',
      'income per family member in cents',
      'доход на члена семьи в центах',
    ),
  },
};

export const ruleBands: SheetText<'ruleBands'> = {
  header: 'Noteikumu tabulas',
  lv: 'Aprūpes līmeņi, klienta daļas un tuvinieku atbalsts',
  en: 'Care levels, shares of the client and support of relatives',
  ru: 'Уровни ухода, доли клиента и поддержка близких',
  columns: {
    id: ownId(),
    ruleSet: reference('ruleSets', column('Redakcija', 'noteikumu ID', 'id of the rule set', 'идентификатор правил')),
    kind: column(
      'Veids',
      'līmenis, klienta daļa vai atbalsts',
      'level, share of the client or support',
      'уровень, доля клиента или поддержка',
    ),
    upToMinutesPerWeek: column(
      'Minūtes nedēļā līdz',
      'ne vairāk minūšu nedēļā; tukšs – bez robežas',
      'at most so many minutes a week; empty: no limit',
      'не более минут в неделю; пусто – без предела',
    ),
    level: column('Līmenis', 'aprūpes līmenis', 'level of care', 'уровень ухода'),
    barthelFrom: column('Bartels no', 'Bartela indekss no', 'Barthel score from', 'индекс Бартела от'),
    barthelTo: column('Bartels līdz', 'Bartela indekss līdz', 'Barthel score to', 'индекс Бартела до'),
    tasks: column('Uzdevumi', 'līmeņa uzdevumi; tukšs – visi', 'tasks of the level; empty: all', 'задачи уровня; пусто – все'),
    aboveCents: column(
      'Pārsniegums no (centi)',
      'no cik centiem virs robežas uz locekli',
      'from so many cents per member above the limit',
      'от скольких центов на члена сверх предела',
    ),
    percent: column('Procenti', 'klienta procenti', 'percent the client pays', 'процент клиента'),
    centsPerMonth: column('Centi mēnesī', 'atbalsts centos mēnesī', 'support in cents a month', 'поддержка в центах в месяц'),
  },
};
