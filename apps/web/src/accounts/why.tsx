import { ApiFailure } from '../api/client.js';
import type { accountTexts } from '../text/account-texts.js';
import { useWords } from './words.js';

interface WhyProps {
  readonly failure: unknown;
  /** What to say where nothing was found. */
  readonly missing?: keyof typeof accountTexts;
}

/** Why something was refused, read out; nothing while nothing was. */
export function Why({ failure, missing }: WhyProps) {
  const { say, why } = useWords();
  const isMissing = missing !== undefined && failure instanceof ApiFailure && failure.status === 404;
  return (
    <p className="form-error" role="alert">
      {isMissing ? say(missing) : failure ? why(failure) : null}
    </p>
  );
}
