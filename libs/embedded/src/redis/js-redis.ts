/**
 * The Redis-compatible server written in JavaScript, as a program of its own so that planning and serving never wait for
 * each other. Keeps everything in memory. Takes its password from the environment, listens on the loopback address only
 * and writes its port as the first line of standard output.
 */
import type { AddressInfo } from 'node:net';
import { createRedisCommandExecutor, RedisServerState, Resp2Server } from 'js-redis-server/core';
import { whenLauncherGone } from '../process/launcher-watch.js';

const password = process.env['APGAITA_REDIS_PASSWORD'] ?? '';
const databaseCount = Number(process.argv[2] ?? 16);
const port = Number(process.argv[3] ?? 0);

const state = new RedisServerState({ databaseCount, requirepass: password });
// The package's own listen() would open the port to the whole network.
const { server } = new Resp2Server({ server: state, executor: createRedisCommandExecutor() });
server.listen(port, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
whenLauncherGone(() => process.exit(0));
