export { runsIn } from './process/claim.js';
export { EmbeddedError, type EmbeddedErrorCode } from './process/embedded-error.js';
export { findPostgres } from './postgres/find-postgres.js';
export { startPostgres, type EmbeddedServer, type PostgresSettings } from './postgres/postgres.js';
export { startRedis, type RedisSettings } from './redis/redis.js';
export { startServers, type Servers, type ServerSettings } from './servers.js';
export { startTestBroker, type TestBroker } from './testing/broker.js';
export { testDatabase, testRedis, type TestDatabaseSettings } from './testing/test-database.js';
