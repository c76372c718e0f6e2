/** True under `npm run test:long`. */
export const LONG = process.env['TEST_LONG'] === '1';

const TIMES = 20;

/** How many cases a property tries: so few in `npm test`, twenty times as many in `npm run test:long`. */
export const cases = (few: number): number => (LONG ? few * TIMES : few);
