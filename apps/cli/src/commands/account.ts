import { Option, type Command } from 'commander';
import { readConfig } from '#config';
import type { Persistence } from '#persistence';
import type { Account } from '#planning';
import { accountText, addAccount, emailAddress } from '../accounts.js';
import { databaseFailure, openStores } from '../stores.js';

const ROLES = ['coordinator', 'manager', 'administrator', 'staff'] as const satisfies readonly Account['role'][];
const LANGUAGES = ['lv', 'en', 'ru'] as const satisfies readonly Account['language'][];

interface AddOptions {
  readonly provider: string;
  readonly email: string;
  readonly role: Account['role'];
  readonly language: Account['language'];
  readonly staff?: string;
}

/** Adds `account add`: somebody of a provider who can log in. Exits 0, 2 for wrong input, 1 for a failure. */
export function addAccountCommand(program: Command): void {
  const account = program.command('account').summary('let somebody of a provider log in');
  account
    .command('add')
    .summary('make an account and print its password once')
    .description(
      'Makes an account with a password of its own, printed once: only a hash of it is kept.\nWrites to DATABASE_URL, or to the embedded server of DATA_DIR, also while `npm start` runs.',
    )
    .requiredOption('--provider <code>', "the provider's code, as in its file")
    .requiredOption('--email <address>', 'e-mail address to log in with', emailAddress)
    .addOption(new Option('--role <role>', 'what the person is to the provider').choices(ROLES).default('coordinator'))
    .option('--staff <id>', "of a staff account: the staff member's id in the provider's file")
    .addOption(new Option('--language <language>', 'language of the app').choices(LANGUAGES).default('lv'))
    .action(async (options: AddOptions) => {
      process.exitCode = await add(options);
    });
}

async function add(options: AddOptions): Promise<0 | 1 | 2> {
  const config = readConfig();
  if (!config.ok) return said(2, config.issues.map((issue) => issue.message).join('\n'));
  try {
    const stores = await openStores(config.value);
    try {
      return await addTo(stores.persistence, options);
    } finally {
      await stores.close();
    }
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure === undefined) throw error;
    return said(1, failure);
  }
}

async function addTo({ providers, accounts }: Persistence, { provider, staff, ...person }: AddOptions): Promise<0 | 2> {
  const known = await providers.list();
  const found = known.find(({ code }) => code === provider);
  if (!found) {
    const codes = known.map(({ code }) => code).join(', ');
    return said(2, `There is no provider ${provider}; ${codes === '' ? 'none is imported yet' : `there is ${codes}`}.`);
  }
  if (await accounts.findByEmail(person.email)) return said(2, 'This address has an account already; name another.');
  if ((staff === undefined) === (person.role === 'staff'))
    return said(2, 'A staff account names its staff member with --staff, and no other does.');
  const staffId = staff === undefined ? null : await accounts.findStaff(found.id, staff);
  if (staff !== undefined && staffId === null) return said(2, `There is no staff member ${staff} at ${provider}.`);
  process.stdout.write(accountText(await addAccount(accounts, { providerId: found.id, staffId, ...person })));
  return 0;
}

function said<Code extends 1 | 2>(exitCode: Code, message: string): Code {
  process.stderr.write(`${message}\n`);
  return exitCode;
}
