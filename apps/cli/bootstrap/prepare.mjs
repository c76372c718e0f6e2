import { alone } from './prepare-lock.mjs';
import { isStamped, stamp } from './stamps.mjs';
import { reported } from './step-report.mjs';
import { compile, generate, install, web } from './steps.mjs';

/**
 * A step that did not succeed, with what its program wrote.
 */
export class StepFailure extends Error {
  /**
   * @param {string} step
   * @param {string} output
   */
  constructor(step, output) {
    super(`${step} failed`);
    this.step = step;
    this.output = output;
  }
}

/**
 * Makes everything ready to run: packages, database client, compiled programs and, if asked for, the web app.
 * Each step is left out when nothing it depends on has changed since it last succeeded.
 * @param {{ withWeb: boolean }} options
 */
export async function prepare({ withWeb }) {
  const needed = () => [install, generate, compile, ...(withWeb ? [web] : [])].some((step) => !isDone(step));
  if (!needed()) return;
  await alone(async () => {
    await perform(install);
    await perform(generate);
    // Neither needs the other, and there are mostly two cores.
    const outcomes = await Promise.allSettled([perform(compile), ...(withWeb ? [perform(web)] : [])]);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
  });
}

/** The lock file's own record decides about packages: whoever ran npm by hand need not wait for a second installation. */
function isDone(step) {
  if (step.applies?.() === false) return true;
  return step.hasOutput() && (step === install || isStamped(step.name, step.inputs()));
}

async function perform(step) {
  if (isDone(step)) return;
  const inputs = step.inputs();
  await reported(step.title, async () => {
    const { code, output } = await step.run();
    if (code !== 0) throw new StepFailure(step.name, output);
  });
  stamp(step.name, inputs);
}

/**
 * Prepares, or says what failed and ends the process.
 * @param {{ withWeb: boolean }} options
 */
export async function prepareOrExit(options) {
  try {
    await prepare(options);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    process.stderr.write(`${error.output}\n`);
    process.exit(1);
  }
}
