export { childEnvironment, readConfig, type Config, type ConfigIssue, type ConfigResult } from './config.js';
export { environment, type Environment } from './schema.js';
