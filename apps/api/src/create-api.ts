import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { asNobodyYet } from '#persistence';
import { demandDeclared } from './access/declared-routes.js';
import { ApiModule } from './api.module.js';
import { admission } from './http/admission.js';
import { apiDocument } from './http/api-document.js';
import { requestMetrics } from './http/request-metrics.js';
import { sameOriginOnly } from './http/same-origin.js';
import type { ApiParts } from './parts.js';
import { browserHeaders, serveWebApp } from './web.js';

/** No body but an import's is larger; imports read their own. */
const LARGEST_JSON = '100kb';

/** A few for each connection to the database; others wait in line, not for connections in the middle of their work. */
const ADMISSION = { atOnce: 24, patienceMs: 4000 };

/** The HTTP application, ready to listen. */
export async function createApi(parts: ApiParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(parts), {
    forceCloseConnections: true,
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  demandDeclared(app);
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('trust proxy', parts.settings.trustedProxies ?? 0);
  if (parts.metrics) app.use(requestMetrics(parts.metrics));
  app.use(browserHeaders(parts.settings), sameOriginOnly, admission(ADMISSION));
  app.useBodyParser('json', { limit: LARGEST_JSON, type: isOrdinaryJson });
  app.use((_: Request, __: Response, next: NextFunction) => asNobodyYet(next));
  if (parts.settings.webRoot !== null) serveWebApp(app, parts.settings.webRoot);
  describe(app);
  return app;
}

/** An import reads its own body, once the session has been looked at. */
function isOrdinaryJson({ headers, url }: IncomingMessage): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '') && !url?.startsWith('/api/v1/imports');
}

/** OpenAPI at /api/docs, made from the same schemas that check requests. */
function describe(app: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), { jsonDocumentUrl: 'api/docs/openapi.json' });
}
