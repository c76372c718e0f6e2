import type { Issue } from '#contracts';
import type { Language } from './language.js';

type Advice = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** What to do about an issue by its code, in the languages the server does not write in. */
export const adviceWords: Readonly<Record<string, Advice>> = {
  'file.unreadable': {
    lv: 'Fails ir bojāts vai nav tas, par ko to dēvē. Atveriet to izklājlapu programmā, saglabājiet kā .xlsx vai CSV un importējiet to.',
    ru: 'Файл повреждён или не того вида, каким назван. Откройте его в программе таблиц, сохраните как .xlsx или CSV и импортируйте.',
  },
  'file.format_unknown': {
    lv: 'Saglabājiet datus kā .xlsx, .json vai CSV failus vienā .zip; veca .xls darbgrāmata jāsaglabā kā .xlsx.',
    ru: 'Сохраните данные как .xlsx, .json или файлы CSV в одном .zip; старую книгу .xls нужно сохранить как .xlsx.',
  },
  'file.too_large': {
    lv: 'Izdzēsiet nevajadzīgās lapas un formatējumu vai importējiet pa daļām.',
    ru: 'Удалите лишние листы и оформление или импортируйте по частям.',
  },
  'file.encoding_guessed': {
    lv: 'CSV fails nav UTF-8 kodējumā. Pārbaudiet burtus ar garumzīmēm un mīkstinājumiem; drošāk saglabāt kā “CSV UTF-8”.',
    ru: 'Файл CSV не в кодировке UTF-8. Проверьте буквы с диакритикой; надёжнее сохранить как «CSV UTF-8».',
  },
  'file.json_invalid': {
    lv: 'Teksts nav JSON. Izlabojiet norādīto vietu.',
    ru: 'Текст не является JSON. Исправьте указанное место.',
  },
  'file.version_unknown': {
    lv: 'Norādiet formātu un versiju vai eksportējiet failu no jauna.',
    ru: 'Укажите формат и версию или экспортируйте файл заново.',
  },
  'sheet.missing': {
    lv: 'Pievienojiet lapu, kaut vai tikai ar galvenes rindu.',
    ru: 'Добавьте лист, хотя бы только со строкой заголовков.',
  },
  'sheet.unknown': {
    lv: 'Pārdēvējiet lapu par domāto vai izdzēsiet to.',
    ru: 'Переименуйте лист в нужный или удалите его.',
  },
  'sheet.duplicate': {
    lv: 'Divas lapas atbilst vienam sarakstam. Apvienojiet to rindas vienā.',
    ru: 'Два листа соответствуют одному списку. Объедините их строки в одном.',
  },
  'sheet.no_header': { lv: 'Ierakstiet kolonnu nosaukumus pirmajā rindā.', ru: 'Запишите названия столбцов в первой строке.' },
  'sheet.too_large': {
    lv: 'Izdzēsiet liekās šūnas tālu no datiem vai importējiet rindas pa daļām.',
    ru: 'Удалите лишние ячейки вдали от данных или импортируйте строки по частям.',
  },
  'column.missing': { lv: 'Pievienojiet kolonnu ar norādīto nosaukumu.', ru: 'Добавьте столбец с указанным названием.' },
  'column.unknown': {
    lv: 'Pārdēvējiet kolonnu par domāto vai izdzēsiet to.',
    ru: 'Переименуйте столбец в нужный или удалите его.',
  },
  'column.duplicate': {
    lv: 'Divas kolonnas atbilst vienam laukam. Izdzēsiet vai pārdēvējiet vienu.',
    ru: 'Два столбца соответствуют одному полю. Удалите или переименуйте один из них.',
  },
  'row.extra_cells': {
    lv: 'Rindā ir vērtības aiz pēdējās kolonnas. Meklējiet atdalītāju vai decimālo komatu vērtībā un lieciet to pēdiņās.',
    ru: 'В строке есть значения за последним столбцом. Найдите разделитель или десятичную запятую внутри значения и возьмите его в кавычки.',
  },
  'row.quote_open': {
    lv: 'Pēdiņas atveras un neaizveras. Aizveriet tās vai pēdiņu zīmi vērtībā rakstiet divreiz.',
    ru: 'Кавычка открывается и не закрывается. Закройте её или пишите кавычку внутри значения дважды.',
  },
  'provider.rows': {
    lv: 'Failā jābūt tieši vienam pakalpojuma sniedzējam. Pārējos importējiet atsevišķi.',
    ru: 'В файле должен быть ровно один поставщик услуги. Остальных импортируйте отдельно.',
  },
  'provider.other': {
    lv: 'Fails ir cita pakalpojuma sniedzēja. Pārbaudiet, vai tas ir īstais fails.',
    ru: 'Файл другого поставщика услуги. Проверьте, тот ли это файл.',
  },
  'cell.required': { lv: 'Šūna ir tukša, bet vajadzīga. Aizpildiet to.', ru: 'Ячейка пуста, но обязательна. Заполните её.' },
  'cell.number': {
    lv: 'Vērtība nav skaitlis. Rakstiet ciparus; pirms decimāldaļas komats vai punkts.',
    ru: 'Значение не является числом. Пишите цифры; перед дробной частью запятая или точка.',
  },
  'cell.date': {
    lv: 'Vērtība nav diena. Rakstiet 24.11.2026 vai 2026-11-24.',
    ru: 'Значение не является датой. Пишите 24.11.2026 или 2026-11-24.',
  },
  'cell.date_ambiguous': {
    lv: 'Datumu var saprast dažādi. Rakstiet gadu ar četriem cipariem: 24.11.2026.',
    ru: 'Дату можно понять по-разному. Пишите год четырьмя цифрами: 24.11.2026.',
  },
  'cell.time': {
    lv: 'Vērtība nav laiks. Rakstiet 08:00; 24:00 ir dienas beigas.',
    ru: 'Значение не является временем. Пишите 08:00; 24:00 – конец дня.',
  },
  'cell.boolean': { lv: 'Rakstiet “jā” vai “nē”.', ru: 'Пишите «да» или «нет» так, как разрешено в столбце.' },
  'cell.choice': { lv: 'Izmantojiet kādu no atļautajām vērtībām.', ru: 'Используйте одно из допустимых значений.' },
  'cell.windows': {
    lv: 'Rakstiet 08:00-12:00; vairākus logus atdaliet ar semikolu.',
    ru: 'Пишите 08:00-12:00; несколько окон разделяйте точкой с запятой.',
  },
  'cell.format': {
    lv: 'Vērtībā ir zīmes vai garums, ko lauks nepieņem. Izlabojiet vērtību.',
    ru: 'В значении знаки или длина, которых поле не принимает. Исправьте значение.',
  },
  'cell.range': { lv: 'Skaitlis ir ārpus atļautā. Izlabojiet to.', ru: 'Число вне допустимого. Исправьте его.' },
  'cell.list_size': { lv: 'Sarakstā ir par maz vai par daudz vērtību.', ru: 'В списке слишком мало или слишком много значений.' },
  'cell.formula_error': {
    lv: 'Formulai nav derīga rezultāta. Izlabojiet formulu vai ierakstiet tās vērtību.',
    ru: 'У формулы нет пригодного результата. Исправьте формулу или запишите её значение.',
  },
  'cell.date_in_text': {
    lv: 'Izklājlapa tekstu pārvērtusi par datumu. Formatējiet šūnu kā tekstu un ierakstiet vērtību no jauna.',
    ru: 'Таблица превратила текст в дату. Задайте ячейке текстовый формат и введите значение заново.',
  },
  'cell.type': { lv: 'Vērtībai ir cits tips, nekā lauks pieņem.', ru: 'Тип значения не тот, который принимает поле.' },
  'coordinates.swapped': {
    lv: 'Platums un garums ir samainīti vietām. Samainiet abas kolonnas.',
    ru: 'Широта и долгота перепутаны. Поменяйте столбцы местами.',
  },
  'coordinates.outside': {
    lv: 'Vieta ir ārpus Latvijas. Platums ir no 55,6 līdz 58,2, garums no 20,8 līdz 28,4 grādiem.',
    ru: 'Место вне Латвии. Широта от 55,6 до 58,2, долгота от 20,8 до 28,4 градуса.',
  },
  'coordinates.incomplete': { lv: 'Norādiet abas koordinātas vai nevienu.', ru: 'Укажите обе координаты или ни одной.' },
  'id.duplicate': {
    lv: 'Divām rindām ir viens identifikators. Dodiet katrai savu vai izdzēsiet vienu.',
    ru: 'У двух строк один идентификатор. Дайте каждой свой или удалите одну.',
  },
  'reference.unknown': {
    lv: 'Rinda norāda uz to, kā failā nav. Izlabojiet identifikatoru vai pievienojiet trūkstošo rindu.',
    ru: 'Строка ссылается на то, чего нет в файле. Исправьте идентификатор или добавьте недостающую строку.',
  },
  'reference.other_client': {
    lv: 'Tas pieder citam klientam. Norādiet tā paša klienta ierakstu.',
    ru: 'Это относится к другому клиенту. Укажите запись того же клиента.',
  },
  'reference.unsuitable': {
    lv: 'Norādīts neatbilstoša veida ieraksts. Norādiet atļauto.',
    ru: 'Указана запись неподходящего вида. Укажите допустимую.',
  },
  'task.unknown': {
    lv: 'Tāda uzdevuma koda nav. Izmantojiet uzdevumu kataloga kodu.',
    ru: 'Такого кода задания нет. Используйте код из каталога заданий.',
  },
  'task.profession': {
    lv: 'Šī profesija kādu no vizītes uzdevumiem veikt nedrīkst. Mainiet profesiju vai uzdevumus.',
    ru: 'Эта профессия не вправе выполнять одно из заданий визита. Измените профессию или задания.',
  },
  'task.not_granted': {
    lv: 'Vizītei ir uzdevums, ko lēmums nepiešķir. Izņemiet to no vizītes vai ierakstiet lēmumā.',
    ru: 'У визита есть задание, которого решение не присваивает. Уберите его из визита или впишите в решение.',
  },
  'date.order': {
    lv: 'Beigas ir pirms sākuma. Izlabojiet vienu no datumiem.',
    ru: 'Конец раньше начала. Исправьте одну из дат.',
  },
  'time.order': {
    lv: 'Logs beidzas, pirms sākas. Izlabojiet to; logu pāri pusnaktij sadaliet divos.',
    ru: 'Окно кончается раньше, чем начинается. Исправьте его; окно через полночь разделите на два.',
  },
  'time.start_at_24': { lv: 'Rakstiet nākamās dienas 00:00.', ru: 'Пишите 00:00 следующего дня.' },
  'pattern.days': {
    lv: 'Norādiet vai nu nedēļas dienas, vai reizes nedēļā – tieši vienu no abiem.',
    ru: 'Укажите либо дни недели, либо число раз в неделю – ровно одно из двух.',
  },
  'pattern.spacing': {
    lv: 'Tik daudz vizīšu ar tādām atstarpēm nedēļā neietilpst. Samaziniet reizes vai atstarpi.',
    ru: 'Столько визитов с такими промежутками в неделю не помещается. Уменьшите число раз или промежуток.',
  },
  'pattern.owner': {
    lv: 'Vizītei ir gan lēmums, gan epizode. Atstājiet vienu; ja maksā klients, nevienu.',
    ru: 'У визита и решение, и эпизод. Оставьте одно; если платит клиент, ни одного.',
  },
  'pattern.pause': {
    lv: 'Pauzei ir beigas, bet nav sākuma. Norādiet pirmo dienu.',
    ru: 'У паузы есть конец, но нет начала. Укажите первый день.',
  },
  'shift.overlap': {
    lv: 'Vienam darbiniekam divas maiņas pārklājas. Izlabojiet vai izdzēsiet vienu.',
    ru: 'У одного сотрудника две смены пересекаются. Исправьте или удалите одну.',
  },
  'shift.break': {
    lv: 'Pārtraukums nav īsāks par maiņu. Izlabojiet vienu no tiem.',
    ru: 'Перерыв не короче смены. Исправьте одно из них.',
  },
  'term.outside_episode': {
    lv: 'Termiņš vai atzinums ir ārpus epizodes. Izlabojiet datumus.',
    ru: 'Срок или заключение вне эпизода. Исправьте даты.',
  },
  'term.overlap': {
    lv: 'Divi vienas epizodes termiņi pārklājas. Katram jāsākas pēc iepriekšējā beigām.',
    ru: 'Два срока одного эпизода пересекаются. Каждый должен начинаться после конца предыдущего.',
  },
  'ruleset.overlap': {
    lv: 'Divas vienas pašvaldības noteikumu redakcijas ir spēkā vienlaikus. Agrākajai jābeidzas, pirms sākas nākamā.',
    ru: 'Две редакции правил одного самоуправления действуют одновременно. Более ранняя должна кончаться до начала следующей.',
  },
  'ruleset.order': {
    lv: 'Noteikumu redakcija beidzas, pirms sākas. Izlabojiet vienu no datumiem.',
    ru: 'Редакция правил кончается раньше, чем начинается. Исправьте одну из дат.',
  },
  'ruleset.limit': {
    lv: 'Ja ienākumu robeža ir centos, ierakstiet summu; citādi atstājiet tukšu.',
    ru: 'Если предел дохода в центах, впишите сумму; иначе оставьте пустым.',
  },
  'ruleset.band': {
    lv: 'Aizpildiet to, ko prasa rindas veids: līmeni, daļu vai summu; Bartela robežas tikai abas kopā.',
    ru: 'Заполните то, чего требует вид строки: уровень, долю или сумму; границы Бартела только обе вместе.',
  },
  'ruleset.table': {
    lv: 'Līmeņiem un atbalstam jāiet augošā secībā, pēdējam bez robežas; klienta daļām jāsākas no 0.',
    ru: 'Уровни и поддержка идут по возрастанию, последняя строка без предела; доли клиента начинаются с 0.',
  },
  'ruleset.task': {
    lv: 'Šis nav sociālās aprūpes uzdevums. Izņemiet to; veselības uzdevumiem vajag nosūtījumu.',
    ru: 'Это не задача социального ухода. Уберите её; медицинским задачам нужно направление.',
  },
  'means.overlap': {
    lv: 'Klientam vienā dienā ir divi ienākumu vērtējumi vai divi trūcīgā statusi. Agrākajam jābeidzas, pirms sākas nākamais.',
    ru: 'У клиента в один день две оценки доходов или два статуса нуждающегося. Более ранний должен кончаться до начала следующего.',
  },
  'decision.change': {
    lv: 'Minūtes raksta, tikai ja lēmums samazināts, pēdējo dienu – tikai ja apturēts.',
    ru: 'Минуты пишут, только если решение уменьшено, последний день – только если приостановлено.',
  },
  'decision.not_provided': {
    lv: 'Pēc pašvaldības noteikumiem aprūpi mājās tā nesniedz. Pārbaudiet pašvaldību un noteikumus.',
    ru: 'По правилам самоуправления уход на дому оно не оказывает. Проверьте самоуправление и правила.',
  },
  'decision.form_not_offered': {
    lv: 'Šādas palīdzības formas pašvaldības noteikumos nav. Izlabojiet formu vai noteikumus.',
    ru: 'Такой формы помощи в правилах самоуправления нет. Исправьте форму или правила.',
  },
  'decision.task_not_social': {
    lv: 'Lēmumā ir uzdevums, kas nav sociālā aprūpe. Izņemiet to; veselības uzdevumiem vajag nosūtījumu.',
    ru: 'В решении есть задача не социального ухода. Уберите её; медицинским задачам нужно направление.',
  },
  'decision.task_not_offered': {
    lv: 'Lēmumā ir uzdevums, ko pašvaldības noteikumi nepiedāvā. Izņemiet to vai izlabojiet noteikumus.',
    ru: 'В решении есть задача, которой нет в правилах самоуправления. Уберите её или исправьте правила.',
  },
  'price.overlap': {
    lv: 'Divas cenas vienam un tam pašam pārklājas laikā. Katrai jābeidzas, pirms sākas nākamā.',
    ru: 'Две цены на одно и то же пересекаются во времени. Каждая должна кончаться до начала следующей.',
  },
  'barthel.score': {
    lv: 'Punkti neatbilst veidlapai vai tās rindām: veidlapā 0–20 ir ne vairāk kā 20 punktu, un rindu summai jāsakrīt.',
    ru: 'Баллы не соответствуют бланку или его строкам: в бланке 0–20 не более 20 баллов, и сумма строк должна совпадать.',
  },
};

/** What to do, in the user's language where its code is known, else in the server's own words (English). */
export function issueAdvice(
  language: Language,
  issue: Pick<Issue, 'code' | 'message'>,
): { readonly text: string; readonly language: Language } {
  const advice = language === 'en' ? undefined : adviceWords[issue.code]?.[language];
  return advice === undefined ? { text: issue.message, language: 'en' } : { text: advice, language };
}
