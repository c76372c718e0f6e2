import type { FieldKind } from './kinds.js';

/** Languages of the read-me sheet; issues speak English. */
export type Language = 'lv' | 'en' | 'ru';

type Phrases = Readonly<Record<Language, string>>;
const say = (lv: string, en: string, ru: string): Phrases => ({ lv, en, ru });

const DAY = say(
  'diena no 01.01.1900 līdz 31.12.2100, piem., 24.11.2026 vai 2026-11-24',
  'a day between 1900-01-01 and 2100-12-31, as 24.11.2026 or 2026-11-24',
  'день с 01.01.1900 по 31.12.2100, напр. 24.11.2026 или 2026-11-24',
);

const SIMPLE: Readonly<Record<'id' | 'code' | 'flag' | 'email' | 'date' | 'time' | 'boolean', Phrases>> = {
  id: say('1–64 burti, cipari vai - _ . /', 'an id of 1 to 64 letters, digits or - _ . /', '1–64 буквы, цифры или - _ . /'),
  code: say('kods ar lielajiem burtiem', 'an upper-case code of letters, digits and _', 'код заглавными буквами'),
  flag: say('vārds ar mazajiem burtiem', 'a lower-case word of letters, digits and _', 'слово строчными буквами'),
  email: say('e-pasta adrese', 'an e-mail address', 'адрес эл. почты'),
  date: DAY,
  time: say('laiks no 00:00 līdz 24:00', 'a time from 00:00 to 24:00', 'время от 00:00 до 24:00'),
  boolean: say('jā vai nē', 'yes or no', 'да или нет'),
};

/** What a column takes, in words. */
export function allowed(kind: FieldKind, language: Language = 'en'): string {
  switch (kind.is) {
    case 'text': {
      const size = `${kind.least}–${kind.most}`;
      return say(`teksts, ${size} zīmes`, `text of ${kind.least} to ${kind.most} characters`, `текст, ${size} знаков`)[language];
    }
    case 'coordinate': {
      const range = say(
        `no ${kind.least} līdz ${kind.most}`,
        `from ${kind.least} to ${kind.most}`,
        `от ${kind.least} до ${kind.most}`,
      );
      return say(`grādi ${range.lv}`, `degrees ${range.en}`, `градусы ${range.ru}`)[language];
    }
    case 'number': {
      const { least, most } = kind;
      const whole = say(
        `vesels skaitlis no ${least} līdz ${most}`,
        `a whole number from ${least} to ${most}`,
        `целое число от ${least} до ${most}`,
      );
      return whole[language];
    }
    case 'choice': {
      const options = kind.options.join(', ');
      return say(`viens no: ${options}`, `one of ${options}`, `одно из: ${options}`)[language];
    }
    case 'windows': {
      const sample = '08:00-12:00; 16:00-18:00';
      return say(
        `1–${kind.most} logi, piem., ${sample}`,
        `1 to ${kind.most} windows like ${sample}`,
        `1–${kind.most} окна, напр. ${sample}`,
      )[language];
    }
    case 'list':
      return `${listSize(kind)[language]}${allowed(kind.of, language)}`;
    default:
      return SIMPLE[kind.is][language];
  }
}

function listSize({ least, most }: Extract<FieldKind, { is: 'list' }>): Phrases {
  if (least > 0)
    return say(
      `vismaz ${least}, atdala ar ; – katrs `,
      `at least ${least}, separated by ; – each `,
      `не менее ${least}, через ; – каждое `,
    );
  if (Number.isFinite(most))
    return say(
      `ne vairāk kā ${most}, atdala ar ; – katrs `,
      `at most ${most}, separated by ; – each `,
      `не более ${most}, через ; – каждое `,
    );
  return say('saraksts, atdala ar ; – katrs ', 'a list separated by ; – each ', 'список через ; – каждое ');
}
