import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '#observability';

/** Measures every answer under its route's pattern; streams of events, which stay open on purpose, are left out. */
export function requestMetrics(metrics: Metrics): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    const begun = performance.now();
    response.once('close', () => {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return;
      const { path } = (request.route ?? {}) as { readonly path?: string };
      const about = { method: request.method, route: path ?? 'none', status: response.statusCode };
      metrics.requestDone(about, (performance.now() - begun) / 1000);
    });
    next();
  };
}
