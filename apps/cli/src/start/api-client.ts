import { planSummary, problem, routeView, unservedView, type PlanSummary, type RouteView, type UnservedView } from '#contracts';
import { z } from 'zod';

/** The API said no. */
export class ApiRefusal extends Error {
  override readonly name: string = 'ApiRefusal';
}

/** The API was not there to answer. */
export class ApiAway extends ApiRefusal {
  override readonly name = 'ApiAway';
}

/** Speaks to the API as a coordinator's browser would: logs in, asks, reads. */
export class ApiClient {
  private cookie = '';

  constructor(private readonly base: string) {}

  async logIn(email: string, password: string): Promise<void> {
    const response = await this.send('POST', '/api/v1/session', { email, password });
    this.cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
  }

  async logOut(): Promise<void> {
    await this.send('DELETE', '/api/v1/session');
  }

  async requestPlan(order: { from: string; to: string; seconds: number; threads: number; seed: number }): Promise<PlanSummary> {
    return planSummary.parse(await (await this.send('POST', '/api/v1/plans', order)).json());
  }

  async publishPlan(id: string): Promise<void> {
    await this.send('POST', `/api/v1/plans/${id}/publish`);
  }

  async plans(): Promise<PlanSummary[]> {
    return z.array(planSummary).parse(await (await this.send('GET', '/api/v1/plans')).json());
  }

  async plan(id: string): Promise<PlanSummary> {
    return planSummary.parse(await (await this.send('GET', `/api/v1/plans/${id}`)).json());
  }

  async routes(id: string): Promise<RouteView[]> {
    return z.array(routeView).parse(await (await this.send('GET', `/api/v1/plans/${id}/routes`)).json());
  }

  async unserved(id: string): Promise<UnservedView[]> {
    return z.array(unservedView).parse(await (await this.send('GET', `/api/v1/plans/${id}/unserved`)).json());
  }

  /** Whether the API and the servers behind it answer. */
  async ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.base}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: unknown) => {
      throw new ApiAway(`${method} ${path}: the API does not answer`, { cause: error });
    });
    if (response.ok) return response;
    const said = problem.safeParse(await response.json().catch(() => null));
    const detail = said.success
      ? `${said.data.title} ${said.data.issues.map((i) => i.message).join(' ')}`
      : `HTTP ${response.status}`;
    throw new ApiRefusal(`${method} ${path}: ${detail.trim()}`);
  }
}
