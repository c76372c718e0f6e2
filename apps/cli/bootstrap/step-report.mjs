const live = process.stderr.isTTY === true;

/**
 * Runs one step of the preparation and says so in one line on standard error (standard output belongs to the commands).
 * @template T
 * @param {string} title what is being done
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function reported(title, work) {
  const begin = process.hrtime.bigint();
  const seconds = () => `${(Number(process.hrtime.bigint() - begin) / 1e9).toFixed(1)} s`;
  const show = live ? setInterval(() => process.stderr.write(`\r  ${title} … ${seconds()}`), 200) : undefined;
  try {
    const result = await work();
    process.stderr.write(`${live ? '\r' : ''}  ${title}: ${seconds()}    \n`);
    return result;
  } catch (error) {
    process.stderr.write(`${live ? '\r' : ''}  ${title}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(show);
  }
}
