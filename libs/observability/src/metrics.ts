import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Bounds of durations, in seconds: from what a phone does to what a plan takes. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800];

/** What one program counts and measures, as Prometheus reads it: no label holds an id, a name or an address. */
export interface Metrics {
  /** `route` is the pattern, never the path. */
  requestDone(request: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void;
  jobDone(job: { readonly queue: string; readonly outcome: string }, seconds: number): void;
  /** Asked anew at every scrape: a value for each label; while it cannot be told (the promise rejects) there is none. */
  gauge(about: GaugeSettings, ask: () => Promise<Readonly<Record<string, number>>>): void;
  /** In Prometheus' text form. */
  text(): Promise<string>;
}

export interface GaugeSettings {
  readonly name: string;
  readonly help: string;
  readonly label: string;
}

/** The metrics of a program, with those of its process (memory, processor, lag of the event loop) already in. */
export function createMetrics(program: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ program });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    ...{ name: 'apgaita_http_request_seconds', help: 'Time to answer requests', registers },
    ...{ labelNames: ['method', 'route', 'status'] as const, buckets: REQUEST_SECONDS },
  });
  const jobs = new Histogram({
    ...{ name: 'apgaita_job_seconds', help: 'Time jobs took', registers },
    ...{ labelNames: ['queue', 'outcome'] as const, buckets: JOB_SECONDS },
  });
  const failed = new Counter({
    name: 'apgaita_gauge_failures_total',
    help: 'Questions of a scrape without an answer',
    registers,
  });
  return {
    requestDone: ({ method, route, status }, seconds) => requests.observe({ method, route, status }, seconds),
    jobDone: ({ queue, outcome }, seconds) => jobs.observe({ queue, outcome }, seconds),
    gauge: ({ name, help, label }, ask) => {
      new Gauge({
        ...{ name, help, registers, labelNames: [label] },
        async collect() {
          this.reset();
          try {
            for (const [value, count] of Object.entries(await ask())) this.set({ [label]: value }, count);
          } catch {
            failed.inc();
          }
        },
      });
    },
    text: () => registry.metrics(),
  };
}

/** Serves `GET /metrics` on a port of its own, away from what browsers reach. */
export async function serveMetrics(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}
