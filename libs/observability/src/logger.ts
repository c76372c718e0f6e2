import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { currentContext } from './context.js';
import { REDACTED, withoutPersonalData } from './personal-fields.js';

/** A structured logger: JSON lines, ISO times in UTC. */
export type { Logger } from 'pino';

export interface LoggerSettings {
  /** The program: api, worker, cli. */
  readonly program: string;
  /** Least severe level written. */
  readonly level: LoggerOptions['level'] & string;
  /** Where lines go; standard output unless told otherwise. */
  readonly destination?: DestinationStream;
}

/** pino options every program shares, also for pino-http: ids of the current request or job, no personal data. */
export function loggerOptions(settings: Omit<LoggerSettings, 'destination'>): LoggerOptions {
  return {
    level: settings.level,
    base: { program: settings.program },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...currentContext() }),
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => withoutPersonalData(fields) as Record<string, unknown>,
    },
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', 'req.query', 'res.headers["set-cookie"]'],
      censor: REDACTED,
    },
  };
}

/** The logger of one program. Messages are fixed texts; what varies goes into fields, where personal values are removed. */
export function createLogger(settings: LoggerSettings): Logger {
  const options = loggerOptions(settings);
  return settings.destination ? pino(options, settings.destination) : pino(options);
}
