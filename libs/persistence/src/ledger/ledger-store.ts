import type { InvoiceLineView, InvoiceView } from '#contracts';
import type {
  BillingWanted,
  ClaimFacts,
  CreditOutcome,
  CreditWanted,
  IssuedInvoice,
  LabelledPayers,
  LedgerPeriod,
  LedgerReading,
  LedgerStore,
  LineDraft,
  LineLeft,
  PayerFacts,
} from '#planning';
import { dayOfDate } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { refusing } from '../database/refusal.js';
import type { LedgerLine } from '../generated/client.js';
import { readIssued } from './issued-invoice.js';
import { readInvoices, readLines, touching, writeInvoices } from './invoices.js';
import { readClaims } from './read-claims.js';
import { readAccounts, readClientAccounts } from './read-accounts.js';
import { readLedger, readOrders, readTariffs } from './read-ledger.js';

/**
 * The ledger in Postgres: three of its columns are derived whenever it is read, the fourth stands on invoices, which
 * triggers keep as they are.
 */
export class PostgresLedgerStore implements LedgerStore {
  constructor(private readonly database: Database) {}

  async read(providerId: string, period: LedgerPeriod, now: Date, account?: string): Promise<LedgerReading> {
    const wanted = { providerId, ...period, now, account };
    const orders = await readOrders(this.database.prisma, wanted);
    // One snapshot: a plan published meanwhile must not be half there.
    return this.database.prisma.$transaction((transaction) => readLedger(transaction, wanted, orders), {
      isolationLevel: 'RepeatableRead',
    });
  }

  async payers(providerId: string, account: string): Promise<PayerFacts | null> {
    return this.database.prisma.$transaction(async (transaction) => {
      const [found] = await readAccounts(transaction, providerId, account);
      if (found === undefined) return null;
      const { prices } = await readTariffs(transaction, providerId);
      return { account: found.account, relatives: found.relatives, prices };
    });
  }

  async clientPayers(providerId: string, client: string): Promise<readonly LabelledPayers[]> {
    return this.database.prisma.$transaction(async (transaction) => {
      const accounts = await readClientAccounts(transaction, providerId, client);
      const { prices } = await readTariffs(transaction, providerId);
      return accounts.map(({ account, relatives, label }) => ({ facts: { account, relatives, prices }, label }));
    });
  }

  claims(providerId: string, period: LedgerPeriod): Promise<ClaimFacts> {
    return this.database.prisma.$transaction((transaction) => readClaims(transaction, providerId, period));
  }

  async bill(
    wanted: BillingWanted,
    draft: Parameters<LedgerStore['bill']>[1],
    claim: Parameters<LedgerStore['bill']>[2],
  ): Promise<readonly InvoiceView[]> {
    const orders = await readOrders(this.database.prisma, wanted);
    return this.locked(wanted.providerId, async (transaction) => {
      const { facts } = await readLedger(transaction, wanted, orders);
      const drafts = draft(facts);
      if (!drafts.some(({ funder }) => funder === 'state')) return writeInvoices(transaction, wanted, drafts);
      const claims = await readClaims(transaction, wanted.providerId, wanted);
      const claimed = drafts.map((one) => (one.funder === 'state' ? claim(one, facts, claims) : one));
      return writeInvoices(transaction, wanted, claimed);
    });
  }

  credit(wanted: CreditWanted, judge: Parameters<LedgerStore['credit']>[1]): Promise<CreditOutcome> {
    return this.locked(wanted.providerId, (transaction) => creditIn(transaction, wanted, judge));
  }

  invoices(providerId: string, period: LedgerPeriod): Promise<readonly InvoiceView[]> {
    return readInvoices(this.database.prisma, touching(providerId, period));
  }

  issued(providerId: string, invoiceId: string): Promise<IssuedInvoice | null> {
    return readIssued(this.database.prisma, providerId, invoiceId);
  }

  lines(providerId: string, invoiceId: string): Promise<readonly InvoiceLineView[] | null> {
    return readLines(this.database.prisma, providerId, invoiceId);
  }

  private locked<T>(providerId: string, write: (transaction: Transaction) => Promise<T>): Promise<T> {
    return refusing(() =>
      this.database.prisma.$transaction(async (transaction) => {
        if (!(await lockProvider(transaction, providerId))) throw new Error(`there is no provider ${providerId}`);
        return write(transaction);
      }),
    );
  }
}

async function creditIn(
  transaction: Transaction,
  wanted: CreditWanted,
  judge: Parameters<LedgerStore['credit']>[1],
): Promise<CreditOutcome> {
  const { providerId, id, line: lineId, minutes, cents, cause, issuedBy } = wanted;
  const [given] = await readInvoices(transaction, { providerId, id });
  if (given) return { ok: true, invoice: given };
  const line = await transaction.ledgerLine.findFirst({
    where: { providerId, id: lineId, kind: 'billed', correctsId: null },
    include: { corrections: true, invoice: true },
  });
  const issues = judge(line && leftOf([line, ...line.corrections]));
  if (issues.length > 0 || !line?.invoice || line.visitId === null) return { ok: false, issues };
  const { funder, municipalityId, clientId } = line.invoice;
  const day = dayOfDate(line.date);
  const credit: LineDraft = {
    account: accountOf(line),
    ...{ visitId: line.visitId, date: day, priceId: line.priceId, minutes: -minutes, cents: -cents, corrects: line.id, cause },
  };
  const draft = { id, funder, payer: municipalityId ?? clientId, lines: [credit] };
  const [invoice] = await writeInvoices(transaction, { providerId, issuedBy, from: day, to: day }, [draft]);
  return { ok: true, invoice };
}

function accountOf({ decisionId, episodeId, clientId }: LedgerLine): LineDraft['account'] {
  if (decisionId !== null) return { kind: 'decision', id: decisionId, clientId };
  return episodeId === null ? { kind: 'private', id: clientId, clientId } : { kind: 'episode', id: episodeId, clientId };
}

function leftOf(lines: readonly LedgerLine[]): LineLeft {
  return {
    minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
    cents: lines.reduce((sum, { cents }) => sum + cents, 0),
  };
}
