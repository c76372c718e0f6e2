import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import './quiet-oidc.js';
import Provider from 'oidc-provider';

/** What an organisation's server says of somebody. */
interface Person {
  readonly email: string;
  readonly email_verified: boolean;
}

/** A real OpenID Connect server of an organisation, with people who log in by name alone, and a browser's way through it. */
export class Organisation {
  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  /** @param callback the address to send people back to */
  static async open(callback: string, people: Readonly<Record<string, Person>>): Promise<Organisation> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const oidc = new Provider(issuer, {
      clients: [{ client_id: 'apgaita', client_secret: 'secret of the client', redirect_uris: [callback] }],
      clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
      clientDefaults: { token_endpoint_auth_method: 'client_secret_post' },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['only for this test'] },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    });
    server.on('request', (request, response) => void oidc.callback()(request, response));
    return new Organisation(issuer, server);
  }

  /** Follows a browser from the organisation's log-in page until it is sent away; returns where to. */
  async logIn(start: string, name: string): Promise<string> {
    const jar = new Map<string, string>();
    let [url, form]: [string, string | undefined] = [start, undefined];
    for (let step = 0; step < 12; step++) {
      const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
      const headers = { cookie, ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) };
      const method = form === undefined ? 'GET' : 'POST';
      const answer = await fetch(url, { method, headers, redirect: 'manual', ...(form !== undefined && { body: form }) });
      for (const set of answer.headers.getSetCookie()) {
        const [pair] = set.split(';', 1);
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const next = answer.headers.get('location');
      if (next !== null) {
        [url, form] = [new URL(next, url).href, undefined];
        if (!url.startsWith(this.issuer)) return url;
      } else {
        const page = await answer.text();
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        if (prompt === undefined) throw new Error(`the organisation's server answered ${answer.status}`);
        form = new URLSearchParams({ prompt, login: name, password: 'any' }).toString();
      }
    }
    throw new Error('the organisation’s log-in leads nowhere');
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
