import fc from 'fast-check';

/**
 * Every property starts from one seed, so that a test that fails has been
 * broken by a change. `PROPERTY_SEED=random npm test` looks for what no seed
 * has found yet; a number repeats a search.
 */
const asked = process.env['PROPERTY_SEED'];
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? 20260101) });
