import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Position, TravelMode } from '#care';
import type { TravelCache } from '#planning';
import { estimateMatrix } from './estimate.js';
import { createTravelTimes } from './travel-times.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const servers: Server[] = [];

/** A routing server on a free port of this machine. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handler(request, response, Buffer.concat(chunks).toString()));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** Places on a line to the north, by default a hundredth of a degree (1,112 m) apart. */
const line = (n: number, step = 0.01): Position[] =>
  Array.from({ length: n }, (_, i) => ({ latitude: Math.round((56.9 + i * step) * 1e5) / 1e5, longitude: 24.1 }));

/** OSRM's answer where `seconds(source, target)` are given by coordinates' latitudes. */
function osrmTable(url: string, seconds: (from: number, to: number) => number | null): unknown {
  const [path, query] = url.split('?');
  const latitudes = path
    .split('/')
    .pop()!
    .split(';')
    .map((pair) => Number(pair.split(',')[1]));
  const list = (name: string): number[] => new URLSearchParams(query).get(name)!.split(';').map(Number);
  return {
    code: 'Ok',
    durations: list('sources').map((from) => list('destinations').map((to) => seconds(latitudes[from], latitudes[to]))),
  };
}

/** A minute, and 80 s for each hundredth of a degree northwards or 50 s southwards. */
const uphill = (from: number, to: number): number => 60 + Math.round((to - from) * 100) * (to > from ? 80 : -50);

const quick = { timeoutMs: 150, retries: 1, backoffMs: 1 };

describe('OSRM', () => {
  it('fills the matrix in both directions and adds parking and door', async () => {
    const url = await serve((request, response) => json(response, osrmTable(request.url!, uphill)));
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url }).matrix(line(3), 'car');
    expect(warnings).toEqual([]);
    // 60 + 80 or 160 north, 60 + 50 or 100 south; parking 240, door 120.
    expect([...seconds]).toEqual([0, 500, 580, 470, 0, 500, 520, 470, 0]);
  });

  it.each<[TravelMode, string]>([
    ['car', 'car'],
    ['bicycle', 'bike'],
    ['walk', 'foot'],
  ])('asks the profile of %s as %s', async (mode, profile) => {
    const paths: string[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url!);
      json(
        response,
        osrmTable(request.url!, () => 1500),
      );
    });
    await createTravelTimes({ osrmUrl: url }).matrix(line(2), mode);
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatch(new RegExp(`^/table/v1/${profile}/24.1,56.9;24.1,56.91;`));
  });

  it('asks 250 places in nine tables of at most 100 by 100', async () => {
    const shapes: string[] = [];
    const url = await serve((request, response) => {
      const query = new URLSearchParams(request.url!.split('?')[1]);
      shapes.push(`${query.get('sources')!.split(';').length}x${query.get('destinations')!.split(';').length}`);
      json(
        response,
        osrmTable(request.url!, () => 7200),
      );
    });
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url }).matrix(line(250, 0.0005), 'walk');
    expect(warnings).toEqual([]);
    expect(shapes.sort()).toEqual(['100x100', '100x100', '100x100', '100x100', '100x50', '100x50', '50x100', '50x100', '50x50']);
    expect([...new Set(seconds)]).toEqual([0, 7320]);
  });

  it('estimates the pairs without a way and says so', async () => {
    const url = await serve((request, response) =>
      json(
        response,
        osrmTable(request.url!, (from, to) => (to === 56.92 ? null : uphill(from, to))),
      ),
    );
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url }).matrix(line(3), 'car');
    const estimate = estimateMatrix(line(3), 'car');
    expect(warnings).toEqual(['travel.cells_estimated']);
    expect([seconds[2], seconds[5]]).toEqual([estimate[2], estimate[5]]);
    expect([seconds[1], seconds[3]]).toEqual([500, 470]);
  });

  it('does not believe car times for walking', async () => {
    const url = await serve((request, response) => json(response, osrmTable(request.url!, uphill)));
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url }).matrix(line(3), 'walk');
    expect(warnings).toEqual(['travel.cells_estimated']);
    expect(seconds).toEqual(estimateMatrix(line(3), 'walk'));
  });

  it('leaves public transport to the estimate without asking', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      json(response, {});
    });
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url }).matrix(line(4), 'transit');
    expect([asked, warnings]).toEqual([0, []]);
    expect(seconds).toEqual(estimateMatrix(line(4), 'transit'));
  });

  it('asks nothing about places that are the same to five decimals', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      json(response, {});
    });
    const twins = [
      { latitude: 56.95, longitude: 24.1 },
      { latitude: 56.950001, longitude: 24.099999 },
    ];
    const { seconds } = await createTravelTimes({ osrmUrl: url }).matrix(twins, 'car');
    expect([asked, ...seconds]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a server that fails', () => {
  it.each([500, 503, 429])('is asked again after %d', async (status) => {
    let asked = 0;
    const url = await serve((request, response) =>
      asked++ === 0 ? json(response, {}, status) : json(response, osrmTable(request.url!, uphill)),
    );
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url, patience: quick }).matrix(line(2), 'car');
    expect([asked, warnings]).toEqual([2, []]);
    expect([...seconds]).toEqual([0, 500, 470, 0]);
  });

  it.each<[string, Handler, number]>([
    ['refuses', (_, response) => json(response, { code: 'TooBig' }, 400), 1],
    ['keeps failing', (_, response) => json(response, {}, 500), 2],
    ['never answers', () => undefined, 2],
    ['hangs up', (request) => request.socket.destroy(), 2],
    ['answers no JSON', (_, response) => response.end('<html>'), 1],
    ['answers another size', (_, response) => json(response, { code: 'Ok', durations: [[0]] }), 1],
    ['answers no table', (_, response) => json(response, { code: 'Ok' }), 1],
  ])('and %s leaves all to the estimate with a warning', async (_, handler, attempts) => {
    let asked = 0;
    const url = await serve((request, response, body) => {
      asked++;
      handler(request, response, body);
    });
    const logged: unknown[] = [];
    const travel = createTravelTimes({ osrmUrl: url, patience: quick, logger: { warn: (details) => logged.push(details) } });
    const { seconds, warnings } = await travel.matrix(line(3), 'car');
    expect(warnings).toEqual(['travel.engine_unavailable']);
    expect(seconds).toEqual(estimateMatrix(line(3), 'car'));
    expect([asked, logged.length]).toEqual([attempts, 1]);
  });

  it('is given up after a few tables, not after all', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      json(response, {}, 400);
    });
    const { warnings } = await createTravelTimes({ osrmUrl: url, patience: quick }).matrix(line(600, 0.001), 'walk');
    expect(warnings).toEqual(['travel.engine_unavailable']);
    // 36 tables would be needed; at most four lanes had one under way each.
    expect(asked).toBeLessThanOrEqual(6);
  });

  it('keeps what was answered when one table fails', async () => {
    const url = await serve((request, response) => {
      const wide = new URLSearchParams(request.url!.split('?')[1]).get('destinations')!.split(';').length === 100;
      if (wide)
        json(
          response,
          osrmTable(request.url!, () => 7200),
        );
      else json(response, {}, 400);
    });
    const { seconds, warnings } = await createTravelTimes({ osrmUrl: url, patience: quick }).matrix(line(101, 0.001), 'walk');
    const estimate = estimateMatrix(line(101, 0.001), 'walk');
    expect(warnings).toEqual(['travel.engine_unavailable']);
    expect([seconds[1], seconds[100 * 101]]).toEqual([7320, 7320]);
    expect(seconds[100]).toBe(estimate[100]);
  });
});

describe('Valhalla', () => {
  it('asks by costing in tables of at most 50 by 50 and reads the times', async () => {
    const asked: { costing: string; sources: unknown[]; targets: unknown[] }[] = [];
    const url = await serve((request, response, body) => {
      expect([request.method, request.url]).toEqual(['POST', '/sources_to_targets']);
      const order = JSON.parse(body) as (typeof asked)[number];
      asked.push(order);
      const cell = { time: 7200, distance: 1 };
      json(response, { sources_to_targets: order.sources.map(() => order.targets.map(() => cell)) });
    });
    const { seconds, warnings } = await createTravelTimes({ valhallaUrl: `${url}/` }).matrix(line(60, 0.001), 'bicycle');
    expect(warnings).toEqual([]);
    expect(asked.map((order) => `${order.costing} ${order.sources.length}x${order.targets.length}`).sort()).toEqual([
      'bicycle 10x10',
      'bicycle 10x50',
      'bicycle 50x10',
      'bicycle 50x50',
    ]);
    expect(asked[0].sources[0]).toEqual({ lat: 56.9, lon: 24.1 });
    // Riding 7,200 s, lock 60, door 120.
    expect([...new Set(seconds)]).toEqual([0, 7380]);
  });

  it('estimates a cell whose time is null', async () => {
    const url = await serve((_, response) =>
      json(response, {
        sources_to_targets: [
          [{ time: 0 }, { time: null }],
          [{ time: 300 }, { time: 0 }],
        ],
      }),
    );
    const { seconds, warnings } = await createTravelTimes({ valhallaUrl: url }).matrix(line(2), 'car');
    expect(warnings).toEqual(['travel.cells_estimated']);
    expect([...seconds]).toEqual([0, estimateMatrix(line(2), 'car')[1], 660, 0]);
  });
});

describe('the cache', () => {
  /** A cache by position pair, as a database would keep it. */
  function memory(): TravelCache & { readonly kept: Map<string, number> } {
    const kept = new Map<string, number>();
    const key = (source: string, mode: string, from: Position, to: Position): string =>
      [source, mode, from.latitude, from.longitude, to.latitude, to.longitude].join(' ');
    return {
      kept,
      async read(source, mode, positions) {
        const found = new Map<number, number>();
        positions.forEach((from, i) =>
          positions.forEach((to, j) => {
            const time = kept.get(key(source, mode, from, to));
            if (time !== undefined) found.set(i * positions.length + j, time);
          }),
        );
        return found;
      },
      async write(source, mode, positions, seconds) {
        const n = positions.length;
        for (const [index, time] of seconds)
          kept.set(key(source, mode, positions[Math.floor(index / n)], positions[index % n]), time);
      },
    };
  }

  it('answers the second time, and only new places are asked for', async () => {
    const shapes: string[] = [];
    const url = await serve((request, response) => {
      const query = new URLSearchParams(request.url!.split('?')[1]);
      shapes.push(`${query.get('sources')} > ${query.get('destinations')}`);
      json(response, osrmTable(request.url!, uphill));
    });
    const travel = createTravelTimes({ osrmUrl: url, cache: memory() });
    const first = await travel.matrix(line(3), 'car');
    expect(await travel.matrix(line(3), 'car')).toEqual(first);
    expect(shapes).toEqual(['0;1;2 > 3;4;5']);
    const wider = await travel.matrix(line(4), 'car');
    expect(shapes).toHaveLength(2);
    expect([wider.seconds[1], wider.seconds[3], wider.seconds[12]]).toEqual([500, 660, 570]);
  });

  it('keeps no estimates', async () => {
    const url = await serve((request, response) =>
      json(
        response,
        osrmTable(request.url!, (from, to) => (to > from ? null : uphill(from, to))),
      ),
    );
    const cache = memory();
    await createTravelTimes({ osrmUrl: url, cache }).matrix(line(2), 'car');
    expect([...cache.kept]).toEqual([['osrm car 56.91 24.1 56.9 24.1', 110]]);
    await createTravelTimes({ cache }).matrix(line(2), 'walk');
    expect(cache.kept.size).toBe(1);
  });
});
