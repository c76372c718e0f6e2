import type { SessionView } from '#contracts';
import { useLogOut } from '../api/session.js';
import { accountTexts } from '../text/account-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Icon } from './icons.js';
import { LanguageSwitch } from './language-switch.js';
import { MainMenu } from './main-menu.js';
import { Link, useAddress } from './navigation.js';
import './header.css';

export function Header({ session }: { readonly session: SessionView }) {
  const { text, language } = useTexts();
  const { pathname } = useAddress();
  const logOut = useLogOut();
  const role = text.role[session.role];
  return (
    <header className="header">
      <a className="skip" href="#content">
        {text.app.skip}
      </a>
      <Link className="brand" href="/" aria-label={`${text.app.name}: ${text.app.plans}`}>
        <Icon name="mark" />
        <span>{text.app.name}</span>
      </Link>
      <MainMenu session={session} />
      <p className="who">
        <strong>{session.providerName}</strong>
        <Link href="/account" title={accountTexts.own[language]} aria-current={pathname === '/account' ? 'page' : undefined}>
          {session.email} · {role}
        </Link>
      </p>
      <LanguageSwitch />
      <button type="button" className="button quiet" onClick={() => logOut.mutate()} disabled={logOut.isPending}>
        {text.app.logOut}
      </button>
    </header>
  );
}
