import type { SessionView } from '#contracts';
import { useEmergencies } from '../api/accounts.js';
import { useClocks } from '../api/clients.js';
import { useWorkItems } from '../api/replans.js';
import { menuWords } from '../text/menu-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Link, useAddress } from './navigation.js';

type Word = keyof typeof menuWords;

interface Entry {
  readonly href: string;
  readonly word: Word;
  /** Also shown as here on addresses that begin so. */
  readonly under?: string;
  readonly count?: number;
}

interface Group {
  readonly word: Word;
  readonly entries: readonly Entry[];
}

/** The pages, grouped by the work they belong to; a group opens below its name. */
export function MainMenu({ session }: { readonly session: SessionView }) {
  const { text, language } = useTexts();
  const { pathname } = useAddress();
  const groups = useGroups(session.role);
  return (
    <nav aria-label={text.app.menu} className="main-menu">
      {groups.map(({ word, entries }) => (
        <ul key={word} aria-label={menuWords[word][language]}>
          {entries.map(({ href, word: name, under, count = 0 }) => {
            const below = under !== undefined && pathname !== href && pathname.startsWith(under);
            return (
              <li key={href}>
                <Link href={href} aria-current={pathname === href ? 'page' : below ? 'true' : undefined}>
                  {menuWords[name][language]}
                  {count > 0 && <Count n={count} />}
                </Link>
              </li>
            );
          })}
        </ul>
      ))}
    </nav>
  );
}

/** How much waits there; said to a screen reader as part of the link. */
function Count({ n }: { readonly n: number }) {
  const { format } = useTexts();
  return <span className="menu-count">{format.number(n)}</span>;
}

function useGroups(role: SessionView['role']): readonly Group[] {
  const clocks = useClocks();
  const work = useWorkItems();
  const due = clocks.data?.filter(({ state }) => state === 'overdue').length ?? 0;
  const manages = role === 'manager' || role === 'administrator';
  const administers = role === 'administrator';
  const toReview = useEmergencies(administers).data?.filter(({ review }) => review === null).length ?? 0;
  const overdue = work.data?.filter((item) => item.overdue).length ?? 0;
  return [
    {
      word: 'planning',
      entries: [
        { href: '/', word: 'plans', under: '/plans' },
        { href: '/morning', word: 'morning' },
        { href: '/work', word: 'work', count: overdue },
        { href: '/clocks', word: 'clocks', count: due },
      ],
    },
    {
      word: 'people',
      entries: [
        { href: '/clients', word: 'clients', under: '/clients/' },
        { href: '/staff', word: 'staff', under: '/staff/' },
      ],
    },
    ...(manages ? [{ word: 'money', entries: [{ href: '/ledger', word: 'ledger', under: '/ledger/' }] } satisfies Group] : []),
    {
      word: 'house',
      entries: [
        { href: '/rules', word: 'rules' },
        { href: '/data', word: 'data' },
        { href: '/import', word: 'import' },
        ...(administers ? [{ href: '/access', word: 'access', under: '/access/', count: toReview } satisfies Entry] : []),
      ],
    },
  ];
}
