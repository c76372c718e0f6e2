import { findTask } from '../tasks/catalogue.js';
import type { Words } from '../tasks/task.js';
import type { DecisionIssue, DecisionIssueCode } from './decision-issues.js';

/** What is wrong with a decision and what to do, one sentence each; `{day}` and the like stand for the issue's figures. */
const DECISION_TEXTS: Readonly<Record<DecisionIssueCode, Words>> = {
  'decision.not_provided': {
    lv: 'Pašvaldība aprūpi mājās nenodrošina ({rules}): klientam jāvienojas ar sniedzēju pašam.',
    en: 'The municipality provides no care at home ({rules}): the client must agree with the provider alone.',
    ru: 'Самоуправление не предоставляет уход на дому ({rules}): клиент договаривается с поставщиком сам.',
  },
  'decision.form_not_offered': {
    lv: 'Saistošie noteikumi ({rules}) šādu palīdzības veidu neparedz: izvēlieties citu.',
    en: 'The binding rules ({rules}) do not offer this form of help: choose another.',
    ru: 'Обязательные правила ({rules}) не предусматривают такой вид помощи: выберите другой.',
  },
  'decision.task_unknown': {
    lv: 'Uzdevuma {task} katalogā nav: labojiet lēmumu.',
    en: 'There is no task {task} in the catalogue: correct the decision.',
    ru: 'Задания {task} нет в каталоге: исправьте решение.',
  },
  'decision.task_not_social': {
    lv: '“{task}” nav sociālā aprūpe: to piešķir ar ārsta nosūtījumu.',
    en: '“{task}” is no social care: it comes by a doctor’s referral.',
    ru: '«{task}» — не социальный уход: это назначают по направлению врача.',
  },
  'decision.task_not_offered': {
    lv: 'Pašvaldība nepiedāvā: {task}. Ņemiet to ārā vai izvēlieties citu maksātāju.',
    en: 'The municipality does not offer: {task}. Take it out or choose another payer.',
    ru: 'Самоуправление не предлагает: {task}. Уберите или выберите другого плательщика.',
  },
  'decision.contraindication': {
    lv: 'Ārsta izziņā ir kontrindikācija: sociālo aprūpi nevar sākt, vajadzīga jauna izziņa.',
    en: 'The certificate names a contraindication: social care cannot begin, needs a new certificate.',
    ru: 'В справке есть противопоказание: социальный уход начать нельзя, нужна новая справка.',
  },
  'decision.contraindication_unanswered': {
    lv: 'Ārsta izziņā nav atbildēti visi kontrindikāciju jautājumi: papildiniet izziņu.',
    en: 'The certificate does not answer all questions on contraindications: have it completed.',
    ru: 'В справке отвечено не на все вопросы о противопоказаниях: дополните справку.',
  },
  'decision.certificate_missing': {
    lv: 'Pie lēmuma nav ģimenes ārsta izziņas: pievienojiet to.',
    en: 'The decision has no certificate of the GP: add it.',
    ru: 'К решению не приложена справка семейного врача: приложите её.',
  },
  'decision.certificate_not_valid': {
    lv: 'Ģimenes ārsta izziņa {day}, lēmuma dienā, nebija spēkā: vajadzīga jauna.',
    en: 'The GP’s certificate was not in force on {day}, the day of the decision: needs a new one.',
    ru: 'Справка семейного врача не действовала {day}, в день решения: нужна новая.',
  },
  'decision.severity_missing': {
    lv: 'Izziņā nav norādīts funkcionālo traucējumu smagums: papildiniet izziņu.',
    en: 'The certificate does not state how severe the impairment is: have it completed.',
    ru: 'В справке не указана тяжесть нарушений: дополните справку.',
  },
  'decision.decider_missing': {
    lv: 'Nav norādīts, kas lēmumu pieņēmis: ierakstiet.',
    en: 'It is not said who decided: enter it.',
    ru: 'Не указано, кто принял решение: внесите.',
  },
  'decision.rules_unknown': {
    lv: 'Nav zināms, kādi saistošie noteikumi bija spēkā {day}: pievienojiet tos pašvaldībai.',
    en: 'It is not known which binding rules held on {day}: add them to the municipality.',
    ru: 'Неизвестно, какие обязательные правила действовали {day}: добавьте их самоуправлению.',
  },
  'decision.rules_of_other_day': {
    lv: 'Lēmumā minēta redakcija {named}, bet tajā dienā bija spēkā {rules}.',
    en: 'The decision names version {named}, while {rules} held on its day.',
    ru: 'В решении названа редакция {named}, а в тот день действовала {rules}.',
  },
  'decision.end_missing': {
    lv: 'Lēmums ir uz laiku, bet beigu dienas nav: ierakstiet to.',
    en: 'The decision is for a time and has no last day: enter it.',
    ru: 'Решение на срок, но последнего дня нет: внесите его.',
  },
  'decision.end_of_permanent': {
    lv: 'Lēmums ir pastāvīgs, bet tam ir beigu diena {to}: labojiet vienu no abiem.',
    en: 'The decision is permanent and yet ends on {to}: correct one of the two.',
    ru: 'Решение постоянное, но заканчивается {to}: исправьте одно из двух.',
  },
  'decision.barthel_missing': {
    lv: 'Nav Bartela indeksa novērtējuma pirms lēmuma: ierakstiet to.',
    en: 'There is no Barthel assessment before the decision: enter it.',
    ru: 'Нет оценки по индексу Бартела до решения: внесите её.',
  },
  'decision.barthel_suggests': {
    lv: 'Bartela indekss liecina par {suggested}. līmeni, lēmumā ir {level}.: pārskatiet.',
    en: 'The Barthel index suggests level {suggested}, the decision has {level}: look again.',
    ru: 'Индекс Бартела указывает на уровень {suggested}, в решении {level}: пересмотрите.',
  },
  'decision.level_unknown': {
    lv: 'Saistošajos noteikumos ({rules}) nav {level}. līmeņa: labojiet lēmumu.',
    en: 'The binding rules ({rules}) have no level {level}: correct the decision.',
    ru: 'В обязательных правилах ({rules}) нет уровня {level}: исправьте решение.',
  },
  'decision.level_exceeded': {
    lv: 'Piešķirts vairāk, nekā {level}. līmenis atļauj ({most} minūtes nedēļā).',
    en: 'More is granted than level {level} allows ({most} minutes a week).',
    ru: 'Присвоено больше, чем допускает уровень {level} ({most} минут в неделю).',
  },
  'decision.level_task': {
    lv: '{level}. līmenī neietilpst: {task}.',
    en: 'Level {level} does not include: {task}.',
    ru: 'В уровень {level} не входит: {task}.',
  },
  'decision.late': {
    lv: 'Lēmums bija jāpieņem līdz {due} ({days} darbdienas), pieņemts {decided}.',
    en: 'The decision was due by {due} ({days} working days), and made on {decided}.',
    ru: 'Решение нужно было принять до {due} (рабочих дней: {days}), принято {decided}.',
  },
  'decision.change_outside': {
    lv: 'Izmaiņa no {from} ir ārpus lēmuma dienām: labojiet dienu.',
    en: 'The change from {from} lies outside the days of the decision: correct the day.',
    ru: 'Изменение с {from} вне дней решения: исправьте день.',
  },
  'decision.replaces_later': {
    lv: 'Lēmums no {from} aizstāj tādu, kas sākas vienlaikus vai vēlāk: pārbaudiet, kurš ir spēkā.',
    en: 'The decision from {from} replaces one that begins on the same day or later: check which is in force.',
    ru: 'Решение с {from} заменяет то, что начинается в тот же день или позже: проверьте, какое действует.',
  },
};

/** A decision's issue as a sentence in three languages, the rule in brackets; days are written `19.11.2026`. */
export function explainDecisionIssue({ code, rule, params }: Pick<DecisionIssue, 'code' | 'rule' | 'params'>): Words {
  const say = (language: keyof Words): string => {
    const sentence = DECISION_TEXTS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => figure(name, params, language));
    return `${sentence} (${rule})`;
  };
  return { lv: say('lv'), en: say('en'), ru: say('ru') };
}

function figure(name: string, params: DecisionIssue['params'], language: keyof Words): string {
  const value = String(params[name] ?? '');
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (day !== null) return `${day[3]}.${day[2]}.${day[1]}`;
  return name === 'task' ? (findTask(value)?.names[language] ?? value) : value;
}
