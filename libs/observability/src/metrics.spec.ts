import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { createMetrics, serveMetrics } from './metrics.js';

it('metrics tell of requests by route, of jobs, of what is asked at the scrape, and of the process', async () => {
  const metrics = createMetrics('api');
  metrics.requestDone({ method: 'GET', route: '/api/v1/plans/:id', status: 200 }, 0.03);
  metrics.requestDone({ method: 'GET', route: '/api/v1/plans/:id', status: 200 }, 3);
  metrics.jobDone({ queue: 'plans', outcome: 'stored' }, 21);
  let answer: Promise<Record<string, number>> = Promise.resolve({ 'plans waiting': 2 });
  metrics.gauge({ name: 'apgaita_queue_jobs', help: 'Jobs', label: 'queue' }, () => answer);
  const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const text = await (await fetch(`${url}/metrics`)).text();
    const request = 'program="api",method="GET",route="/api/v1/plans/:id",status="200"';
    expect(text).toContain(`apgaita_http_request_seconds_bucket{le="0.05",${request}} 1`);
    expect(text).toContain(`apgaita_http_request_seconds_count{${request}} 2`);
    expect(text).toContain('apgaita_job_seconds_sum{program="api",queue="plans",outcome="stored"} 21');
    expect(text).toMatch(/apgaita_queue_jobs\{.*queue="plans waiting".*\} 2/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds\{program="api"\} \d/);
    expect(text).toMatch(/process_resident_memory_bytes\{program="api"\} \d/);

    // Redis is away: the scrape has all the rest.
    answer = Promise.reject(new Error('away'));
    const without = await (await fetch(`${url}/metrics`)).text();
    expect(without).not.toContain('plans waiting');
    const after = await (await fetch(`${url}/metrics`)).text();
    expect(after).toContain('apgaita_gauge_failures_total{program="api"}');
    expect((await fetch(url)).status).toBe(404);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
