import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import express, { type Response } from 'express';
import { admission } from './admission.js';

let server: Server;
let url: string;
/** What is at work, by the number it came with. */
const inside = new Map<string, Response>();

beforeAll(async () => {
  const app = express();
  app.use(admission({ atOnce: 2, patienceMs: 400 }));
  app.get('/api/v1/:n', ({ params }, response) => void inside.set(params.n, response));
  app.get('/health/live', (_, response) => void response.send('well'));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (n: string, signal?: AbortSignal): Promise<globalThis.Response> =>
  fetch(`${url}/api/v1/${n}`, signal ? { signal } : {});
const isInside = async (n: string): Promise<void> => {
  while (!inside.has(n)) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('lets so many in, then in the order in which they came; who gives up is left out, and who waits too long asks again', async () => {
  const [first] = [ask('1'), ask('2')];
  await Promise.all(['1', '2'].map(isInside));
  const gaveUp = new AbortController();
  const third = ask('3', gaveUp.signal).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const fourth = ask('4');
  expect(await (await fetch(`${url}/health/live`)).text()).toBe('well');
  gaveUp.abort();
  expect(await third).toBeNull();
  // Until the server has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 50));
  inside.get('1')?.send('done');
  expect(await (await first).text()).toBe('done');
  await isInside('4');
  expect(inside.has('3')).toBe(false);
  const late = await ask('5');
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await late.json()).toMatchObject({ code: 'request.unavailable' });
  for (const n of ['2', '4']) inside.get(n)?.send('done');
  expect((await fourth).status).toBe(200);
  // Both places are free again.
  const after = [ask('6'), ask('7')];
  await Promise.all(['6', '7'].map(isInside));
  for (const n of ['6', '7']) inside.get(n)?.send('done');
  expect((await Promise.all(after)).map(({ status }) => status)).toEqual([200, 200]);
});
