/** Everything kept about one client, as rows by table. */
export interface ClientExport {
  readonly clientId: string;
  readonly lists: Readonly<Record<string, readonly object[]>>;
}

/** Brings together what is kept about a client, for the client (GDPR, article 15). */
export interface ClientExports {
  /** By the provider's own id; null when there is none. */
  exportOf(providerId: string, client: string): Promise<ClientExport | null>;
}
