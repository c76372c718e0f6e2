import { createServer } from 'node:net';
import { StartRefusal } from './refusal.js';

/**
 * The port itself, or a free one for 0.
 * @throws StartRefusal when the app cannot listen there.
 */
export function usablePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new StartRefusal(reasonOf(error.code, host, port))));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function reasonOf(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Name another: npm start -- --port ${port + 1}`;
  if (code === 'EACCES') return `Port ${port} needs rights you do not have. Name one above 1023: npm start -- --port 3000`;
  return `The app cannot listen on HOST ${host}, port ${port} (${code}). Correct HOST, or leave it out.`;
}

/** Where people of this machine find an app that listens on a host and port. */
export function addressOf(host: string, port: number): string {
  return isOwn(host) ? `http://localhost:${port}` : ownAddressOf(host, port);
}

/** Where this program finds it: by number, for another program may have the same port under the name's other number. */
export function ownAddressOf(host: string, port: number): string {
  if (isOwn(host)) return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const isOwn = (host: string): boolean => ['127.0.0.1', '0.0.0.0', '::'].includes(host);
