import { z } from 'zod';
import { externalId } from '../provider-file/fields.js';

const instant = z.iso.datetime({ offset: true });
const role = z.enum(['coordinator', 'manager', 'administrator', 'staff', 'integration']);
const language = z.enum(['lv', 'en', 'ru']);
/** The six digits an authenticator shows, or a recovery code in their place. */
export const logInCode = z.string().regex(/^(?:\d{6}|[a-z2-7]{4}(?:-[a-z2-7]{4}){2})$/, 'six digits, or a recovery code');

/** GET /api/v1/accounts: who can log in for the provider. */
export const accountView = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  language,
  /** Professions of the staff member whose account it is, the main one first. */
  professions: z.array(z.string()),
  locked: z.boolean(),
  secondFactor: z.boolean(),
  /** When somebody last used it, to within some minutes; null while nobody is logged in. */
  usedAt: instant.nullable(),
  /** To be said when it is changed. */
  revision: z.int(),
});

/** PUT /api/v1/accounts/:id: what it is from now on; refused when it was changed since the revision that was seen. */
export const accountChange = z.object({
  role: role.exclude(['integration']),
  staff: externalId.optional(),
  locked: z.boolean(),
  revision: z.int().min(0),
});

/** POST /api/v1/session/password-change: one's own. */
export const passwordChange = z.object({ current: z.string().min(1).max(200), password: z.string().min(1).max(200) });

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
  /** Last use, to within some minutes. */
  usedAt: instant,
  expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});

/** POST /api/v1/session/second-factor: a new secret, to be confirmed by a first code. */
export const secondFactorOffer = z.object({ secret: z.string(), uri: z.string() });
export const secondFactorCode = z.object({ code: logInCode });
/** GET /api/v1/session/second-factor */
export const secondFactorView = z.object({ confirmed: z.boolean(), recoveryCodes: z.int() });
/** Each good once in place of a code; shown only now. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });

export type AccountView = z.infer<typeof accountView>;
export type NewAccountOrder = z.output<typeof newAccount>;
export type AccountChangeOrder = z.output<typeof accountChange>;
export type PasswordChange = z.output<typeof passwordChange>;
export type SecondFactorView = z.infer<typeof secondFactorView>;
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export type PasswordLink = z.infer<typeof passwordLink>;
export type PasswordChoice = z.output<typeof passwordChoice>;
export type OpenSessionView = z.infer<typeof openSessionView>;
export type SecondFactorOffer = z.infer<typeof secondFactorOffer>;
export type SecondFactorCode = z.output<typeof secondFactorCode>;
