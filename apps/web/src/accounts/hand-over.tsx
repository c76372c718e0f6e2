import type { PasswordLink } from '#contracts';
import { useTexts } from '../text/use-texts.js';
import { useWords } from './words.js';

/** A link to hand over, and to whom. */
type HandedLink = PasswordLink & { readonly email: string };

/** A link by which somebody chooses a password, to be handed over by other means. */
export function HandOver({ link: { email, path, expiresAt } }: { readonly link: HandedLink }) {
  const { say } = useWords();
  const { format } = useTexts();
  const address = location.origin + path;
  return (
    <div className="hand-over" role="status">
      <p>{say('handOver', { email, until: format.moment(expiresAt) })}</p>
      <p className="actions">
        <code>{address}</code>
        <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(address)}>
          {say('copy')}
        </button>
      </p>
    </div>
  );
}
