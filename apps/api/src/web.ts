import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';
import type { ApiSettings } from './parts.js';

/**
 * Headers for the browser: only this server's own scripts, styles, pictures
 * and data, nothing that stands in the page itself, and nobody may frame the
 * pages. Tiles of maps alone may come from elsewhere, where they are set up.
 */
export function browserHeaders(settings: ApiSettings): ReturnType<typeof helmet> {
  const [pages, docs] = [headers(settings, []), headers(settings, ["'unsafe-inline'"])];
  // The pages about the API bring styles of their own; they hold no data.
  return (request, response, next) => (/^\/api\/docs(?:\/|$)/.test(request.url ?? '') ? docs : pages)(request, response, next);
}

function headers({ cookieSecure, mapTiles }: ApiSettings, styles: readonly string[]): ReturnType<typeof helmet> {
  const tiles = mapTiles === undefined ? [] : [new URL(mapTiles.url).origin];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", ...styles],
        imgSrc: ["'self'", 'data:', ...tiles],
        connectSrc: ["'self'", ...tiles],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: cookieSecure,
  });
}

const OWN = /^\/(?:api|health)(?:\/|$)/;
/** A file's address; a missing one is missing, not a page. A visit's key ends with a number after a dot. */
const FILE = /\.[a-z]\w*$/i;

/** Serves the built web app; any other address a browser opens is one of its pages. */
export function serveWebApp(app: NestExpressApplication, root: string): void {
  app.useStaticAssets(root, { index: false, redirect: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const page =
      request.method === 'GET' && !OWN.test(request.path) && !FILE.test(request.path) && request.accepts('html') !== false;
    // A missing page falls through to the API's own 404.
    if (page) response.sendFile(join(root, 'index.html'), { headers: { 'cache-control': 'no-cache' } }, () => next());
    else next();
  });
}
