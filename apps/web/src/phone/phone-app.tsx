import { sessionView, type SessionView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ApiFailure, ask } from '../api/client.js';
import { sessionKey, useLogOut } from '../api/session.js';
import { EmergencyPage } from '../accounts/emergency-page.js';
import { OwnAccount } from '../accounts/own-account.js';
import { LogInPage } from '../session/log-in-page.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { Link, useAddress } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { ChangesPage } from './changes-page.js';
import { DayPage } from './day-page.js';
import { addDays, todayInRiga } from './days.js';
import { forget, readKept, writeKept } from './storage.js';
import { SyncLine } from './sync-line.js';
import { TimePage } from './time-page.js';
import { useMyDay, type Told } from './use-mine.js';
import { useOutbox, type Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';
import { VisitPage } from './visit-page.js';
import './phone.css';

/** Who is logged in; without a connection whoever was last. */
function useMe() {
  return useQuery<SessionView | null>({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      try {
        const me = await ask(sessionView, '/session', { signal });
        await writeKept('me', { value: me, at: Date.now() });
        return me;
      } catch (cause) {
        if (cause instanceof ApiFailure && cause.status === 401) return null;
        const kept = await readKept<SessionView>('me');
        if (kept === undefined) throw cause;
        return kept.value;
      }
    },
    networkMode: 'always',
    retry: false,
    staleTime: 60_000,
  });
}

/** The pages of those who visit, made for a phone in one hand. */
export function PhoneApp() {
  const me = useMe();
  const { suggestLanguage } = useTexts();
  const theirs = me.data?.language;
  useEffect(() => {
    if (theirs) suggestLanguage(theirs);
  }, [theirs, suggestLanguage]);
  useEffect(() => {
    if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js');
    void navigator.storage?.persist?.();
    void forget(addDays(todayInRiga(), -1));
  }, []);
  if (me.isPending) return <Waiting rows={3} kind="page" />;
  if (me.isError) {
    return (
      <main className="page narrow">
        <Failed failure={me.error} retry={() => void me.refetch()} />
      </main>
    );
  }
  if (me.data === null) return <LogInPage />;
  return <Phone me={me.data} />;
}

const visitPath = /^\/my\/visit\/(\d{4}-\d{2}-\d{2})\/(.+)$/;

function Phone({ me }: { readonly me: SessionView }) {
  const outbox = useOutbox(me.email);
  const { pathname, searchParams } = useAddress();
  const [, visitDay, key] = visitPath.exec(pathname) ?? [];
  const day = visitDay ?? searchParams.get('day') ?? todayInRiga();
  const mine = useMyDay(day);
  const show = (): ReactNode => {
    if (pathname === '/my/changes') return <ChangesPage outbox={outbox} account={me.email} />;
    if (pathname === '/my/time') return <TimePage outbox={outbox} account={me.email} />;
    if (pathname === '/my/account') return <OwnAccount />;
    if (pathname === '/my/emergency') return <EmergencyPage />;
    if (mine.isPending) return <Waiting rows={5} kind="plan" />;
    if (mine.isError && !mine.data) return <Failed failure={mine.error} retry={() => void mine.refetch()} />;
    const common = { day: mine.data.value, outbox, account: me.email };
    return key === undefined ? <DayPage {...common} /> : <VisitPage key={key} {...common} visit={decodeURIComponent(key)} />;
  };
  return (
    <div className="phone">
      <PhoneHead outbox={outbox} told={pathname.startsWith('/my/') && key === undefined ? undefined : mine.data} />
      <main id="content" tabIndex={-1}>
        {show()}
      </main>
      <PhoneTabs unanswered={mine.data?.value.unanswered ?? 0} />
    </div>
  );
}

function PhoneHead({ outbox, told }: { readonly outbox: Outbox; readonly told: Told<unknown> | undefined }) {
  const { text } = useTexts();
  const say = useSay();
  const logOut = useLogOut();
  // Without a connection nobody could log in again: what the phone remembers goes only once the server has let go.
  const leave = (): void => {
    if (!window.confirm(say('leave'))) return;
    void logOut.mutateAsync().then(
      () => forget(),
      () => window.alert(say('notLeft')),
    );
  };
  return (
    <header className="phone-head">
      <div className="phone-head-row">
        <LanguageSwitch />
        <Link className="button quiet" href="/my/account">
          {say('own')}
        </Link>
        <button type="button" className="button quiet" onClick={leave}>
          {text.app.logOut}
        </button>
      </div>
      <SyncLine outbox={outbox} told={told} />
    </header>
  );
}

function PhoneTabs({ unanswered }: { readonly unanswered: number }) {
  const say = useSay();
  const { pathname } = useAddress();
  const tabs = [
    { href: '/my', name: 'today', here: pathname === '/my' || pathname.startsWith('/my/visit') },
    { href: '/my/changes', name: 'changes', here: pathname === '/my/changes' },
    { href: '/my/time', name: 'time', here: pathname === '/my/time' },
  ] as const;
  return (
    <nav className="phone-tabs" aria-label={say('menu')}>
      {tabs.map(({ href, name, here }) => (
        <Link key={href} href={href} aria-current={here ? 'page' : undefined}>
          {say(name)}
          {name === 'changes' && unanswered > 0 && <span className="phone-count">{unanswered}</span>}
        </Link>
      ))}
    </nav>
  );
}
