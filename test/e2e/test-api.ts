import type { NestExpressApplication } from '@nestjs/platform-express';
import { ruleBook } from '#care';
import type { PlanQueue } from '#jobs';
import { createLogger } from '#observability';
import type { Persistence } from '#persistence';
import { createPlanAdviser, createThreadSolver } from '#threads';
import { createTravelTimes } from '#travel';
import { createApi } from '../../apps/api/src/create-api.js';
import { providerFiles } from '../../apps/api/src/imports/provider-files.js';

/** Of these servers alone. */
const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');

/** What an API of a test stands on. */
export interface TestApiSettings {
  readonly persistence: Persistence;
  readonly queue: PlanQueue;
  readonly now: () => Date;
  /** Takes every line the API logs. */
  readonly logged: string[];
  /** Folder of the built web app; absent: none. */
  readonly webRoot?: string;
}

/** The API over a test's servers, listening on a free port, as a rule without the web app. */
export async function listeningApi({
  persistence,
  queue,
  now,
  logged,
  webRoot,
}: TestApiSettings): Promise<NestExpressApplication> {
  const rules = ruleBook();
  const api = await createApi({
    ...persistence,
    reader: persistence.planReader,
    ...{ queue, now, travel: createTravelTimes(), adviser: createPlanAdviser(), solver: createThreadSolver() },
    ping: () => persistence.ping(),
    ruleWords: (id) => rules.find(id),
    files: providerFiles(),
    logger: createLogger({ program: 'api', level: 'info', destination: { write: (line: string) => void logged.push(line) } }),
    settings: {
      sessionDays: 1,
      cookieSecure: false,
      webRoot: webRoot ?? null,
      trustedProxies: 1,
      secretsKey: SECRETS_KEY,
      insecureIssuers: true,
    },
  });
  await api.listen(0, '127.0.0.1');
  return api;
}
