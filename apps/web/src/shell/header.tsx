import type { SessionView } from '#contracts';
import { useLogOut } from '../api/session.js';
import { morningWords } from '../text/morning-texts.js';
import { replanWords } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Icon } from './icons.js';
import { LanguageSwitch } from './language-switch.js';
import { Link, useAddress } from './navigation.js';
import './header.css';

export function Header({ session }: { readonly session: SessionView }) {
  const { text, language } = useTexts();
  const { pathname } = useAddress();
  const logOut = useLogOut();
  const role = text.role[session.role];
  const manages = session.role === 'manager' || session.role === 'administrator';
  return (
    <header className="header">
      <a className="skip" href="#content">
        {text.app.skip}
      </a>
      <Link className="brand" href="/" aria-label={`${text.app.name}: ${text.app.plans}`}>
        <Icon name="mark" />
        <span>{text.app.name}</span>
      </Link>
      <nav aria-label={text.app.menu}>
        <Link href="/" aria-current={pathname === '/' ? 'page' : pathname.startsWith('/plans') ? 'true' : undefined}>
          {text.app.plans}
        </Link>
        <Link href="/morning" aria-current={pathname === '/morning' ? 'page' : undefined}>
          {morningWords.title[language]}
        </Link>
        <Link href="/work" aria-current={pathname === '/work' ? 'page' : undefined}>
          {replanWords.work[language]}
        </Link>
        <Link href="/import" aria-current={pathname === '/import' ? 'page' : undefined}>
          {text.app.import}
        </Link>
        {manages && (
          <Link
            href="/ledger"
            aria-current={pathname === '/ledger' ? 'page' : pathname.startsWith('/ledger/') ? 'true' : undefined}
          >
            {text.app.ledger}
          </Link>
        )}
      </nav>
      <p className="who">
        <strong>{session.providerName}</strong>
        <span>
          {session.email} · {role}
        </span>
      </p>
      <LanguageSwitch />
      <button type="button" className="button quiet" onClick={() => logOut.mutate()} disabled={logOut.isPending}>
        {text.app.logOut}
      </button>
    </header>
  );
}
