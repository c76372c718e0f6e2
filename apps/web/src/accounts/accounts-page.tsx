import type { AccountView } from '#contracts';
import { useAccounts, useChangeAccount, useEndOfAccount, usePasswordLink } from '../api/accounts.js';
import { useSession } from '../api/session.js';
import { Failed, Waiting } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { HandOver } from './hand-over.js';
import { Invite } from './invite.js';
import { Why } from './why.js';
import { useWords } from './words.js';

const OFFICE_ROLES = ['coordinator', 'manager', 'administrator'] as const;

/** Everybody who can log in: inviting, roles, locks, log-ins and links to choose a password. */
export function AccountsPage() {
  const { say } = useWords();
  const { text } = useTexts();
  const accounts = useAccounts();
  const change = useChangeAccount();
  const end = useEndOfAccount();
  const link = usePasswordLink();
  const acts = { change, end, link };
  return (
    <>
      <Invite />
      <Why failure={change.error ?? end.error ?? link.error} />
      {link.data && <HandOver link={link.data} />}
      {accounts.isPending && <Waiting rows={6} kind="plan" />}
      {accounts.isError && !accounts.data && <Failed failure={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data && (
        <div className="wide-table" role="region" aria-label={say('accounts')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('email')}</th>
                <th scope="col">{say('role')}</th>
                <th scope="col">{say('state')}</th>
                <th scope="col">{say('used')}</th>
                <th>
                  <span className="unseen">{text.app.menu}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.data.map((account) => (
                <Row key={account.id} account={account} acts={acts} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface Acts {
  readonly change: ReturnType<typeof useChangeAccount>;
  readonly end: ReturnType<typeof useEndOfAccount>;
  readonly link: ReturnType<typeof usePasswordLink>;
}

function Row({ account, acts }: { readonly account: AccountView; readonly acts: Acts }) {
  const { say } = useWords();
  const { format } = useTexts();
  const own = useSession().data?.email === account.email;
  const { email, locked, secondFactor, usedAt } = account;
  return (
    <tr className={locked ? 'is-locked' : undefined}>
      <th scope="row">
        {email} {own && <span className="soft">({say('yours')})</span>}
      </th>
      <td>
        <RoleChoice account={account} change={acts.change} own={own} />
      </td>
      <td>
        {say(locked ? 'locked' : 'open')}
        {secondFactor && <span className="soft"> · {say('withFactor')}</span>}
      </td>
      <td>{usedAt === null ? <span className="soft">{say('never')}</span> : format.moment(usedAt)}</td>
      <td className="actions">{!own && <RowActs account={account} acts={acts} />}</td>
    </tr>
  );
}

function RowActs({ account: { id, email, role, locked, secondFactor, usedAt, revision }, acts }: Parameters<typeof Row>[0]) {
  const { say } = useWords();
  if (role === 'integration') return null;
  return (
    <>
      <button type="button" className="button quiet" onClick={() => acts.change.mutate({ id, role, locked: !locked, revision })}>
        {say(locked ? 'unlock' : 'lock')}
      </button>
      {!locked && (
        <button type="button" className="button quiet" onClick={() => acts.link.mutate({ id, email })}>
          {say('newLink')}
        </button>
      )}
      {usedAt !== null && (
        <button type="button" className="button quiet" onClick={() => acts.end.mutate({ id, what: 'sessions' })}>
          {say('endAll')}
        </button>
      )}
      {secondFactor && (
        <button type="button" className="button quiet" onClick={() => acts.end.mutate({ id, what: 'second-factor' })}>
          {say('removeFactor')}
        </button>
      )}
    </>
  );
}

interface RoleChoiceProps {
  readonly account: AccountView;
  readonly change: Acts['change'];
  readonly own: boolean;
}

/** Those of the office change roles; whose account is a staff member's stays it. */
function RoleChoice({ account: { id, email, role, locked, revision }, change, own }: RoleChoiceProps) {
  const { text } = useTexts();
  const { say } = useWords();
  if (own || role === 'staff' || role === 'integration') return text.role[role];
  return (
    <select
      aria-label={`${say('role')}: ${email}`}
      value={role}
      onChange={(event) => {
        const next = OFFICE_ROLES.find((one) => one === event.target.value);
        if (next) change.mutate({ id, role: next, locked, revision });
      }}
    >
      {OFFICE_ROLES.map((one) => (
        <option key={one} value={one}>
          {text.role[one]}
        </option>
      ))}
    </select>
  );
}
