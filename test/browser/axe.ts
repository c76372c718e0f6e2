import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong with the page as it stands (WCAG 2.2 A and AA): rule, how often, and the first place. */
export async function axeFaults(page: Page): Promise<string[]> {
  // By the debugger's door: the page's own policy takes no script from elsewhere.
  await page.evaluate(await readFile(source, 'utf8'));
  return page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ' ' + nodes.length + ' ' + nodes[0].html.slice(0, 120)))`);
}
