import type { Profession } from '../model.js';
import type { Words } from '../tasks/task.js';

export interface ProfessionFacts {
  readonly names: Words;
  /** Kind of the dated qualification the profession works under (S017); null: none by law. */
  readonly certificate: string | null;
}

/** The professions that visit homes. */
export const PROFESSIONS: Readonly<Record<Profession, ProfessionFacts>> = {
  carer: { names: { lv: 'aprūpētājs', en: 'carer', ru: 'сиделка' }, certificate: null },
  nurse: { names: { lv: 'māsa', en: 'nurse', ru: 'медсестра' }, certificate: 'NURSE' },
  feldsher: {
    names: { lv: 'ārsta palīgs', en: 'physician assistant', ru: 'фельдшер' },
    certificate: 'FELDSHER',
  },
  physio: { names: { lv: 'fizioterapeits', en: 'physiotherapist', ru: 'физиотерапевт' }, certificate: 'PHYSIO' },
  physio_assistant: {
    names: { lv: 'fizioterapeita asistents', en: 'physiotherapist’s assistant', ru: 'ассистент физиотерапевта' },
    certificate: 'PHYSIO_ASSISTANT',
  },
  ergo: { names: { lv: 'ergoterapeits', en: 'occupational therapist', ru: 'эрготерапевт' }, certificate: 'ERGO' },
  speech: {
    names: { lv: 'audiologopēds', en: 'speech and language therapist', ru: 'аудиологопед' },
    certificate: 'SPEECH',
  },
  podiatrist: { names: { lv: 'podologs', en: 'podiatrist', ru: 'подолог' }, certificate: null },
  van_crew: { names: { lv: 'mobilās vannas ekipāža', en: 'bath van crew', ru: 'экипаж мобильной ванны' }, certificate: null },
  gp: { names: { lv: 'ģimenes ārsts', en: 'general practitioner', ru: 'семейный врач' }, certificate: null },
};
