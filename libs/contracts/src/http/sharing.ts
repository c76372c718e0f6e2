import { z } from 'zod';
import { externalId } from '../provider-file/fields.js';

/**
 * POST /api/v1/shared-clients: another provider cares for the same client. Without a key one is made, to be handed to the
 * other provider by a person; with its key the two are one client. Times are exchanged only with the client's consent.
 */
export const sharingOrder = z.object({ client: externalId, key: z.uuid().optional() });

/** A client shared under a key; the provider's own id. */
export const sharedClientView = z.object({ client: externalId, key: z.uuid() });

export type SharingOrder = z.output<typeof sharingOrder>;
export type SharedClientView = z.infer<typeof sharedClientView>;
