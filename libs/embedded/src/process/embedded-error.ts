/** Why a server beside the programs could not be started. */
export type EmbeddedErrorCode =
  'embedded.no-binaries' | 'embedded.data-in-use' | 'embedded.data-version' | 'embedded.start-failed';

/** A server beside the programs could not be started; the message says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';

  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
  ) {
    super(message);
  }
}
