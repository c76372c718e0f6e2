import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distance } from '@turf/turf';

/** How the routing server behaves. */
export type Mood = 'well' | 'slow' | 'broken' | 'garbage';

/** The estimate's own figures for cars, so that a plan is the same whether the server answered or not. */
const SECONDS_A_METRE = (1.3 * 3.6) / 26;
const SLOW_MS = 2500;

/** A routing server that answers OSRM's table service for cars, in the mood it is told to be in. */
export class Osrm {
  mood: Mood = 'well';
  asked = 0;
  private readonly server: Server = createServer((request, response) => this.answer(request.url ?? '', response));

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(url: string, response: ServerResponse): void {
    this.asked++;
    if (this.mood === 'broken') return void response.destroy();
    if (this.mood === 'garbage') return void response.end('{"code":"Ok","durations":[[null');
    setTimeout(() => response.end(JSON.stringify(tableOf(url))), this.mood === 'slow' ? SLOW_MS : 0);
  }
}

function tableOf(url: string): object {
  const { pathname, searchParams } = new URL(url, 'http://osrm');
  const [coordinates] = pathname.split('/').slice(-1);
  const places = decodeURIComponent(coordinates)
    .split(';')
    .map((pair) => pair.split(',').map(Number));
  const of = (name: string): number[][] => (searchParams.get(name) ?? '').split(';').map((index) => places[Number(index)]);
  const seconds = (a: number[], b: number[]): number => distance(a, b, { units: 'meters' }) * SECONDS_A_METRE;
  return { code: 'Ok', durations: of('sources').map((a) => of('destinations').map((b) => seconds(a, b))) };
}
