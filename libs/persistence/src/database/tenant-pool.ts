import { Pool, type PoolClient } from 'pg';
import { currentTenant, type Tenant } from './tenant.js';

/** The role that row-level security binds; the migrations make it. */
export const APP_ROLE = 'apgaita_app';

type Callback = (error: Error | undefined, client: PoolClient | undefined, release: (error?: unknown) => void) => void;

/**
 * A pool whose connections see the rows of the tenant that asks for them: as the bound role with the provider's id, or as
 * the owner where work looks across providers. Code that says neither is bound to no provider and sees nothing.
 */
export class TenantPool extends Pool {
  private readonly bound = new WeakMap<PoolClient, string>();

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connected = this.connectAs(currentTenant());
    if (callback === undefined) return connected;
    connected.then(
      (client) => callback(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  private async connectAs(tenant: Tenant | undefined): Promise<PoolClient> {
    const client = await super.connect();
    const [role, providerId] = tenant === 'everybody' ? ['none', ''] : [APP_ROLE, tenant?.providerId ?? ''];
    const wanted = `${role} ${providerId}`;
    if (this.bound.get(client) === wanted) return client;
    try {
      this.bound.delete(client);
      await client.query("SELECT set_config('role', $1, false), set_config('app.provider_id', $2, false)", [role, providerId]);
      this.bound.set(client, wanted);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

type Ask = (...question: unknown[]) => Promise<unknown>;

/**
 * Lets a connection answer one question after the other: a transaction asks several at once where reads do not depend on each
 * other, and the driver's own queue for that ends with its next version.
 */
export function oneAtATime(client: PoolClient): void {
  const ask = client.query.bind(client) as Ask;
  let before: Promise<unknown> = Promise.resolve();
  const next: Ask = (...question) => {
    // Only the pool itself gives a callback, for a connection that nobody else has.
    if (typeof question.at(-1) === 'function') return ask(...question);
    const answer = before.then(() => ask(...question));
    before = answer.catch(() => undefined);
    return answer;
  };
  client.query = next as PoolClient['query'];
}
