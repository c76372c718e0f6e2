import type { Words } from '../tasks/task.js';

/** Figures of a reason: cents, minutes, percents, years as whole numbers, days as ISO texts. */
export type ReasonParams = Readonly<Record<string, string | number>>;

/** Why somebody pays, or is not supported: a stable code, the rule's number and the figures. */
export interface FundingReason {
  readonly code: FundingReasonCode;
  readonly rule: string;
  readonly params: ReasonParams;
}

interface Text {
  readonly rule: string;
  readonly words: Words;
}

const text = (rule: string, lv: string, en: string, ru: string): Text => ({ rule, words: { lv, en, ru } });

/** Plain words by code (S155). `{name}` is a figure as it is, `{name:eur}` one in cents, written as an amount. */
const TEXTS = {
  'funding.price': text(
    'S117',
    'Aprūpes stunda maksā {price:eur} (cena no {from}).',
    'An hour of care costs {price:eur} (price from {from}).',
    'Час ухода стоит {price:eur} (цена с {from}).',
  ),
  'funding.state': text(
    'S002',
    'Par veselības aprūpi mājās ar ārsta nosūtījumu maksā valsts.',
    'The state pays for health care at home on a doctor’s referral.',
    'Медицинский уход на дому по направлению врача оплачивает государство.',
  ),
  'funding.private': text(
    'S061',
    'Par aprūpi bez pašvaldības lēmuma maksā klients pats.',
    'Care without a decision of the municipality is paid by the client.',
    'Уход без решения самоуправления оплачивает сам клиент.',
  ),
  'funding.self_paid': text(
    'S138',
    'Klients izvēlējies maksāt pats; ienākumi netiek vērtēti.',
    'The client chose to pay; the income is not assessed.',
    'Клиент выбрал платить сам; доходы не оцениваются.',
  ),
  'funding.decided': text(
    'S119',
    'Sociālais dienests nolēmis, ka pašvaldība maksā {percent} %.',
    'The social service decided that the municipality pays {percent} %.',
    'Социальная служба решила, что самоуправление платит {percent} %.',
  ),
  'funding.needy': text(
    'S054',
    'Persona ir atzīta par trūcīgu; maksā pašvaldība.',
    'The person is recognised as needy; the municipality pays.',
    'Лицо признано нуждающимся; платит самоуправление.',
  ),
  'funding.lone_older': text(
    'S140',
    'Vientuļai personai, kas vecāka par {years} gadiem (no {from}), maksā pašvaldība.',
    'The municipality pays for a lone person older than {years} years (from {from}).',
    'За одинокого человека старше {years} лет (с {from}) платит самоуправление.',
  ),
  'funding.within': text(
    'S118',
    'Ienākumi {income:eur} uz vienu ģimenes locekli mēnesī nepārsniedz {limit:eur}; maksā pašvaldība.',
    'The income of {income:eur} per family member and month is not above {limit:eur}; the municipality pays.',
    'Доход {income:eur} на члена семьи в месяц не превышает {limit:eur}; платит самоуправление.',
  ),
  'funding.partly': text(
    'S119',
    'Ienākumi {income:eur} uz vienu ģimenes locekli mēnesī pārsniedz {limit:eur}; klients maksā {client:eur} no {month:eur} mēnesī, pārējo – pašvaldība.',
    'The income of {income:eur} per family member and month is above {limit:eur}; the client pays {client:eur} of {month:eur} a month, the municipality the rest.',
    'Доход {income:eur} на члена семьи в месяц превышает {limit:eur}; клиент платит {client:eur} из {month:eur} в месяц, остальное – самоуправление.',
  ),
  'funding.covers': text(
    'S120',
    'Ienākumu daļa virs {limit:eur} uz vienu ģimenes locekli sedz visu maksu {month:eur} mēnesī; maksā klients.',
    'The income above {limit:eur} per family member covers the whole {month:eur} a month; the client pays.',
    'Доход сверх {limit:eur} на члена семьи покрывает всю плату {month:eur} в месяц; платит клиент.',
  ),
  'funding.client': text(
    'S130',
    'Pēc likuma par sociālo aprūpi maksā klients; atbrīvojuma pamats nav zināms.',
    'By law the client pays for social care; no ground for an exemption is known.',
    'По закону социальный уход оплачивает клиент; основания для освобождения не известны.',
  ),
  'funding.stale': text(
    'S150',
    'Pašvaldības noteikumi pēdējoreiz pārbaudīti {checked}; pārliecinieties, ka tie ir spēkā.',
    'The municipality’s rules were last checked on {checked}; make sure they still hold.',
    'Правила самоуправления последний раз проверены {checked}; убедитесь, что они действуют.',
  ),
  'price.missing': text(
    'S153',
    'Aprūpes stundas cena {day} nav zināma; ievadiet to.',
    'The price of a care hour on {day} is not known; enter it.',
    'Цена часа ухода на {day} не известна; введите её.',
  ),
  'support.granted': text(
    'S123-S126',
    'Tuvinieks aprūpē {minutes} minūtes nedēļā un saņem {amount:eur} mēnesī.',
    'The relative cares for {minutes} minutes a week and receives {amount:eur} a month.',
    'Близкий ухаживает {minutes} минут в неделю и получает {amount:eur} в месяц.',
  ),
  'support.not_offered': text(
    'S139',
    'Šajā pašvaldībā tuviniekam par aprūpi nemaksā.',
    'This municipality does not pay relatives for care.',
    'Это самоуправление не платит близким за уход.',
  ),
  'support.means_unknown': text(
    'S128',
    'Nav zināmi ģimenes ienākumi par {months} mēn.; bez tiem atbalstu nepiešķir.',
    'The family’s income of {months} months is not known; without it there is no support.',
    'Доход семьи за {months} мес. не известен; без него поддержка не назначается.',
  ),
  'support.over_limit': text(
    'S128',
    'Ienākumi {income:eur} uz vienu ģimenes locekli pārsniedz {limit:eur}; atbalsts nepienākas.',
    'The income of {income:eur} per family member is above {limit:eur}; there is no support.',
    'Доход {income:eur} на члена семьи превышает {limit:eur}; поддержка не положена.',
  ),
  'support.amount_unknown': text(
    'S141',
    'Atbalsta apmērs šajā pašvaldībā nav zināms; jautājiet sociālajam dienestam.',
    'The amount of this municipality’s support is not known; ask the social service.',
    'Размер поддержки этого самоуправления не известен; спросите социальную службу.',
  ),
  'support.carer_missing': text(
    'S122',
    'Iesniegumā jānorāda, kurš aprūpēs.',
    'The application must name who will care.',
    'В заявлении нужно указать, кто будет ухаживать.',
  ),
  'support.account_missing': text(
    'S122',
    'Iesniegumā jānorāda konts, uz kuru pārskaitīt atbalstu.',
    'The application must name the account for the support.',
    'В заявлении нужно указать счёт для поддержки.',
  ),
  'support.signature': text(
    'S127',
    'Iesniegumu paraksta pats klients vai viņa likumiskais pārstāvis, arī ja to uzrakstījis tuvinieks.',
    'The client or a legal representative signs the application, also where a relative wrote it.',
    'Заявление подписывает сам клиент или его законный представитель, даже если его написал близкий.',
  ),
} as const satisfies Readonly<Record<string, Text>>;

export type FundingReasonCode = keyof typeof TEXTS;

/** Every code, for tests and translations. */
export const FUNDING_REASON_CODES = Object.keys(TEXTS) as readonly FundingReasonCode[];

/** A reason under its rule. */
export function fundingReason(code: FundingReasonCode, params: ReasonParams = {}): FundingReason {
  return { code, rule: TEXTS[code].rule, params };
}

/** The reason in plain words, amounts as each language writes them: `4,44 EUR`, `EUR 4.44` (S155). */
export function explainFunding({ code, params }: Pick<FundingReason, 'code' | 'params'>): Words {
  const { words } = TEXTS[code];
  const say = (language: keyof Words): string =>
    words[language].replace(/\{(\w+)(:eur)?\}/g, (_, name: string, amount?: string) => {
      const value = params[name] ?? '';
      return amount === undefined ? String(value) : euros(Number(value), language);
    });
  return { lv: say('lv'), en: say('en'), ru: say('ru') };
}

function euros(cents: number, language: keyof Words): string {
  const rest = String(cents % 100).padStart(2, '0');
  const whole = String((cents - (cents % 100)) / 100);
  return language === 'en' ? `EUR ${whole}.${rest}` : `${whole},${rest} EUR`;
}
