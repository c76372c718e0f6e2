import { useState, type FormEvent } from 'react';
import { useInvite } from '../api/accounts.js';
import { isLanguage, languageNames, languages } from '../text/language.js';
import { useTexts } from '../text/use-texts.js';
import { HandOver } from './hand-over.js';
import { Why } from './why.js';
import { useWords } from './words.js';

const ROLES = ['coordinator', 'manager', 'administrator', 'staff'] as const;
type Role = (typeof ROLES)[number];

/** Somebody new: an account whose password its owner chooses by a link. */
export function Invite() {
  const { say } = useWords();
  const { text, language: mine } = useTexts();
  const invite = useInvite();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('coordinator');
  const [staff, setStaff] = useState('');
  const [language, setLanguage] = useState(mine);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const of = role === 'staff' && staff.trim() !== '' ? { staff: staff.trim() } : {};
    invite.mutate({ email: email.trim(), role, language, ...of }, { onSuccess: () => setEmail('') });
  };
  return (
    <section className="panel">
      <h2>{say('invite')}</h2>
      <form className="one-line" onSubmit={submit} noValidate>
        <label className="field">
          <span>{say('email')}</span>
          <input type="email" value={email} maxLength={200} onChange={(event) => setEmail(event.target.value)} />
        </label>
        <label className="field">
          <span>{say('role')}</span>
          <select value={role} onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? role)}>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {text.role[one]}
              </option>
            ))}
          </select>
        </label>
        {role === 'staff' && (
          <label className="field">
            <span>{say('staffNumber')}</span>
            <input value={staff} maxLength={60} onChange={(event) => setStaff(event.target.value)} />
          </label>
        )}
        <label className="field">
          <span>{say('language')}</span>
          <select value={language} onChange={(event) => isLanguage(event.target.value) && setLanguage(event.target.value)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary" disabled={!email.includes('@') || invite.isPending}>
          {say('invite')}
        </button>
      </form>
      <Why failure={invite.error} />
      {invite.data && <HandOver link={invite.data} />}
    </section>
  );
}
