import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose rows the database shows: one provider's, or everybody's to the few methods that look across providers. */
export type Tenant = { readonly providerId: string } | 'everybody';

/** What one line of work is bound to; a request learns it only once its session has been looked at. */
const current = new AsyncLocalStorage<{ tenant: Tenant | undefined }>();

/** Whose rows the code that runs now may see; undefined: nobody's. */
export function currentTenant(): Tenant | undefined {
  return current.getStore()?.tenant;
}

/** Runs work that is nobody's until {@link becomeProvider} says whose it is. */
export function asNobodyYet(work: () => void): void {
  current.run({ tenant: undefined }, work);
}

/** Binds the rest of the work begun by {@link asNobodyYet} to a provider. */
export function becomeProvider(providerId: string): void {
  const line = current.getStore();
  if (!line || line.tenant !== undefined) throw new Error('the work is somebody’s already');
  line.tenant = { providerId };
}

/**
 * Runs work that sees and writes the rows of one provider alone, whatever its queries ask for (row-level security).
 * @throws Error when it is begun inside work of another provider
 */
export function asProvider<T>(providerId: string, work: () => T): T {
  const tenant = currentTenant();
  if (typeof tenant !== 'object') return current.run({ tenant: { providerId } }, () => begun(work()));
  if (tenant.providerId !== providerId) throw new Error('work for one provider asks for the data of another');
  return work();
}

/** Runs work that must look across providers: who logs in, which jobs wait. Inside a provider's work it stays with that provider. */
function acrossProviders<T>(work: () => T): T {
  return currentTenant() === undefined ? current.run({ tenant: 'everybody' }, () => begun(work())) : work();
}

/** Prisma's promises ask only once somebody waits for them: that must happen inside, or the question is nobody's. */
function begun<T>(result: T): T {
  const { then } = Object(result) as Partial<PromiseLike<unknown>>;
  if (typeof then !== 'function') return result;
  return new Promise((resolve, reject) => void then.call(result, resolve, reject)) as T;
}

type Method = (...args: unknown[]) => unknown;

/**
 * The same store, whose methods each run as the provider they name: their first argument, or its `providerId`. Those in
 * `across` look across providers.
 */
export function perProvider<Store extends object>(store: Store, across: readonly (keyof Store)[] = []): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      const call = (args: unknown[]): unknown => (method as Method).apply(target, args);
      if (across.includes(name as keyof Store)) return (...args: unknown[]) => acrossProviders(() => call(args));
      return (...args: unknown[]) => asProvider(providerOf(args[0], String(name)), () => call(args));
    },
  });
}

function providerOf(first: unknown, method: string): string {
  const { providerId } = (typeof first === 'object' && first !== null ? first : { providerId: first }) as {
    providerId?: unknown;
  };
  if (typeof providerId !== 'string') throw new Error(`${method} names no provider`);
  return providerId;
}
