import { describe, expect, it } from '@jest/globals';
import type { Profession, StaffMember } from '../model.js';
import { TASKS } from '../tasks/task-data.js';
import { lastCertifiedDay, mayPerform, practises, professionsFor, refusalOf, refusalsOf } from './competence.js';
import { PROFESSIONS } from './professions.js';

describe('who may do what (S004, S017-S029)', () => {
  it.each([
    [
      'carer',
      'BATH BEDBATH INCONT GROOM DRESS TRANSFER POSITION LINEN MEDSUP CLEAN WINDOW SHOP COOK FEED ERRAND HEAT OTHER ESCORT',
    ],
    ['nurse', 'INJ INSULIN INFUS WOUND PULCER STOMA TRACH GASTROST ENTERAL VENT CATH SAMPLE LABDEL VITALS EDU ENEMA'],
    ['feldsher', 'INJ INSULIN INFUS WOUND PULCER STOMA TRACH GASTROST ENTERAL VENT CATH SAMPLE LABDEL VITALS EDU ENEMA'],
    ['physio', 'PHYSIO'],
    ['physio_assistant', 'PHYSIO'],
    ['ergo', 'OCCUP'],
    ['speech', 'SPEECH'],
    ['podiatrist', 'FOOT'],
    ['van_crew', 'MBATH'],
    ['gp', 'GPVISIT'],
  ] as const)('%s', (profession, codes) => {
    expect(TASKS.filter((task) => mayPerform(profession, task.code)).map((task) => task.code)).toEqual(codes.split(' '));
  });

  it('gives every task to somebody', () => {
    for (const { code } of TASKS) expect(professionsFor(code).length).toBeGreaterThan(0);
  });

  it('explains in one sentence who does it', () => {
    expect(refusalOf('carer', 'INJ')).toEqual({
      rules: ['S004', 'S018'],
      reason: {
        lv: 'Uzdevumu “Medikamentu ievadīšana (injekcija)” neveic aprūpētājs; to veic māsa vai ārsta palīgs.',
        en: '“Medication administration (injection)” is not done by a carer; it is done by a nurse or a physician assistant.',
        ru: 'Задание «Введение лекарств (инъекция)» не выполняет сиделка; его выполняет медсестра или фельдшер.',
      },
    });
    expect(refusalOf('nurse', 'SHOP')?.rules).toEqual(['S004', 'S040']);
    expect(refusalOf('carer', 'OCCUP')?.reason.en).toBe(
      '“Occupational therapy” is not done by a carer; it is done by an occupational therapist.',
    );
    expect(refusalOf('nurse', 'INJ')).toBeNull();
  });

  it('lists every refused task of a visit', () => {
    expect(refusalsOf('carer', ['BATH', 'WOUND', 'ENEMA']).map((refusal) => refusal.rules[1])).toEqual(['S019', 'S029']);
  });
});

describe('certificates (S017)', () => {
  const nurse = (qualifications: StaffMember['qualifications']): StaffMember => ({
    id: 'N1',
    professions: ['nurse', 'carer'],
    skills: [],
    languages: ['lv'],
    travelMode: 'car',
    start: { latitude: 56.95, longitude: 24.1 },
    qualifications,
  });
  const until = { kind: 'NURSE', validFrom: '2024-01-01', validTo: '2026-11-24' };
  const open = { kind: 'NURSE', validFrom: '2026-12-01', validTo: null };

  it.each([
    ['on its last day', [until], 'nurse', '2026-11-24', true],
    ['a day later', [until], 'nurse', '2026-11-25', false],
    ['between two', [until, open], 'nurse', '2026-11-30', false],
    ['with the next', [until, open], 'nurse', '2026-12-01', true],
    ['nothing on file', [], 'nurse', '2026-11-25', true],
    ['another kind on file', [{ ...until, kind: 'FIRST_AID' }], 'nurse', '2026-11-25', true],
    ['another profession of the same person', [until], 'carer', '2026-11-25', true],
    ['not the person’s profession', [], 'physio', '2026-11-24', false],
  ] as const)('%s', (_, qualifications, profession, date, expected) => {
    expect(practises(nurse(qualifications), profession, date)).toBe(expected);
  });

  it.each([
    ['none on file', [], 'nurse', null],
    ['still valid', [{ ...until, validTo: '2026-11-25' }], 'nurse', null],
    ['run out', [until], 'nurse', '2026-11-24'],
    ['run out, the next to come', [until, open], 'nurse', '2026-11-24'],
    ['only one to come', [open], 'nurse', null],
    ['another profession', [until], 'physio', null],
  ] as const)('the last certified day before 25.11.: %s', (_, qualifications, profession, end) => {
    expect(lastCertifiedDay(nurse(qualifications), profession, '2026-11-25')).toBe(end);
  });

  it('names every profession in three languages', () => {
    for (const profession of Object.keys(PROFESSIONS) as Profession[]) {
      expect(Object.values(PROFESSIONS[profession].names).every((name) => name.length > 1)).toBe(true);
    }
  });
});
