import type { ChangeKind } from '#contracts';
import type { Language, Translated } from './language.js';
import { changeTexts } from './replan-texts.js';

/** What an entry of the trail has to do with the client. */
export const reachTexts = {
  client: { lv: 'tieši šis klients', en: 'this very client', ru: 'именно этот клиент' },
  plan: { lv: 'plāns ar klientu', en: 'a plan with the client', ru: 'план с клиентом' },
  visit: { lv: 'sava darbadiena', en: 'own day of work', ru: 'свой рабочий день' },
  list: { lv: 'kopējs saraksts', en: 'a list of many', ru: 'общий список' },
} as const satisfies Readonly<Record<string, Translated>>;

/** What was done, by action. */
const actionTexts: Readonly<Record<string, Translated>> = {
  looked: { lv: 'skatīja', en: 'looked', ru: 'смотрел' },
  'emergency.opened': { lv: 'atvēra ārkārtas piekļuvi', en: 'opened emergency access', ru: 'открыл экстренный доступ' },
  'emergency.looked': { lv: 'skatīja ārkārtas piekļuvē', en: 'looked in an emergency', ru: 'смотрел экстренно' },
  'emergency.reviewed': { lv: 'izvērtēja ārkārtas piekļuvi', en: 'reviewed emergency access', ru: 'проверил экстренный доступ' },
  'emergency.nobody': {
    lv: 'ārkārtā meklēja klientu, kura nav',
    en: 'looked in an emergency for a client who is not here',
    ru: 'экстренно искал клиента, которого нет',
  },
  'client.exported': { lv: 'eksportēja datus', en: 'exported the data', ru: 'экспортировал данные' },
  'client.erased': { lv: 'dzēsa datus', en: 'erased data', ru: 'удалил данные' },
  'client.shared': {
    lv: 'sāka dalīties ar citu pakalpojumu',
    en: 'began to share with the other service',
    ru: 'начал делиться с другой службой',
  },
  'client.unshared': {
    lv: 'beidza dalīties ar citu pakalpojumu',
    en: 'stopped sharing with the other service',
    ru: 'перестал делиться с другой службой',
  },
  'account.changed': { lv: 'mainīja kontu', en: 'changed an account', ru: 'изменил учётную запись' },
  'account.identity_linked': {
    lv: 'saistīja kontu ar organizācijas pieteikšanos',
    en: 'linked an account with the organisation’s log-in',
    ru: 'связал учётную запись со входом организации',
  },
  'account.link_made': {
    lv: 'izveidoja saiti paroles izvēlei',
    en: 'made a link to choose a password',
    ru: 'создал ссылку для выбора пароля',
  },
  'account.password_set': { lv: 'izvēlējās paroli', en: 'chose a password', ru: 'выбрал пароль' },
  'account.recovery_code_used': { lv: 'izmantoja rezerves kodu', en: 'used a recovery code', ru: 'использовал резервный код' },
  'account.second_factor_set': { lv: 'ieslēdza otro faktoru', en: 'switched the second factor on', ru: 'включил второй фактор' },
  'account.second_factor_removed': { lv: 'noņēma otro faktoru', en: 'took the second factor away', ru: 'снял второй фактор' },
  'confirmation_limits.set': {
    lv: 'mainīja apstiprināšanas robežas',
    en: 'changed the limits of confirmation',
    ru: 'изменил пределы подтверждения',
  },
  'growth.requested': { lv: 'pieprasīja izaugsmes aprēķinu', en: 'asked for a study of growth', ru: 'запросил расчёт роста' },
  'identity_provider.set': {
    lv: 'iestatīja organizācijas pieteikšanos',
    en: 'set the organisation’s log-in',
    ru: 'настроил вход организации',
  },
  'identity_provider.removed': {
    lv: 'noņēma organizācijas pieteikšanos',
    en: 'removed the organisation’s log-in',
    ru: 'убрал вход организации',
  },
  'invoice.issued': { lv: 'izrakstīja rēķinu', en: 'issued an invoice', ru: 'выставил счёт' },
  'observation.reported': { lv: 'ziņoja novērojumu', en: 'reported an observation', ru: 'сообщил наблюдение' },
  'hour_costs.set': {
    lv: 'mainīja darba stundas izmaksas',
    en: 'changed what working hours cost',
    ru: 'изменил стоимость рабочего часа',
  },
  'pay_model.set': { lv: 'mainīja algas noteikumus', en: 'changed the rules of pay', ru: 'изменил правила оплаты' },
  'plan.requested': { lv: 'pieprasīja plānu', en: 'asked for a plan', ru: 'запросил план' },
  'plan.published': { lv: 'publicēja plānu', en: 'published a plan', ru: 'опубликовал план' },
  'plan.recomputed': { lv: 'pārrēķināja plānu', en: 'recomputed a plan', ru: 'пересчитал план' },
  'plan.stopped_early': { lv: 'apturēja plānošanu', en: 'stopped planning early', ru: 'остановил планирование' },
  'plan.edit_moved': { lv: 'pārcēla vizīti', en: 'moved a visit', ru: 'перенёс визит' },
  'plan.edit_removed': { lv: 'izņēma vizīti', en: 'took a visit out', ru: 'убрал визит' },
  'plan.edit_pinned': { lv: 'nostiprināja vizīti', en: 'pinned a visit', ru: 'закрепил визит' },
  'plan.edit_unpinned': { lv: 'atlaida vizīti', en: 'unpinned a visit', ru: 'открепил визит' },
  'plan.edit_undone': { lv: 'atsauca labojumu', en: 'took an edit back', ru: 'отменил правку' },
  'plan.edit_redone': { lv: 'atkārtoja labojumu', en: 'did an edit again', ru: 'повторил правку' },
  'program.token_made': { lv: 'izveidoja programmas atslēgu', en: 'made a token of a program', ru: 'создал ключ программы' },
  'program.token_revoked': { lv: 'atsauca programmas atslēgu', en: 'revoked a token of a program', ru: 'отозвал ключ программы' },
  'provider.imported': { lv: 'ieveda datus', en: 'brought data in', ru: 'внёс данные' },
  'replan.settings_changed': {
    lv: 'mainīja pārrēķināšanas iestatījumus',
    en: 'changed the settings of recomputation',
    ru: 'изменил настройки пересчёта',
  },
  'secret_link.made': { lv: 'izveidoja slepenu saiti', en: 'made a secret link', ru: 'создал секретную ссылку' },
  'secret_link.revoked': { lv: 'atsauca slepenu saiti', en: 'revoked a secret link', ru: 'отозвал секретную ссылку' },
  'visit.confirmed': { lv: 'apstiprināja vizīti', en: 'confirmed a visit', ru: 'подтвердил визит' },
  'weights.saved': { lv: 'saglabāja svarus', en: 'saved weights', ru: 'сохранил веса' },
  'weights.dropped': { lv: 'dzēsa svarus', en: 'dropped weights', ru: 'удалил веса' },
  'work_item.acknowledge': { lv: 'ņēma darbu zināšanai', en: 'took note of work', ru: 'принял дело к сведению' },
  'work_item.assign': { lv: 'uzticēja darbu', en: 'gave work to somebody', ru: 'поручил дело' },
  'work_item.done': { lv: 'padarīja darbu', en: 'did work', ru: 'сделал дело' },
};

/** What was looked at, by route. */
const routeTexts: Readonly<Record<string, Translated>> = {
  'PlansController.list': { lv: 'plānu saraksts', en: 'list of plans', ru: 'список планов' },
  'PlansController.summary': { lv: 'plāna kopsavilkums', en: 'summary of a plan', ru: 'сводка плана' },
  'PlansController.routes': { lv: 'plāna maršruti', en: 'routes of a plan', ru: 'маршруты плана' },
  'PlansController.unserved': { lv: 'neieplānotās vizītes', en: 'visits left out', ru: 'неохваченные визиты' },
  'PlansController.week': { lv: 'plāna nedēļa', en: 'week of a plan', ru: 'неделя плана' },
  'PlansController.workingTime': { lv: 'plāna darba laiks', en: 'working time of a plan', ru: 'рабочее время плана' },
  'PlansController.differences': { lv: 'plāna izmaiņas', en: 'changes of a plan', ru: 'изменения плана' },
  'PlansController.comparison': { lv: 'plānu salīdzinājums', en: 'plans compared', ru: 'сравнение планов' },
  'PlansController.publication': {
    lv: 'publicēšanas priekšskats',
    en: 'preview of publishing',
    ru: 'просмотр перед публикацией',
  },
  'PlansController.events': { lv: 'plānošanas gaita', en: 'progress of planning', ru: 'ход планирования' },
  'SecretLinksController.calendars': { lv: 'savas kalendāra saites', en: 'own calendar links', ru: 'свои ссылки на календарь' },
  'SecretLinksController.weeks': {
    lv: 'nedēļas saites tuviniekiem',
    en: 'links of the week for relatives',
    ru: 'ссылки на неделю для родных',
  },
  'SecretLinksController.doors': { lv: 'durvju kodi', en: 'door codes', ru: 'коды дверей' },
  'ObservationsController.list': { lv: 'novērojumi', en: 'observations', ru: 'наблюдения' },
  'ObservationsController.unanswered': { lv: 'neatbildētās izmaiņas', en: 'unanswered changes', ru: 'изменения без ответа' },
  'MyController.day': { lv: 'savas dienas vizītes', en: 'visits of the own day', ru: 'визиты своего дня' },
  'MyController.changes': { lv: 'savas dienas izmaiņas', en: 'changes of the own day', ru: 'изменения своего дня' },
  'MyController.time': { lv: 'savs darba laiks', en: 'own working time', ru: 'своё рабочее время' },
  'ChangesController.list': { lv: 'reģistrētās izmaiņas', en: 'recorded changes', ru: 'внесённые изменения' },
  'ChangesController.exposed': { lv: 'kas bija pie klienta', en: 'who was at the client’s', ru: 'кто был у клиента' },
  'EmergencyController.list': { lv: 'ārkārtas piekļuves', en: 'emergency accesses', ru: 'экстренные доступы' },
  'ProposalController.proposal': { lv: 'vizīšu priekšlikums', en: 'proposal of visits', ru: 'предложение визитов' },
  'RepairsController.duty': { lv: 'rīta dežūra', en: 'duty of the morning', ru: 'утреннее дежурство' },
  'DataIssuesController.list': { lv: 'datu nepilnības', en: 'gaps in the data', ru: 'пробелы в данных' },
  'PayrollController.payroll': { lv: 'algas', en: 'pay', ru: 'зарплата' },
  'PayrollController.workbook': { lv: 'algu fails', en: 'file of pay', ru: 'файл зарплаты' },
  'PayrollController.csv': { lv: 'algu fails', en: 'file of pay', ru: 'файл зарплаты' },
  'LedgerController.ledger': { lv: 'uzskaite', en: 'ledger', ru: 'учёт' },
  'LedgerController.payers': { lv: 'kas maksā', en: 'who pays', ru: 'кто платит' },
  'LedgerController.groups': { lv: 'uzskaite pa grupām', en: 'ledger by groups', ru: 'учёт по группам' },
  'LedgerController.forecast': { lv: 'uzskaites prognoze', en: 'forecast of the ledger', ru: 'прогноз учёта' },
  'LedgerController.overview': {
    lv: 'uzskaite ar grupām un prognozi',
    en: 'ledger with groups and forecast',
    ru: 'учёт с группами и прогнозом',
  },
  'LedgerController.visits': { lv: 'uzskaites vizītes', en: 'visits of the ledger', ru: 'визиты учёта' },
  'LedgerController.claims': {
    lv: 'valstij pieprasāmie pakalpojumi',
    en: 'services to claim from the state',
    ru: 'услуги к оплате государством',
  },
  'LedgerController.csv': { lv: 'uzskaites fails', en: 'file of the ledger', ru: 'файл учёта' },
  'LedgerWorkbookController.workbook': { lv: 'uzskaites fails', en: 'file of the ledger', ru: 'файл учёта' },
  'DocumentsController.document': { lv: 'rēķins', en: 'invoice', ru: 'счёт' },
  'DocumentsController.pdf': { lv: 'rēķins PDF', en: 'invoice as PDF', ru: 'счёт PDF' },
  'DocumentsController.workbook': { lv: 'rēķina fails', en: 'file of an invoice', ru: 'файл счёта' },
  'DocumentsController.csv': { lv: 'rēķina fails', en: 'file of an invoice', ru: 'файл счёта' },
  'BillingController.check': { lv: 'rēķinu pārbaude', en: 'check before billing', ru: 'проверка перед счетами' },
  'BillingController.invoices': { lv: 'rēķinu saraksts', en: 'list of invoices', ru: 'список счетов' },
  'BillingController.lines': { lv: 'rēķina rindas', en: 'lines of an invoice', ru: 'строки счёта' },
  'StaffController.list': { lv: 'darbinieki', en: 'staff', ru: 'сотрудники' },
  'StaffController.page': { lv: 'darbinieka lapa', en: 'page of a staff member', ru: 'страница сотрудника' },
  'RulesController.book': { lv: 'darbu noteikumi', en: 'task rules', ru: 'правила заданий' },
  'RulesController.changes': { lv: 'noteikumu izmaiņas', en: 'changes of rules', ru: 'изменения правил' },
  'AdviceController.editing': { lv: 'plāna labošana', en: 'editing a plan', ru: 'правка плана' },
  'AdviceController.candidates': {
    lv: 'kas varētu apkalpot vizīti',
    en: 'who could serve a visit',
    ru: 'кто мог бы выполнить визит',
  },
  'AdviceController.remedies': {
    lv: 'ko darīt ar neieplānoto vizīti',
    en: 'what helps a visit left out',
    ru: 'как помочь неохваченному визиту',
  },
  'AdviceController.live': { lv: 'plāna labojumi', en: 'edits of a plan', ru: 'правки плана' },
  'ConfirmationController.exceptions': { lv: 'neskaidrās vizītes', en: 'visits in question', ru: 'спорные визиты' },
  'ClocksController.list': { lv: 'termiņi', en: 'terms', ru: 'сроки' },
  'ClientLawController.consents': { lv: 'piekrišanas', en: 'consents', ru: 'согласия' },
  'ClientLawController.sharingLog': {
    lv: 'kas nodots citam pakalpojumam',
    en: 'what the other service was told',
    ru: 'что передано другой службе',
  },
  'ClientLawController.payers': { lv: 'klienta maksātāji', en: 'payers of the client', ru: 'плательщики клиента' },
  'ClientLawController.decisionChecks': { lv: 'lēmumu pārbaude', en: 'check of decisions', ru: 'проверка решений' },
  'ClientLawController.workingTime': { lv: 'darba laika pārbaude', en: 'check of working time', ru: 'проверка рабочего времени' },
  'ClientExportController.export': { lv: 'datu eksports', en: 'export of the data', ru: 'экспорт данных' },
  'ClientsController.list': { lv: 'klientu saraksts', en: 'list of clients', ru: 'список клиентов' },
  'ClientsController.page': { lv: 'klienta lapa', en: 'page of the client', ru: 'страница клиента' },
  'ClientsController.hours': { lv: 'klienta stundas', en: 'hours of the client', ru: 'часы клиента' },
  'ErasureController.look': { lv: 'dzēšanas priekšskats', en: 'preview of erasing', ru: 'просмотр перед удалением' },
  'ErasureController.due': { lv: 'kam jādzēš dati', en: 'whose data are to be erased', ru: 'чьи данные удалить' },
  'WorkItemsController.list': { lv: 'darbi', en: 'work to do', ru: 'дела' },
  'TrailController.client': { lv: 'šis žurnāls', en: 'this trail', ru: 'этот журнал' },
  'SharingController.list': { lv: 'kopīgie klienti', en: 'shared clients', ru: 'общие клиенты' },
  'ExecutionController.list': { lv: 'paziņotais no vizītēm', en: 'what was reported of visits', ru: 'сообщённое о визитах' },
};

const CHANGE = /^change\.(.+)$/;
const recorded: Translated = { lv: 'reģistrēja: {what}', en: 'recorded: {what}', ru: 'внёс: {what}' };

/** The words for an action or route of the trail; null where there are none. */
export function trailWords(code: string, language: Language): string | null {
  const kind = CHANGE.exec(code)?.[1] as ChangeKind | undefined;
  if (kind === undefined) return (actionTexts[code] ?? routeTexts[code])?.[language] ?? null;
  const what = (changeTexts[kind] as Translated | undefined)?.[language];
  return what === undefined ? null : recorded[language].replace('{what}', what);
}
