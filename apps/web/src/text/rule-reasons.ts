import type { Language } from './language.js';

/** The rule book's reasons in the languages it is not written in, by their Latvian words. */
export const reasonWords: Readonly<Record<string, Readonly<Record<Exclude<Language, 'lv'>, string>>>> = {
  'Noklusējums: klients vienlaikus var saņemt tikai vienu roku darbu': {
    en: 'By default a client can receive only one hands-on task at a time',
    ru: 'По умолчанию клиент может получать только одну процедуру одновременно',
  },
  'Noklusējums: viens no darbiem neaizņem klientu': {
    en: 'By default these may overlap: one of the tasks does not occupy the client',
    ru: 'По умолчанию можно одновременно: одно из заданий не занимает клиента',
  },
  'Klients nav mājās': { en: 'The client is not at home', ru: 'Клиента нет дома' },
  'Noklusējums: tas pats darbs divreiz nevar notikt vienlaikus': {
    en: 'By default the same task cannot happen twice at once',
    ru: 'По умолчанию одно и то же задание не выполняется дважды одновременно',
  },
  'Pēc barošanas caur zondi galvgalis pacelts vēl 30-60 min: nenolaist plakani, aspirācijas risks': {
    en: 'After tube feeding the head stays raised for another 30–60 min: do not lay flat, risk of aspiration',
    ru: 'После питания через зонд изголовье остаётся поднятым ещё 30–60 мин: не укладывать горизонтально, риск аспирации',
  },
  'Apmācība darot, klāt tuvinieks vai aprūpētājs': {
    en: 'Learning by doing, with a relative or carer present',
    ru: 'Обучение на практике в присутствии близкого или сиделки',
  },
  Noklusējums: { en: 'The default for this pair', ru: 'Правило по умолчанию' },
  'Divi darbinieki vienlaikus (pacēlājs, smags klients, slaidpalags)': {
    en: 'Two staff at once (hoist, heavy client, slide sheet)',
    ru: 'Два сотрудника одновременно (подъёмник, тяжёлый клиент, скользящая простыня)',
  },
  'Infūzijas laikā klients nekustas': {
    en: 'The client stays still during the infusion',
    ru: 'Во время инфузии клиент не двигается',
  },
  'Putekļi un aerosols: 30 min pirms sterilas procedūras neslaucīt/netīrīt telpu': {
    en: 'Dust and aerosol: no sweeping or cleaning in the room for 30 min before a sterile procedure',
    ru: 'Пыль и аэрозоль: за 30 мин до стерильной процедуры не подметать и не убирать помещение',
  },
  'Telpu netīra sterilas procedūras laikā': {
    en: 'The room is not cleaned during a sterile procedure',
    ru: 'Во время стерильной процедуры помещение не убирают',
  },
  'Vannošana un pārsiešana vienlaikus nav savienojamas: viens gaida otru': {
    en: 'Bathing and a dressing change cannot go on at once: one waits for the other',
    ru: 'Мытьё и перевязка одновременно несовместимы: одно ждёт другого',
  },
  'Ja pārsējs nav ūdensizturīgs, pēc mazgāšanas 60 min laikā jāseko pārsiešanai (vecais pārsējs noņemts, uzliek jaunu)': {
    en: 'Unless the dressing is waterproof, a dressing change must follow within 60 min after washing (the old one is off, a new one is put on)',
    ru: 'Если повязка не водостойкая, после мытья в течение 60 мин должна следовать перевязка (старую сняли, накладывают новую)',
  },
  'Tajā pašā dienā nemazgāt pēc pārsiešanas: svaigais pārsējs samirkst': {
    en: 'No washing after the dressing change on the same day: the fresh dressing gets wet',
    ru: 'В тот же день не мыть после перевязки: свежая повязка намокнет',
  },
  'AS mērīt pirms zālēm (antihipertensīvie)': {
    en: 'Blood pressure is measured before the medicine (antihypertensives)',
    ru: 'Давление измеряют до лекарств (антигипертензивные средства)',
  },
  'Starpenes higiēna pirms katetra maiņas': {
    en: 'Perineal hygiene before the catheter change',
    ru: 'Гигиена промежности перед заменой катетера',
  },
  'Nogurums starp nodarbībām': { en: 'Tiredness between sessions', ru: 'Усталость между занятиями' },
  'Pēc mazgāšanas apģērbj': { en: 'Dressing comes after washing', ru: 'После мытья одевают' },
  'Devu dubultošanas novēršana': { en: 'So that no dose is given twice', ru: 'Чтобы доза не была дана дважды' },
  'Pirms vannas pārbauda AS, pulsu, temperatūru': {
    en: 'Blood pressure, pulse and temperature are checked before the bath',
    ru: 'Перед ванной проверяют давление, пульс и температуру',
  },
  'Pretsāpju līdzeklis pirms sāpīgas pārsiešanas': {
    en: 'A painkiller before a painful dressing change',
    ru: 'Обезболивающее перед болезненной перевязкой',
  },
  'Pēc ēšanas 40-60 min nemazgāt': { en: 'No washing for 40–60 min after a meal', ru: 'После еды 40–60 мин не мыть' },
  'Pēc ēšanas neguldīt plakani 30 min': {
    en: 'Not to be laid flat for 30 min after a meal',
    ru: 'После еды 30 мин не укладывать горизонтально',
  },
  'ADL treniņš dabiskā situācijā': {
    en: 'Daily living skills are practised in the real situation',
    ru: 'Бытовые навыки тренируют в естественной ситуации',
  },
  'Ārsts redz brūci bez pārsēja; māsa klāt': {
    en: 'The doctor sees the wound without its dressing; the nurse is present',
    ru: 'Врач видит рану без повязки; медсестра рядом',
  },
  'Izgulējuma apstrādes laikā aprūpētājs nomaina veļu; kopīgi pozicionē, veļa bez krokām': {
    en: 'While the pressure ulcer is dressed the carer changes the linen; they position together, linen without creases',
    ru: 'Во время обработки пролежня сиделка меняет бельё; позиционируют вместе, бельё без складок',
  },
  'Abi darbinieki palīdz viens otram pozicionēt klientu apstrādes laikā': {
    en: 'Both help each other position the client during the dressing',
    ru: 'Оба помогают друг другу позиционировать клиента во время обработки',
  },
  'Divu cilvēku pagriešana, ja Bartela pārvietošanās 0 vai karogs two_person': {
    en: 'Turning by two people when the Barthel transfer score is 0 or two people are prescribed',
    ru: 'Поворачивают вдвоём, если перемещение по Бартелу 0 или назначены два человека',
  },
  'Gulošam klientam pārsiešanas laikā maina veļu; pēc apstrādes veļa tīra': {
    en: 'A bedbound client’s linen is changed during the dressing; afterwards the linen is clean',
    ru: 'Лежачему клиенту бельё меняют во время перевязки; после обработки бельё чистое',
  },
  'Aprūpētājs tur ekstremitāti / pozicionē': {
    en: 'The carer holds the limb or positions the client',
    ru: 'Сиделка держит конечность или позиционирует клиента',
  },
  'Veļas maiņa prasa pagriešanu; reizē pārbauda krokas': {
    en: 'Changing the linen needs turning; creases are checked at the same time',
    ru: 'Смена белья требует поворота; заодно проверяют складки',
  },
  'Vispirms apmazgāt, tad tīrs pārsējs': {
    en: 'First the wash, then a clean dressing',
    ru: 'Сначала обмыть, потом чистая повязка',
  },
  'Vispirms apmazgāt starpeni/krustu, tad pārsiet': {
    en: 'First wash the perineum and sacrum, then dress',
    ru: 'Сначала обмыть промежность и крестец, потом перевязать',
  },
  'Krusta izgulējums: vispirms nomainīt un notīrīt, tad pārsiet (kontaminācija)': {
    en: 'Sacral pressure ulcer: first change and clean, then dress (contamination)',
    ru: 'Пролежень крестца: сначала сменить и очистить, потом перевязать (загрязнение)',
  },
  'Netīro maina pirms tīras veļas': { en: 'The soiled is changed before the clean linen', ru: 'Грязное меняют до чистого белья' },
  'Pēc apmazgāšanas gultā nomaina veļu': {
    en: 'The linen is changed after the wash in bed',
    ru: 'После обмывания в постели меняют бельё',
  },
  'Kamēr klients mazgājas, gulta brīva: veļu maina vienlaikus (2 darbinieki) vai tūlīt pēc tam': {
    en: 'While the client washes the bed is free: the linen is changed at the same time (2 staff) or right after',
    ru: 'Пока клиент моется, кровать свободна: бельё меняют одновременно (2 сотрудника) или сразу после',
  },
  'Mobilās vannas laikā gulta brīva, aprūpētājs nomaina veļu': {
    en: 'During the mobile bath the bed is free and the carer changes the linen',
    ru: 'Во время мобильной ванны кровать свободна, сиделка меняет бельё',
  },
  'Pēc apmazgāšanas apģērbj': { en: 'Dressing comes after the wash', ru: 'После обмывания одевают' },
  'No gultas uz vannu': { en: 'From the bed to the bath', ru: 'Из кровати в ванну' },
  'Nagi mīksti, mati mazgāti': { en: 'Nails are soft, hair is washed', ru: 'Ногти мягкие, волосы вымыты' },
  'Otra mazgāšana tajā pašā dienā nav vajadzīga': {
    en: 'A second bath on the same day is not needed',
    ru: 'Второе мытьё в тот же день не нужно',
  },
  'Vecāka cilvēka ādai pilna mazgāšana 1-2 reizes nedēļā': {
    en: 'An older person’s skin takes a full wash once or twice a week',
    ru: 'Коже пожилого человека полное мытьё нужно 1–2 раза в неделю',
  },
  'Mobilās vannas reizes ~ik 1-2 nedēļas': {
    en: 'Mobile baths come about every 1–2 weeks',
    ru: 'Мобильная ванна примерно раз в 1–2 недели',
  },
  'Viens seko caurulēm, otrs groza': {
    en: 'One watches the tubes, the other turns',
    ru: 'Один следит за трубками, другой поворачивает',
  },
  'Ventilēta pacienta veļu maina kopā ar māsu': {
    en: 'A ventilated client’s linen is changed together with the nurse',
    ru: 'Бельё клиента на вентиляции меняют вместе с медсестрой',
  },
  'Pārvietošana tikai ar apmācītu personu pie caurulēm': {
    en: 'Transfer only with a trained person at the tubes',
    ru: 'Перемещение только с обученным человеком у трубок',
  },
  'Mazgāšana tikai ar apmācītu personu klāt': {
    en: 'Washing only with a trained person present',
    ru: 'Мытьё только в присутствии обученного человека',
  },
  'Pēc mazgāšanas nomaina samirkušo spilventiņu': {
    en: 'After washing the wet pad is changed',
    ru: 'После мытья меняют намокшую прокладку',
  },
  'Galvgali paceļ 30-45 grādi pirms barošanas': {
    en: 'The head is raised 30–45 degrees before feeding',
    ru: 'Изголовье поднимают на 30–45 градусов перед кормлением',
  },
  'Atsūkšana pirms barošanas (klepus/vemšanas risks pēc tam)': {
    en: 'Suction before feeding (risk of coughing or vomiting afterwards)',
    ru: 'Отсасывание перед кормлением (потом риск кашля и рвоты)',
  },
  'Stomas vietas aprūpe un zondes pārbaude pirms barošanas': {
    en: 'Care of the stoma site and a check of the tube before feeding',
    ru: 'Уход за местом стомы и проверка зонда перед кормлением',
  },
  'Vietu apkopj pēc mazgāšanas': { en: 'The site is cared for after washing', ru: 'Место обрабатывают после мытья' },
  'Bolus barošana ik 3-6 h': { en: 'Bolus feeding every 3–6 h', ru: 'Болюсное питание каждые 3–6 ч' },
  'Barošana caur zondi un mutē vienlaikus nenotiek; perorāli tikai ar audiologopēda atļauju': {
    en: 'Tube and mouth feeding do not go together; by mouth only with the speech therapist’s leave',
    ru: 'Питание через зонд и через рот одновременно не проводят; через рот только с разрешения аудиологопеда',
  },
  'Glikozes mērījums tieši pirms insulīna': {
    en: 'Glucose is measured right before insulin',
    ru: 'Глюкозу измеряют прямо перед инсулином',
  },
  'Ātras darbības insulīns: ēdiens uzreiz/15 min; ja ēdiena nav, insulīnu aiztur': {
    en: 'Rapid-acting insulin: a meal at once or within 15 min; without a meal insulin is held back',
    ru: 'Инсулин быстрого действия: еда сразу или через 15 мин; если еды нет, инсулин не вводят',
  },
  'Īsas darbības (regulārais) insulīns ap 30 min pirms ēšanas': {
    en: 'Short-acting (regular) insulin about 30 min before the meal',
    ru: 'Инсулин короткого действия примерно за 30 мин до еды',
  },
  'Ēdienam jābūt gatavam pirms insulīna': {
    en: 'The meal must be ready before insulin',
    ru: 'Еда должна быть готова до инсулина',
  },
  'Insulīns saskaņots ar barošanas sākumu': {
    en: 'Insulin goes with the start of feeding',
    ru: 'Инсулин согласован с началом питания',
  },
  'Slodze drīz pēc insulīna - hipoglikēmija': {
    en: 'Exercise soon after insulin: hypoglycaemia',
    ru: 'Нагрузка вскоре после инсулина – гипогликемия',
  },
  'Karsta vanna paātrina uzsūkšanos': { en: 'A hot bath speeds up absorption', ru: 'Горячая ванна ускоряет всасывание' },
  'Asinis tukšā dūšā (8-12 h), no rīta līdz 9.00; brokastis pēc tam': {
    en: 'Fasting blood (8–12 h), in the morning until 9:00; breakfast after that',
    ru: 'Кровь натощак (8–12 ч), утром до 9:00; завтрак после',
  },
  'Tukšā dūšā': { en: 'Fasting', ru: 'Натощак' },
  'Tukšās dūšas paraugs pirms insulīna un brokastīm': {
    en: 'The fasting sample comes before insulin and breakfast',
    ru: 'Проба натощак до инсулина и завтрака',
  },
  'Rīta zāles pēc parauga, ja ārsts tā noteicis (zāles ietekmē rādītājus)': {
    en: 'Morning medicine after the sample if the doctor says so (medicine changes the readings)',
    ru: 'Утренние лекарства после пробы, если так назначил врач (лекарства влияют на показатели)',
  },
  'Fiziska slodze maina rādītājus; paraugs pirms nodarbības': {
    en: 'Exercise changes the readings; the sample comes before the session',
    ru: 'Нагрузка меняет показатели; проба до занятия',
  },
  'Paraugs pirms karstas vannas': { en: 'The sample comes before a hot bath', ru: 'Проба до горячей ванны' },
  'Nogādāt laboratorijā: mērķis 2 h, griesti 4 h, tajā pašā dienā; kālijs/glikoze/fosfāti nestabili': {
    en: 'To the laboratory: aim 2 h, at most 4 h, on the same day; potassium, glucose and phosphate do not keep',
    ru: 'Доставить в лабораторию: цель 2 ч, не более 4 ч, в тот же день; калий, глюкоза, фосфаты нестойки',
  },
  'Paraugu ņem pirms infūzijas': { en: 'The sample is taken before the infusion', ru: 'Пробу берут до инфузии' },
  'Pirms klizmas mēra AS': { en: 'Blood pressure is measured before the enema', ru: 'Перед клизмой измеряют давление' },
  'Pirms slodzes': { en: 'Before exercise', ru: 'Перед нагрузкой' },
  '30 min miers pirms mērījuma': { en: '30 min of rest before measuring', ru: '30 мин покоя перед измерением' },
  '30 min pēc slodzes nemērīt': { en: 'No measuring for 30 min after exercise', ru: '30 мин после нагрузки не измерять' },
  '30 min pēc ēšanas nemērīt AS': {
    en: 'Blood pressure is not measured for 30 min after a meal',
    ru: '30 мин после еды давление не измерять',
  },
  'Zāles "ar ēdienu vai tūlīt pēc"': {
    en: 'Medicine “with a meal or right after”',
    ru: 'Лекарства «во время еды или сразу после»',
  },
  'Zāles "30-60 min pirms ēšanas" (t.sk. bisfosfonāti)': {
    en: 'Medicine “30–60 min before a meal” (bisphosphonates among them)',
    ru: 'Лекарства «за 30–60 мин до еды» (в т. ч. бисфосфонаты)',
  },
  '"Tukšā dūšā": 1 h pirms vai 2 h pēc ēdiena': {
    en: '“On an empty stomach”: 1 h before or 2 h after a meal',
    ru: '«Натощак»: за 1 ч до или через 2 ч после еды',
  },
  'Paracetamolu saturošas zāles: >=4 h': {
    en: 'Medicines with paracetamol: at least 4 h apart',
    ru: 'Лекарства с парацетамолом: не менее 4 ч',
  },
  '2 reizes dienā: 8-16 h, mērķis 12 h': {
    en: 'Twice a day: 8–16 h apart, aim 12 h',
    ru: '2 раза в день: через 8–16 ч, цель 12 ч',
  },
  '3 reizes dienā: 4-10 h, mērķis 6-8 h': {
    en: 'Three times a day: 4–10 h apart, aim 6–8 h',
    ru: '3 раза в день: через 4–10 ч, цель 6–8 ч',
  },
  'Pretsāpju līdzeklis 30-90 min pirms nodarbības': {
    en: 'A painkiller 30–90 min before the session',
    ru: 'Обезболивающее за 30–90 мин до занятия',
  },
  'Zāles vispirms jāiegādājas': { en: 'The medicine has to be bought first', ru: 'Лекарства сначала нужно купить' },
  'Divi cilvēki vienlaikus nedod zāles: dubultas devas risks': {
    en: 'Two people do not give medicine at once: risk of a double dose',
    ru: 'Два человека не дают лекарства одновременно: риск двойной дозы',
  },
  'Vispirms produkti': { en: 'The groceries come first', ru: 'Сначала продукты' },
  'Ēdiens gatavs un silts': { en: 'The meal is ready and warm', ru: 'Еда готова и тёплая' },
  'Trauki pēc ēšanas': { en: 'The dishes come after the meal', ru: 'Посуда после еды' },
  'Mutes/protēžu kopšana pēc ēdienreizes': {
    en: 'Mouth and denture care after the meal',
    ru: 'Уход за полостью рта и протезами после еды',
  },
  'Ēdienreizes 3-6 h': { en: 'Meals are 3–6 h apart', ru: 'Приёмы пищи через 3–6 ч' },
  'Klizma ne tieši pēc ēšanas (avoti dalās: svecītes pēc ēšanas)': {
    en: 'No enema right after a meal (sources differ: suppositories after meals)',
    ru: 'Клизма не сразу после еды (источники расходятся: свечи после еды)',
  },
  'Fizioterapija/drenāža ne agrāk kā 1-2 h pēc ēšanas': {
    en: 'Physiotherapy or drainage no earlier than 1–2 h after a meal',
    ru: 'Физиотерапия и дренаж не ранее чем через 1–2 ч после еды',
  },
  'Parastā rīta kārtība': { en: 'The usual order of a morning', ru: 'Обычный утренний порядок' },
  'Klizma pirms mazgāšanas': { en: 'The enema comes before washing', ru: 'Клизма до мытья' },
  'Pēc klizmas apmazgā': { en: 'Washing after the enema', ru: 'После клизмы обмывают' },
  'Pēc klizmas tuvumā vajadzīgs aprūpētājs (tualete, nomaiņa)': {
    en: 'After an enema a carer is needed nearby (toilet, change)',
    ru: 'После клизмы рядом нужна сиделка (туалет, смена)',
  },
  'Veļu maina pēc klizmas': { en: 'The linen is changed after the enema', ru: 'Бельё меняют после клизмы' },
  'Pārsien pēc vēdera izejas (kontaminācija)': {
    en: 'The dressing comes after the bowel movement (contamination)',
    ru: 'Перевязка после стула (загрязнение)',
  },
  'Nogurums, steidzama vajadzība': { en: 'Tiredness, urgent need', ru: 'Усталость, срочная потребность' },
  'Ar stomu klizma tikai pēc īpaša norīkojuma': {
    en: 'With a stoma an enema only on a special order',
    ru: 'При стоме клизма только по особому назначению',
  },
  'Vispirms klizma un apmazgāšana, tad sterils katetrs': {
    en: 'First the enema and a wash, then a sterile catheter',
    ru: 'Сначала клизма и обмывание, потом стерильный катетер',
  },
  'Maisiņu maina pirms brokastīm, kad izdalījumu vismazāk': {
    en: 'The bag is changed before breakfast, when there is least discharge',
    ru: 'Мешок меняют до завтрака, когда выделений меньше всего',
  },
  'Vai 2-4 h pēc ēšanas': { en: 'Or 2–4 h after a meal', ru: 'Или через 2–4 ч после еды' },
  'Dušā bez maisiņa, tad jauns maisiņš': { en: 'Shower without the bag, then a new bag', ru: 'Душ без мешка, потом новый мешок' },
  'Tīra brūce pirms stomas (tīrais pirms netīrā)': {
    en: 'A clean wound before the stoma (clean before dirty)',
    ru: 'Чистая рана до стомы (чистое до грязного)',
  },
  'Tīrīšana ar ķīmiju un ēdiena gatavošana vienlaikus': {
    en: 'Cleaning with chemicals and cooking at once',
    ru: 'Уборка с химией и приготовление еды одновременно',
  },
  'Viena darbinieka secība: vispirms ēdiens, pēc tam netīrie darbi vai roku higiēna un priekšauta maiņa': {
    en: 'One person’s order: first the meal, then the dirty work, or hand hygiene and a change of apron',
    ru: 'Порядок одного сотрудника: сначала еда, потом грязная работа, или гигиена рук и смена фартука',
  },
  'Krāsns apkure: istaba un ūdens silti pirms mazgāšanas': {
    en: 'Stove heating: room and water are warm before washing',
    ru: 'Печное отопление: комната и вода тёплые до мытья',
  },
  'Silta istaba': { en: 'A warm room', ru: 'Тёплая комната' },
  'Malkas plīts': { en: 'Wood-fired cooker', ru: 'Дровяная плита' },
  'Atklāta liesma un skābeklis': { en: 'Open flame and oxygen', ru: 'Открытое пламя и кислород' },
  'Kurina 1-2 reizes dienā': { en: 'Heating once or twice a day', ru: 'Топят 1–2 раза в день' },
  'Ergoterapeits apmāca mazgāšanos īstā situācijā kopā ar aprūpētāju': {
    en: 'The occupational therapist teaches washing in the real situation together with the carer',
    ru: 'Эрготерапевт обучает мытью в реальной ситуации вместе с сиделкой',
  },
  'Rīšanas terapija ēdienreizē': { en: 'Swallowing therapy during the meal', ru: 'Терапия глотания во время еды' },
  'Aprūpētājs iemācās pārvietošanas tehniku': {
    en: 'The carer learns the transfer technique',
    ru: 'Сиделка учится технике перемещения',
  },
  Atpūta: { en: 'Rest', ru: 'Отдых' },
  'Ne biežāk kā reizi dienā': { en: 'No more than once a day', ru: 'Не чаще раза в день' },
  'Apģērbts pirms nodarbības': { en: 'Dressed before the session', ru: 'Одет до занятия' },
  'Nagi un āda mīksti pēc mazgāšanas': { en: 'Nails and skin are soft after washing', ru: 'Ногти и кожа мягкие после мытья' },
  'Pēdas aprūpe un pārsiešana vienlaikus': {
    en: 'Foot care and a dressing change at once',
    ru: 'Уход за стопой и перевязка одновременно',
  },
  'Klienta nav mājās: citas vizītes nevar notikt': {
    en: 'The client is not at home: other visits cannot take place',
    ru: 'Клиента нет дома: другие визиты невозможны',
  },
  'Grozīt ik 2-4 h (NICE CG179: vismaz ik 4-6 h); starp vizītēm to dara tuvinieks vai ir atstarpes brīdinājums': {
    en: 'Turning every 2–4 h (NICE CG179: at least every 4–6 h); between visits a relative does it or the gap is flagged',
    ru: 'Поворачивать каждые 2–4 ч (NICE CG179: не реже чем каждые 4–6 ч); между визитами это делает близкий, или выдаётся предупреждение',
  },
  'Nomaiņa vismaz ik 8 h dienā': { en: 'Changed at least every 8 h during the day', ru: 'Смена не реже чем каждые 8 ч днём' },
  'Plānveida nomaiņa reizi nedēļā': { en: 'Planned change once a week', ru: 'Плановая смена раз в неделю' },
  'Ne biežāk kā 2 reizes dienā': { en: 'No more than twice a day', ru: 'Не чаще 2 раз в день' },
  'Infekcioza (MRSA, caureja, gripa) klienta vizīte dienas beigās vai atsevišķs darbinieks; aktīva tuberkuloze, akūtas infekcijas: sociālo aprūpi nesniedz':
    {
      en: 'An infectious client (MRSA, diarrhoea, flu) is visited at the end of the day or by separate staff; active tuberculosis or acute infection: no social care is given',
      ru: 'Заразного клиента (MRSA, диарея, грипп) посещают в конце дня или отдельный сотрудник; при активном туберкулёзе и острых инфекциях социальный уход не оказывают',
    },
  'Pirms infekciozu klientu vizītēm': { en: 'Before the visits to infectious clients', ru: 'До визитов к заразным клиентам' },
  '48 h līdz 7 dienas pēc ķīmijterapijas šķidrumus neaiztiek grūtniece vai sieviete, kas baro': {
    en: 'For 48 h to 7 days after chemotherapy fluids are not handled by a pregnant or nursing woman',
    ru: 'От 48 ч до 7 дней после химиотерапии с жидкостями не работает беременная или кормящая женщина',
  },
  'Cimdi, dubults maiss, veļu mazgā atsevišķi 48 h-7 d': {
    en: 'Gloves, double bag, laundry apart for 48 h to 7 days',
    ru: 'Перчатки, двойной мешок, бельё стирают отдельно от 48 ч до 7 дней',
  },
  'Vizīte <30 min tikai pēc vienošanās un īsam uzdevumam (zāles, pārbaude)': {
    en: 'A visit under 30 min only by agreement and for a short task (medicine, check)',
    ru: 'Визит короче 30 мин только по договорённости и для короткого задания (лекарства, проверка)',
  },
  'A1-A4 tikai, ja tajā pašā epizodē ir H1-H5': {
    en: 'A1–A4 only when the same episode has H1–H5',
    ru: 'A1–A4 только если в том же эпизоде есть H1–H5',
  },
  'Aprūpētājs neinjicē un nepārsien; māsa nenes pārtiku': {
    en: 'The carer gives no injections and changes no dressings; the nurse carries no groceries',
    ru: 'Сиделка не делает уколов и перевязок; медсестра не носит продукты',
  },
};
