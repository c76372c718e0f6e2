import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  clientWeekView,
  secretLinkMade,
  secretLinkView,
  weekLinkOrder,
  type ClientWeekView,
  type SecretLinkMade,
  type SecretLinkView,
} from '#contracts';
import { calendarFeed, type Account } from '#planning';
import { addDays, dayOf } from '#time';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE, STAFF } from '../access/roles.js';
import { AnswersFile } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { AnswersSecret } from '../idempotency/keyed-writes.interceptor.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { newToken, tokenHash } from '../session/session-cookie.js';
import { memberOf } from './own-account.js';

const linkId = { schema: z.uuid() };
const secret = { schema: z.string().min(20).max(100) };

/** Days a calendar reaches back, so that what was is not taken away at once. */
const CALENDAR_DAYS_BACK = 14;
/** A client's week: today and the six days after. */
const WEEK_DAYS = 6;

/** Addresses that show one thing without a log-in, until they are revoked. */
@ApiTags('secret links')
@Controller('api/v1')
export class SecretLinksController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  /** The address is answered once; only its hash is kept. */
  @Post('my/calendar-links')
  @For(...STAFF)
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ standardSchema: secretLinkMade })
  async makeCalendar(@CurrentAccount() account: Account): Promise<SecretLinkMade> {
    const { staffId } = memberOf(account);
    return this.make(account, { kind: 'calendar', staffId }, (token) => `/api/v1/calendars/${token}.ics`);
  }

  @Get('my/calendar-links')
  @For(...STAFF)
  @ApiOkResponse({ standardSchema: z.array(secretLinkView) })
  calendars(@CurrentAccount() account: Account): Promise<readonly SecretLinkView[]> {
    return this.parts.secretLinks.list(account.providerId, memberOf(account));
  }

  @Delete('my/calendar-links/:id')
  @For(...STAFF)
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeCalendar(@Param('id', linkId) id: string, @CurrentAccount() account: Account): Promise<void> {
    return this.revoke(id, account, memberOf(account));
  }

  @Post('week-links')
  @For(...OFFICE)
  @HttpCode(200)
  @AnswersSecret()
  @ApiOkResponse({ standardSchema: secretLinkMade })
  makeWeek(
    @Body({ schema: weekLinkOrder }) { client }: z.output<typeof weekLinkOrder>,
    @CurrentAccount() account: Account,
  ): Promise<SecretLinkMade> {
    return this.make(account, { kind: 'week', client }, (token) => `/week/${token}`);
  }

  @Get('week-links')
  @For(...OFFICE)
  @ApiOkResponse({ standardSchema: z.array(secretLinkView) })
  weeks(@CurrentAccount() { providerId }: Account): Promise<readonly SecretLinkView[]> {
    return this.parts.secretLinks.list(providerId, 'weeks');
  }

  @Delete('week-links/:id')
  @For(...OFFICE)
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeWeek(@Param('id', linkId) id: string, @CurrentAccount() account: Account): Promise<void> {
    return this.revoke(id, account, 'weeks');
  }

  /** A code for the client's door, read at check-in and check-out; it takes the place of the one before. */
  @Post('door-codes')
  @AnswersSecret()
  @For(...OFFICE)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: secretLinkMade })
  makeDoor(
    @Body({ schema: weekLinkOrder }) { client }: z.output<typeof weekLinkOrder>,
    @CurrentAccount() account: Account,
  ): Promise<SecretLinkMade> {
    // After the #: the browser sends that part nowhere.
    return this.make(account, { kind: 'door', client }, (token) => `/door#${token}`);
  }

  @Get('door-codes')
  @For(...OFFICE)
  @ApiOkResponse({ standardSchema: z.array(secretLinkView) })
  doors(@CurrentAccount() { providerId }: Account): Promise<readonly SecretLinkView[]> {
    return this.parts.secretLinks.list(providerId, 'doors');
  }

  @Delete('door-codes/:id')
  @For(...OFFICE)
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeDoor(@Param('id', linkId) id: string, @CurrentAccount() account: Account): Promise<void> {
    return this.revoke(id, account, 'doors');
  }

  /** A calendar program asks this without any log-in (RFC 5545). */
  @Get('calendars/:id.ics')
  @For('everybody')
  @AnswersFile('text/calendar; charset=utf-8')
  @Header('cache-control', 'no-store')
  async calendar(@Param('id', secret) token: string): Promise<string> {
    const from = addDays(this.today(), -CALENDAR_DAYS_BACK);
    const parts = await this.parts.secretLinks.calendar(tokenHash(token), from);
    if (parts === null) throw new ProblemError('request.not_found');
    return calendarFeed(parts, { uidOf, summary: 'Vizīte' });
  }

  /** The coming week of one client, for the family to look at and print. */
  @Get('weeks/:id')
  @For('everybody')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: clientWeekView })
  async week(@Param('id', secret) token: string): Promise<ClientWeekView> {
    const from = this.today();
    const week = await this.parts.secretLinks.week(tokenHash(token), from, addDays(from, WEEK_DAYS));
    if (week === null) throw new ProblemError('request.not_found');
    return week;
  }

  private async make(
    { id: createdBy, providerId }: Account,
    shows: Parameters<ApiParts['secretLinks']['make']>[1],
    pathOf: (token: string) => string,
  ): Promise<SecretLinkMade> {
    const token = newToken();
    const made = await this.parts.secretLinks.make({ providerId, createdBy, secretHash: tokenHash(token) }, shows);
    if (made === 'unknown_client') throw new ProblemError('request.not_found');
    return { id: made.id, path: pathOf(token) };
  }

  private async revoke(id: string, { providerId }: Account, of: Parameters<ApiParts['secretLinks']['revoke']>[2]): Promise<void> {
    if (!(await this.parts.secretLinks.revoke(providerId, id, of, this.parts.now()))) throw new ProblemError('request.not_found');
  }

  private today(): string {
    return dayOf(Math.floor(this.parts.now().getTime() / 1000));
  }
}

/** Opaque and always the same: a visit's key would tell of its pattern. */
function uidOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
