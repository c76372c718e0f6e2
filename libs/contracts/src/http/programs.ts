import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/** What a program may do; a route for programs names one of these. */
export const PROGRAM_SCOPES = ['imports.write', 'changes.write', 'ledger.read'] as const;
export const programScope = z.enum(PROGRAM_SCOPES);

/** POST /api/v1/program-tokens: a token for a program of the provider's. */
export const programTokenOrder = z.object({
  /** What the program is called here. */
  name: z.string().trim().min(1).max(80),
  scopes: z.array(programScope).min(1).max(PROGRAM_SCOPES.length),
  /** Days it is good for. */
  days: z.int().min(1).max(366).default(366),
});

/** The token is shown only now: a program sends it as `Authorization: Bearer`. */
export const programTokenMade = z.object({ id: z.uuid(), token: z.string(), expiresAt: instant });

/** GET /api/v1/program-tokens */
export const programTokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(programScope),
  createdAt: instant,
  expiresAt: instant,
  /** Last use, to within some minutes. */
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  /** Neither revoked nor run out. */
  usable: z.boolean(),
});

export type ProgramScope = z.infer<typeof programScope>;
export type ProgramTokenOrder = z.output<typeof programTokenOrder>;
export type ProgramTokenMade = z.infer<typeof programTokenMade>;
export type ProgramTokenView = z.infer<typeof programTokenView>;
