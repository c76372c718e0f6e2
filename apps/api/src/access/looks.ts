import { SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Account, TrailStore } from '#planning';

/** Metadata key of {@link ShowsNobody}. */
export const SHOWS_NOBODY = 'apgaita:shows-nobody';

/** Of a route that only reads: what it shows is about no client, so that the trail need not know who looked. */
export const ShowsNobody = () => SetMetadata(SHOWS_NOBODY, true);

/** Looking again within so many milliseconds is the same look: screens refresh themselves. */
const SAME_LOOK_MS = 10 * 60_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Most looks remembered; beyond that they are entered again. */
const REMEMBERED = 10_000;

/** Enters into the trail who read what about clients: the route, the thing named in it and the query, never the answer. */
export class Looks {
  private readonly recent = new Map<string, number>();

  constructor(
    private readonly trail: TrailStore,
    private readonly now: () => Date,
  ) {}

  /** Entered before the answer is given; a look that cannot be entered is not allowed. */
  async enter(account: Account, request: Request, route: string): Promise<void> {
    const key = `${account.id} ${request.originalUrl}`;
    const now = this.now().getTime();
    if (now - (this.recent.get(key) ?? -Infinity) < SAME_LOOK_MS) return;
    const { providerId, id: actor } = account;
    const subject = await this.subjectOf(providerId, request);
    const query = new URLSearchParams(request.originalUrl.split('?', 2)[1] ?? '').toString();
    await this.trail.add({ providerId, actor, action: 'looked', subject, detail: { route, ...(query && { query }) } });
    if (this.recent.size >= REMEMBERED) this.recent.clear();
    this.recent.set(key, now);
  }

  /** The client, where the address names one by the provider's own id; else the thing it names; else all there is. */
  private async subjectOf(providerId: string, { params, path }: Request): Promise<readonly [kind: string, id: string]> {
    const named = Object.values(params).find((value) => typeof value === 'string');
    if (typeof named === 'string' && path.startsWith('/api/v1/clients/')) {
      const client = await this.trail.clientId(providerId, named);
      if (client !== null) return ['client', client];
    }
    const object = Object.values(params).find((value) => typeof value === 'string' && UUID.test(value));
    return typeof object === 'string' ? ['object', object] : ['provider', providerId];
  }
}
