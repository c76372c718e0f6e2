export { currentContext, withContext, type LogContext } from './context.js';
export { createLogger, loggerOptions, type Logger, type LoggerSettings } from './logger.js';
export { REDACTED, withoutPersonalData } from './personal-fields.js';
export { createMetrics, serveMetrics, type GaugeSettings, type Metrics } from './metrics.js';
