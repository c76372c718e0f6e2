import { useEffect } from 'react';
import { Link, useAddress } from '../shell/navigation.js';
import { useTexts } from '../text/use-texts.js';
import { AccountsPage } from './accounts-page.js';
import { ClientDataPage } from './client-data-page.js';
import { OrganisationPage } from './organisation-page.js';
import { EmergencyReviews } from './emergency-reviews.js';
import { ProgramsPage } from './programs-page.js';
import { TrailPage } from './trail-page.js';
import { useWords } from './words.js';
import './accounts.css';

const PAGES = [
  { href: '/access', name: 'accounts', Page: AccountsPage },
  { href: '/access/programs', name: 'programs', Page: ProgramsPage },
  { href: '/access/organisation', name: 'organisation', Page: OrganisationPage },
  { href: '/access/emergencies', name: 'emergency', Page: EmergencyReviews },
  { href: '/access/trail', name: 'trail', Page: TrailPage },
  { href: '/access/client-data', name: 'clientData', Page: ClientDataPage },
] as const;

/** Whether an address is one of these pages. */
export const isAccessPath = (pathname: string): boolean => PAGES.some(({ href }) => href === pathname);

/** The administrator's pages: who may come in, and who looked at what. */
export function AccessArea() {
  const { text } = useTexts();
  const { say } = useWords();
  const { pathname } = useAddress();
  const { name, Page } = PAGES.find(({ href }) => href === pathname) ?? PAGES[0];
  const title = say(name);
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [title, text]);
  return (
    <div className="accounts">
      <nav className="sub-pages" aria-label={say('access')}>
        {PAGES.map((page) => (
          <Link key={page.href} href={page.href} aria-current={page.name === name ? 'page' : undefined}>
            {say(page.name)}
          </Link>
        ))}
      </nav>
      <h1>{title}</h1>
      <Page />
    </div>
  );
}
