import { z } from 'zod';
import { externalId } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });
const role = z.enum(['coordinator', 'manager', 'administrator', 'staff', 'integration']);
const language = z.enum(['lv', 'en', 'ru']);
/** The six digits an authenticator shows. */
const code = z.string().regex(/^\d{6}$/, 'six digits');

/** GET /api/v1/accounts: who can log in for the provider. */
export const accountView = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  language,
  /** Professions of the staff member whose account it is, the main one first. */
  professions: z.array(z.string()),
});

/** POST /api/v1/accounts: somebody new; `staff` is the provider's own id of the staff member whose account it is. */
export const newAccount = z.object({
  email: z.email().max(200),
  role: role.exclude(['integration']),
  language: language.default('lv'),
  staff: externalId.optional(),
});

/** A link by which a password is chosen once; `path` is an address below this server's own. */
export const passwordLink = z.object({ path: z.string(), expiresAt: instant });

/** POST /api/v1/session/password: the secret is what follows # in the link. */
export const passwordChoice = z.object({ secret: z.string().min(20).max(100), password: z.string().min(1).max(200) });

/** GET /api/v1/sessions: one's own log-ins that last. */
export const openSessionView = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: instant,
  expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});

/** POST /api/v1/session/second-factor: a new secret, to be confirmed by a first code. */
export const secondFactorOffer = z.object({ secret: z.string(), uri: z.string() });
export const secondFactorCode = z.object({ code });

export type AccountView = z.infer<typeof accountView>;
export type NewAccountOrder = z.output<typeof newAccount>;
export type PasswordLink = z.infer<typeof passwordLink>;
export type PasswordChoice = z.output<typeof passwordChoice>;
export type OpenSessionView = z.infer<typeof openSessionView>;
export type SecondFactorOffer = z.infer<typeof secondFactorOffer>;
export type SecondFactorCode = z.output<typeof secondFactorCode>;
