import { useEffect } from 'react';
import { useSession } from './api/session.js';
import { DataPage } from './data/data-page.js';
import { RulesPage } from './rules/rules-page.js';
import { ExceptionsPage } from './exceptions/exceptions-page.js';
import { AccountPage } from './ledger/account-page.js';
import { ClientPage } from './clients/client-page.js';
import { ClientsPage } from './clients/clients-page.js';
import { StaffListPage } from './staff/staff-list-page.js';
import { StaffPage } from './staff/staff-page.js';
import { ClocksPage } from './clocks/clocks-page.js';
import { AccessArea, isAccessPath } from './accounts/access-area.js';
import { EmergencyPage } from './accounts/emergency-page.js';
import { OwnAccount } from './accounts/own-account.js';
import { BillingPage } from './billing/billing-page.js';
import { PayrollPage } from './billing/payroll-page.js';
import { GrowthPage } from './growth/growth-page.js';
import { QualityPage } from './quality/quality-page.js';
import { LedgerPage } from './ledger/ledger-page.js';
import { ImportPage } from './import/import-page.js';
import { ClientWeekPage } from './phone/client-week-page.js';
import { DoorSheetPage } from './phone/door-sheet-page.js';
import { PhoneApp } from './phone/phone-app.js';
import { MorningPage } from './morning/morning-page.js';
import { ComparePage } from './plan/compare-page.js';
import { PlanPage } from './plan/plan-page.js';
import { PlansPage } from './plan/plans-page.js';
import { WorkPage } from './work/work-page.js';
import { PasswordPage } from './session/password-page.js';
import { LogInPage } from './session/log-in-page.js';
import { Header } from './shell/header.js';
import { Link, navigate, useAddress } from './shell/navigation.js';
import { Failed, Waiting } from './shell/states.js';
import { useTexts } from './text/use-texts.js';

const weekPath = /^\/week\/([\w-]{20,100})$/;

/** The whole page: the address, then who is there, decides what shows. */
export function App() {
  const { pathname, hash } = useAddress();
  const secret = weekPath.exec(pathname)?.[1];
  if (secret !== undefined) return <ClientWeekPage secret={secret} />;
  if (pathname === '/door') return <DoorSheetPage secret={hash.slice(1)} />;
  if (pathname === '/password') return <PasswordPage />;
  return pathname === '/my' || pathname.startsWith('/my/') ? <PhoneApp /> : <OfficeApp />;
}

function OfficeApp() {
  const session = useSession();
  const { suggestLanguage } = useTexts();
  const theirs = session.data?.language;
  useEffect(() => {
    if (theirs) suggestLanguage(theirs);
  }, [theirs, suggestLanguage]);

  if (session.isPending) return <Waiting rows={1} kind="page" />;
  if (session.isError) {
    return (
      <main className="page narrow">
        <Failed failure={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === null) return <LogInPage />;
  if (session.data.role === 'staff') return <ToPhone />;
  return (
    <>
      <Header session={session.data} />
      <main className="page" id="content" tabIndex={-1}>
        <Area administers={session.data.role === 'administrator'} />
      </main>
    </>
  );
}

const accountPath = /^\/ledger\/accounts\/([0-9a-f-]{36})$/;
const clientPath = /^\/clients\/([^/]+)$/;
const staffPath = /^\/staff\/([^/]+)$/;
const planPath = /^\/plans\/([0-9a-f-]{36})$/;
const comparePath = /^\/plans\/([0-9a-f-]{36})\/compare$/;

function Area({ administers }: { readonly administers: boolean }) {
  const { pathname } = useAddress();
  const plan = planPath.exec(pathname)?.[1];
  if (plan) return <PlanPage key={plan} id={plan} />;
  const account = accountPath.exec(pathname)?.[1];
  if (account) return <AccountPage key={account} account={account} />;
  const client = clientPath.exec(pathname)?.[1];
  if (client) return <ClientPage key={client} id={decodeURIComponent(client)} />;
  const member = staffPath.exec(pathname)?.[1];
  if (member) return <StaffPage key={member} id={decodeURIComponent(member)} />;
  const compared = comparePath.exec(pathname)?.[1];
  if (compared) return <ComparePage key={compared} id={compared} />;
  if (pathname === '/') return <PlansPage />;
  if (pathname === '/clients') return <ClientsPage />;
  if (pathname === '/staff') return <StaffListPage />;
  if (pathname === '/clocks') return <ClocksPage />;
  if (pathname === '/rules') return <RulesPage />;
  if (pathname === '/data') return <DataPage />;
  if (pathname === '/import') return <ImportPage />;
  if (pathname === '/ledger') return <LedgerPage />;
  if (pathname === '/ledger/billing') return <BillingPage />;
  if (pathname === '/ledger/hours') return <PayrollPage />;
  if (pathname === '/ledger/quality') return <QualityPage />;
  if (pathname === '/ledger/growth') return <GrowthPage />;
  if (pathname === '/ledger/exceptions') return <ExceptionsPage />;
  if (pathname === '/morning') return <MorningPage />;
  if (pathname === '/work') return <WorkPage />;
  if (pathname === '/account') return <OwnAccount />;
  if (pathname === '/emergency') return <EmergencyPage />;
  if (administers && isAccessPath(pathname)) return <AccessArea />;
  return <MissingPage />;
}

/** Those who visit have pages of their own. */
function ToPhone() {
  useEffect(() => navigate('/my', 'replace'), []);
  return <Waiting rows={1} kind="page" />;
}

function MissingPage() {
  const { text } = useTexts();
  return (
    <div className="narrow">
      <h1>{text.app.missingTitle}</h1>
      <p>{text.app.missingText}</p>
      <Link className="button primary" href="/">
        {text.app.toPlans}
      </Link>
    </div>
  );
}
