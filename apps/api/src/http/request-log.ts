import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Options } from 'pino-http';
import type { Logger } from '#observability';

/** Addresses whose last step is a secret. */
const SECRET = /^(\/week\/|\/api\/v1\/(?:weeks|calendars)\/).*/;

/** One line a request: method, path without its query, status and time. Reading health is not worth one. */
export function requestLog(logger: Logger): Options {
  return {
    logger,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (request: IncomingMessage) => pathOf(request).startsWith('/health/') },
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0].replace(SECRET, '$1…'),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_: IncomingMessage, response: ServerResponse, error?: Error) =>
      error || response.statusCode >= 500 ? 'error' : 'info',
  };
}

function pathOf(request: IncomingMessage): string {
  return request.url ?? '';
}
