/** What a keeper process is told to do, as JSON in its only argument. */
export interface KeeperOrder {
  readonly command: string;
  readonly args: readonly string[];
  /** Folder of the server; the state file `keeper.json` is written there. */
  readonly folder: string;
  /** Asks the server to end. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  /** Sent when the server has not ended 10 s later. */
  readonly killSignal: 'SIGQUIT' | 'SIGKILL';
  readonly env: Readonly<Record<string, string>>;
  /** User and group the server runs as, where they differ from the keeper's. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** Process ids of a running keeper and its server, kept in `keeper.json`. */
export interface KeeperState {
  readonly keeper: number;
  readonly server: number;
}

/** Name of the state file inside a server's folder. */
export const STATE_FILE = 'keeper.json';
