import { logIn, problem, type Problem } from '#contracts';
import type { ZodType } from 'zod';

/** An answer as a browser sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Somebody at a browser: keeps the session cookie and says, as browsers do, where a request comes from. */
export class Visitor {
  private cookie = '';

  constructor(
    private readonly url: string,
    /** A program comes with a token in place of logging in. */
    private readonly token?: string,
    /** Gives up on an answer after so long; never unless given. */
    private readonly patienceMs?: number,
  ) {}

  /** What its browser would send. */
  get cookies(): string {
    return this.cookie;
  }

  async logIn(email: string, password: string): Promise<Answer> {
    return this.send('POST', '/api/v1/session', logIn.parse({ email, password }));
  }

  /** The body of an expected 2xx answer, read against the contract. */
  async get<T>(path: string, view: ZodType<T>): Promise<T> {
    return this.read(await this.send('GET', path), view);
  }

  async post<T>(path: string, body: unknown, view: ZodType<T>): Promise<T> {
    return this.read(await this.send('POST', path, body), view);
  }

  /** The problem of an expected refusal. */
  async refused(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Problem> {
    const answer = await this.send(method, path, body);
    if (answer.headers.get('content-type')?.split(';')[0] !== 'application/problem+json') {
      throw new Error(`${method} ${path} answered ${answer.status} without a problem`);
    }
    return problem.parse(answer.body);
  }

  async send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const file = body instanceof Uint8Array;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      ...(this.patienceMs !== undefined && { signal: AbortSignal.timeout(this.patienceMs) }),
      headers: {
        'sec-fetch-site': 'same-origin',
        // Overwrites whatever is there, unless a test says what it has seen.
        'if-match': '*',
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !file && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: file ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie.split(';', 1)[0]);
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  private keep(pair: string): void {
    const [name] = pair.split('=', 1);
    const others = this.cookie.split('; ').filter((one) => one !== '' && !one.startsWith(`${name}=`));
    this.cookie = [...others, pair].join('; ');
  }

  private read<T>(answer: Answer, view: ZodType<T>): T {
    if (answer.status >= 300) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return view.parse(answer.body);
  }
}
