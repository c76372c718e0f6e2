import { describe, expect, it } from '@jest/globals';
import { addOnsWithoutMain } from '../competence/competence.js';
import { familyOf, findTask, isMainHealthTask, occupiesClient, taskOf } from './catalogue.js';
import { TASKS } from './task-data.js';

describe('the task catalogue', () => {
  it('has 40 tasks with codes of their own, names in three languages and sensible minutes', () => {
    expect(TASKS).toHaveLength(40);
    expect(new Set(TASKS.map((task) => task.code)).size).toBe(40);
    for (const { names, minutes } of TASKS) {
      expect(Object.values(names).every((name) => name.trim() === name && name.length > 2)).toBe(true);
      expect(0 < minutes.min && minutes.min <= minutes.typical && minutes.typical <= minutes.max).toBe(true);
    }
  });

  it.each([
    ['BATH', 'S1', 'social', 'body', 45],
    ['MEDSUP', 'S5', 'social', 'attention', 8],
    ['SHOP', 'S7', 'social', 'away', 40],
    ['MBATH', 'SX', 'social', 'body', 50],
    ['PULCER', 'H2', 'health', 'body', 30],
    ['VITALS', 'A2', 'health', 'body', 8],
    ['PHYSIO', 'R1', 'rehabilitation', 'body', 45],
    ['GPVISIT', 'G1', 'gp', 'attention', 20],
  ])('%s is %s, %s, takes %s and %d min (S001)', (code, group, family, occupancy, minutes) => {
    const task = taskOf(code);
    expect([task.group, familyOf(task), task.occupancy, task.minutes.typical]).toEqual([group, family, occupancy, minutes]);
  });

  it.each([
    ['S041', 'S1', 'BATH BEDBATH INCONT GROOM'],
    ['S042, S055', 'S2', 'DRESS TRANSFER'],
    ['S043', 'S3', 'POSITION'],
    ['S044', 'S4', 'LINEN'],
    ['S045', 'S5', 'MEDSUP'],
    ['S046', 'S6', 'CLEAN WINDOW'],
    ['S047', 'S7', 'SHOP'],
    ['S048', 'S8', 'COOK FEED'],
    ['S049', 'S9', 'ERRAND'],
    ['S050', 'S10', 'HEAT'],
    ['S051', 'S11', 'OTHER'],
    ['S110, S112', 'SX', 'MBATH FOOT ESCORT'],
  ])('%s: the social service of group %s is %s', (_, group, codes) => {
    const tasks = TASKS.filter((task) => task.group === group);
    expect(tasks.map((task) => task.code)).toEqual(codes.split(' '));
    expect(tasks.every((task) => familyOf(task) === 'social')).toBe(true);
  });

  it('tells what holds the client', () => {
    const held = TASKS.filter(occupiesClient).map((task) => task.code);
    expect(TASKS.map((task) => task.code).filter((code) => !held.includes(code))).toEqual(
      'CLEAN WINDOW SHOP COOK ERRAND HEAT ESCORT LABDEL'.split(' '),
    );
  });

  it('names the main health tasks and who needs one of them (S002, S018-S029)', () => {
    const main = TASKS.filter(isMainHealthTask).map((task) => task.code);
    expect(main).toEqual('INJ INSULIN INFUS WOUND PULCER STOMA TRACH GASTROST ENTERAL VENT CATH'.split(' '));
    expect(addOnsWithoutMain(['SAMPLE', 'VITALS', 'PHYSIO'])).toEqual(['SAMPLE', 'VITALS']);
    expect(addOnsWithoutMain(['SAMPLE', 'VITALS', 'WOUND'])).toEqual([]);
  });

  it('knows no other code', () => {
    expect(findTask('WOUNDS')).toBeUndefined();
    expect(() => taskOf('WOUNDS')).toThrow("'WOUNDS' is not a task of the catalogue");
  });
});
