import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hash } from 'argon2';
import { z } from 'zod';
import { accountChange, accountView, newAccount, passwordLink } from '#contracts';
import type { AccountChangeOrder, AccountView, NewAccountOrder, PasswordLink } from '#contracts';
import { StorageRefusal } from '#persistence';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { ProblemError } from '../http/problem.js';
import { AnswersSecret } from '../idempotency/keyed-writes.interceptor.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { newToken, tokenHash } from './session-cookie.js';

const accountId = { schema: z.uuid() };
/** Hours a link to choose a password is good for. */
const LINK_HOURS = 24;

/** Who can log in for the provider; its administrator hands links over, for the program sends no mail. */
@ApiTags('accounts')
@For('administrator')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: z.array(accountView) })
  async list(@CurrentAccount() { providerId }: Account): Promise<readonly AccountView[]> {
    const accounts = await this.parts.credentials.accounts(providerId);
    return accounts.map(({ id, email, role, language, professions, locked, secondFactor, usedAt, revision }) => ({
      ...{ id, email, role, language, locked, secondFactor, revision },
      professions: [...professions],
      usedAt: usedAt?.toISOString() ?? null,
    }));
  }

  /** An account whose password nobody knows, and the link by which its owner chooses one. */
  @Post()
  @HttpCode(201)
  @AnswersSecret()
  @ApiCreatedResponse({ standardSchema: passwordLink })
  async invite(@Body({ schema: newAccount }) order: NewAccountOrder, @CurrentAccount() by: Account): Promise<PasswordLink> {
    const { providerId } = by;
    const { email, role, language, staff } = order;
    const staffId = await this.staffOf(providerId, role, staff);
    try {
      const passwordHash = await hash(newToken());
      const { id } = await this.parts.accounts.create({ providerId, email, role, language, passwordHash, staffId });
      return await this.link(id, by);
    } catch (error) {
      if (error instanceof StorageRefusal && error.kind === 'duplicate') throw new ProblemError('account.taken');
      throw error;
    }
  }

  /** Another role, locked or open again; locking ends every session. Nobody changes their own: one administrator is left. */
  @Put(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(
    @Param('id', accountId) id: string,
    @Body({ schema: accountChange }) { role, staff, locked, revision }: AccountChangeOrder,
    @CurrentAccount() { providerId, id: by }: Account,
  ): Promise<void> {
    if (id === by) throw new ProblemError('account.own');
    const staffId = await this.staffOf(providerId, role, staff, id);
    const change = { role, staffId, locked, revision, by, now: this.parts.now() };
    const outcome = await this.parts.credentials.change({ providerId, accountId: id }, change);
    if (outcome === 'unknown') throw new ProblemError('request.not_found');
    if (outcome === 'stale') throw new ProblemError('account.changed');
  }

  /** For somebody who has lost their phone and their recovery codes. */
  @Delete(':id/second-factor')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeFactor(@Param('id', accountId) id: string, @CurrentAccount() { providerId, id: by }: Account): Promise<void> {
    await this.demandKnown(providerId, id);
    await this.parts.credentials.setSecondFactor({ providerId, accountId: id }, null, by);
  }

  /** For somebody who has forgotten the password; earlier links of theirs are good no more. */
  @Post(':id/password-link')
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ standardSchema: passwordLink })
  async link(@Param('id', accountId) id: string, @CurrentAccount() { providerId, id: by }: Account): Promise<PasswordLink> {
    const secret = newToken();
    const expiresAt = new Date(this.parts.now().getTime() + LINK_HOURS * 3600_000);
    const link = { tokenHash: tokenHash(secret), expiresAt, by };
    if (!(await this.parts.credentials.makeLink({ providerId, accountId: id }, link)))
      throw new ProblemError('request.not_found');
    // What follows # never reaches a server's log.
    return { path: `/password#${secret}`, expiresAt: expiresAt.toISOString() };
  }

  /** Ends every log-in of an account, on every device. */
  @Delete(':id/sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSessions(@Param('id', accountId) id: string, @CurrentAccount() { providerId }: Account): Promise<void> {
    await this.demandKnown(providerId, id);
    await this.parts.credentials.endSessions({ providerId, accountId: id }, { except: null });
  }

  private async demandKnown(providerId: string, id: string): Promise<void> {
    const known = (await this.parts.credentials.accounts(providerId)).some((account) => account.id === id);
    if (!known) throw new ProblemError('request.not_found');
  }

  /** The staff member of a staff account, null for others. @throws ProblemError where role and staff member do not go together */
  private async staffOf(providerId: string, role: string, staff: string | undefined, of?: string): Promise<string | null> {
    if (role === 'staff' && staff === undefined && of !== undefined) {
      // Whose it was stays whose it is.
      const account = (await this.parts.credentials.accounts(providerId)).find(({ id }) => id === of);
      if (account === undefined) throw new ProblemError('request.not_found');
      if (account.staffId !== null) return account.staffId;
    }
    const staffId = staff === undefined ? null : await this.parts.accounts.findStaff(providerId, staff);
    if ((role === 'staff') !== (staffId !== null)) throw new ProblemError('request.invalid', [unknownStaff(staff)]);
    return staffId;
  }
}

function unknownStaff(staff: string | undefined) {
  const allowed = 'an id among the staff for a staff account, nothing for others';
  return {
    code: 'reference.unknown',
    path: 'staff',
    value: staff ?? '',
    allowed,
    message: 'Correct it and send the request again.',
  };
}
