import { describe, expect, it } from '@jest/globals';
import { currentContext, withContext } from './context.js';
import { createLogger } from './logger.js';
import { REDACTED, withoutPersonalData } from './personal-fields.js';

function recorder() {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, logger: createLogger({ program: 'test', level: 'info', destination }) };
}

describe('createLogger', () => {
  it('adds the ids of the request and the job around it, and nothing outside', async () => {
    const { lines, logger } = recorder();
    await withContext({ requestId: 'r1' }, async () => {
      await Promise.resolve();
      withContext({ jobId: 'j1' }, () => logger.info('inner'));
      logger.info('outer');
    });
    logger.info('outside');
    expect(lines).toMatchObject([
      { msg: 'inner', requestId: 'r1', jobId: 'j1', level: 'info', program: 'test' },
      { msg: 'outer', requestId: 'r1' },
      { msg: 'outside' },
    ]);
    expect(lines[1]).not.toHaveProperty('jobId');
    expect(lines[2]).not.toHaveProperty('requestId');
    expect(currentContext()).toEqual({});
  });

  it('keeps personal values out of lines at any depth', () => {
    const { lines, logger } = recorder();
    logger.warn({ client: { id: 'c1', family_name: 'X', visits: [{ address: 'Y', minutes: 30 }] }, phone: '2' }, 'saved');
    expect(lines[0]).toMatchObject({
      client: { id: 'c1', family_name: REDACTED, visits: [{ address: REDACTED, minutes: 30 }] },
      phone: REDACTED,
    });
  });

  it('keeps errors and their stacks', () => {
    const { lines, logger } = recorder();
    logger.error({ err: new TypeError('broken') }, 'failed');
    expect(lines[0]).toMatchObject({ err: { type: 'TypeError', message: 'broken' } });
  });
});

describe('withoutPersonalData', () => {
  it('cuts off what is deeper than eight levels instead of walking without end', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(withoutPersonalData(loop))).toContain('[deep]');
  });
});
