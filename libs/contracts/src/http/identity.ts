import { z } from 'zod';

/** Part of e-mail addresses after @. */
export const mailDomain = z
  .string()
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'a domain, as in example.org');

/** PUT /api/v1/identity-provider: the organisation's own log-in (OpenID Connect) for the addresses of its domain. */
export const identityProviderOrder = z.object({
  domain: mailDomain,
  issuer: z.url({ protocol: /^https?$/ }).max(300),
  clientId: z.string().min(1).max(200),
  /** Never answered; absent: the one that is kept. */
  clientSecret: z.string().min(1).max(500).optional(),
});

/** GET /api/v1/identity-provider */
export const identityProviderView = z.object({
  settings: z.object({ domain: z.string(), issuer: z.string(), clientId: z.string() }).nullable(),
  /** The address to register with the organisation's log-in. */
  redirectPath: z.string(),
});

export const identityStartQuery = z.object({ domain: mailDomain });

export type IdentityProviderOrder = z.output<typeof identityProviderOrder>;
export type IdentityProviderView = z.infer<typeof identityProviderView>;
