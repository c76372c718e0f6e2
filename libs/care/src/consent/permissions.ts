import type { IsoDay } from '#time';

/** Leave of the client to pass facts from one service to the other (S098), its days inclusive. */
export interface ConsentFacts {
  readonly direction: 'social_to_health' | 'health_to_social';
  readonly givenOn: IsoDay;
  readonly validTo: IsoDay | null;
  /** From this day on it is withdrawn. */
  readonly withdrawnOn: IsoDay | null;
}

/** The two services a fact belongs to, and a person or organisation works for. Rehabilitation is health. */
export type Service = 'social' | 'health';

/**
 * What can be told about a client. Of a service: `schedule` when its visits are,
 * `tasks` what is done, `observations` what its staff noted, and for health also
 * `diagnosis` and `orders`. Of the person: `identity` (name, address, telephone,
 * door), `safety` (flags that protect client and staff: two people, oxygen,
 * infectious), `impairment` (nature and degree, from the certificate). Of a visit
 * to others: `busy`, `taskClass`, `conflictTag`.
 */
export type FieldClass =
  | 'identity'
  | 'safety'
  | 'impairment'
  | 'social.schedule'
  | 'social.tasks'
  | 'social.observations'
  | 'health.schedule'
  | 'health.tasks'
  | 'health.observations'
  | 'health.diagnosis'
  | 'health.orders'
  | 'busy'
  | 'taskClass'
  | 'conflictTag';

/**
 * Who looks: the page of a member of staff of the provider, by the service they
 * work in; the provider's office; another provider that cares for the same
 * client; a file given to third parties; the social service that decides (S100).
 */
export type Viewer =
  | { readonly kind: 'staff'; readonly service: Service }
  | { readonly kind: 'office' }
  | { readonly kind: 'otherProvider'; readonly service: Service }
  | { readonly kind: 'export' }
  | { readonly kind: 'socialService'; readonly decides: boolean };

/** What of one service another may know once the client agrees: never the diagnosis, never the orders. */
const SHARED: Readonly<Record<Service, readonly FieldClass[]>> = {
  social: ['social.schedule', 'social.tasks', 'social.observations'],
  health: ['health.schedule', 'health.tasks', 'health.observations'],
};
/** What is the service's own. */
const OWN: Readonly<Record<Service, readonly FieldClass[]>> = {
  social: SHARED.social,
  health: [...SHARED.health, 'health.diagnosis', 'health.orders'],
};
const PERSON: readonly FieldClass[] = ['identity', 'safety'];
/** All that two providers exchange about a client they share. */
const COORDINATION: readonly FieldClass[] = ['busy', 'taskClass', 'conflictTag'];

/** Whether a consent in the direction holds on the day: given by then, not run out, not withdrawn. */
export function consents(given: readonly ConsentFacts[], direction: ConsentFacts['direction'], day: IsoDay): boolean {
  return given.some(
    (consent) =>
      consent.direction === direction &&
      consent.givenOn <= day &&
      (consent.validTo === null || day <= consent.validTo) &&
      (consent.withdrawnOn === null || day < consent.withdrawnOn),
  );
}

/**
 * What somebody may see of a client on a day (S098-S100). Staff know the person
 * and their own service's facts, and the other service's only with the client's
 * consent for that direction; another provider learns when the client is busy,
 * with what class of task and what it conflicts with, only with consent; a file
 * for third parties tells times and classes of tasks and no person. The social
 * service that decides may ask nature and degree of the impairment without
 * consent (S100). The office makes the plan and sees everything but diagnosis
 * and orders, which stay with those who treat (S099: no more than needed).
 */
export function permissions(viewer: Viewer, given: readonly ConsentFacts[], day: IsoDay): ReadonlySet<FieldClass> {
  switch (viewer.kind) {
    case 'staff':
      return new Set([...PERSON, ...OWN[viewer.service], ...fromOther(viewer.service, SHARED, given, day)]);
    case 'office':
      return new Set([...PERSON, 'impairment', ...SHARED.social, ...SHARED.health]);
    case 'otherProvider':
      return new Set(fromOther(viewer.service, { social: COORDINATION, health: COORDINATION }, given, day));
    case 'export':
      return new Set(['busy', 'taskClass']);
    case 'socialService':
      return new Set([
        ...(viewer.decides ? (['impairment'] as const) : []),
        ...SHARED.social,
        'identity',
        ...fromOther('social', SHARED, given, day),
      ]);
  }
}

/** What the service learns of the other one with the client's consent. */
function fromOther(
  service: Service,
  told: Readonly<Record<Service, readonly FieldClass[]>>,
  given: readonly ConsentFacts[],
  day: IsoDay,
): readonly FieldClass[] {
  const [other, direction] =
    service === 'social' ? (['health', 'health_to_social'] as const) : (['social', 'social_to_health'] as const);
  return consents(given, direction, day) ? told[other] : [];
}
