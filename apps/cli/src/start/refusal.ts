/** Why the app was not started, in words for whoever typed the command. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';

  constructor(
    message: string,
    /** 2: something to be given differently; 1: a failure. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}
