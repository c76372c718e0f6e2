import { Body, Controller, Get, HttpCode, Inject, Param, Post, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import {
  candidatesView,
  editedView,
  editingView,
  judgeOrder,
  moveOrder,
  pinOrder,
  remediesView,
  undoOrder,
  verdictView,
} from '#contracts';
import type {
  CandidatesView,
  EditedView,
  EditingView,
  JudgeOrder,
  MoveOrder,
  PinOrder,
  RemediesView,
  UndoOrder,
  VerdictView,
} from '#contracts';
import { applyMoves, candidatesFor, judgeMove, remediesFor, setPin, turnEdit, viewEditing } from '#planning';
import type { Account, EditContext, EditOutcome, OpenPlan } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { OFFICE } from '../access/roles.js';
import { AnswersText } from '../http/answers-file.js';
import { ProblemError } from '../http/problem.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { liveEdits } from './live-edits.js';
import { OpenDesks } from './open-desks.js';
import { editRefusal, moveIssues } from './refusals.js';

const planId = { schema: z.uuid() };
const visitKey = { schema: z.string().min(1).max(200) };

/** Advice on a plan, and editing a draft by hand: verdicts, who can take a visit, what would serve one left out, pins, undoing. */
@ApiTags('advice')
@For(...OFFICE)
@Controller('api/v1/plans/:id')
export class AdviceController {
  constructor(
    @Inject(API_PARTS) private readonly parts: ApiParts,
    private readonly desks: OpenDesks,
  ) {}

  @Get('editing')
  @ApiOkResponse({ standardSchema: editingView })
  async editing(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<EditingView> {
    return viewEditing(this.desks.parts, await this.open(id, account), account.id);
  }

  @Post('moves/judge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: verdictView })
  async judge(
    @Param('id', planId) id: string,
    @Body({ schema: judgeOrder }) order: JudgeOrder,
    @CurrentAccount() account: Account,
  ): Promise<VerdictView> {
    const outcome = await judgeMove(await this.open(id, account), order, this.context(account));
    if (!outcome.ok) throw new ProblemError('request.invalid', moveIssues(outcome.issues));
    return outcome.view;
  }

  @Post('moves')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: editedView })
  async move(
    @Param('id', planId) id: string,
    @Body({ schema: moveOrder }) order: MoveOrder,
    @CurrentAccount() account: Account,
  ): Promise<EditedView> {
    const open = await this.open(id, account);
    return this.edited(await applyMoves(this.desks.parts, open, { order, context: this.context(account) }), account);
  }

  @Get('visits/:key/candidates')
  @ApiOkResponse({ standardSchema: candidatesView })
  async candidates(
    @Param('id', planId) id: string,
    @Param('key', visitKey) key: string,
    @CurrentAccount() account: Account,
  ): Promise<CandidatesView> {
    return found(await candidatesFor(this.desks.parts, await this.open(id, account), key, this.parts.ruleWords));
  }

  @Get('unserved/:key/remedies')
  @ApiOkResponse({ standardSchema: remediesView })
  async remedies(
    @Param('id', planId) id: string,
    @Param('key', visitKey) key: string,
    @CurrentAccount() account: Account,
  ): Promise<RemediesView> {
    return found(await remediesFor(this.desks.parts, await this.open(id, account), key));
  }

  @Post('pins')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: editedView })
  async pin(
    @Param('id', planId) id: string,
    @Body({ schema: pinOrder }) order: PinOrder,
    @CurrentAccount() account: Account,
  ): Promise<EditedView> {
    const open = await this.open(id, account);
    return this.edited(await setPin(this.desks.parts, open, { order, context: this.context(account) }), account);
  }

  @Post('undo')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: editedView })
  undo(
    @Param('id', planId) id: string,
    @Body({ schema: undoOrder }) order: UndoOrder,
    @CurrentAccount() account: Account,
  ): Promise<EditedView> {
    return this.turn('undo', id, { order, account });
  }

  @Post('redo')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: editedView })
  redo(
    @Param('id', planId) id: string,
    @Body({ schema: undoOrder }) order: UndoOrder,
    @CurrentAccount() account: Account,
  ): Promise<EditedView> {
    return this.turn('redo', id, { order, account });
  }

  /** Server-sent events `edited`: the revision whenever somebody has edited the plan, with who and which visits; the first tells how it stands. */
  @Sse('live')
  @AnswersText('text/event-stream')
  async live(@Param('id', planId) id: string, @CurrentAccount() account: Account): Promise<Observable<MessageEvent>> {
    const { providerId } = account;
    found(await this.parts.planEdits.version(providerId, id));
    return liveEdits(this.parts.planEdits, providerId, id);
  }

  private async turn(
    way: 'undo' | 'redo',
    id: string,
    { order, account }: { readonly order: UndoOrder; readonly account: Account },
  ): Promise<EditedView> {
    const open = await this.open(id, account);
    return this.edited(await turnEdit(this.desks.parts, open, { way, revision: order.revision, actor: account.id }), account);
  }

  private async open(id: string, { providerId }: Account): Promise<OpenPlan> {
    return found(await this.desks.plans.of(providerId, id));
  }

  private context({ id: actor }: Account): EditContext {
    return { actor, words: this.parts.ruleWords, now: Math.floor(this.parts.now().getTime() / 1000) };
  }

  private async edited(outcome: EditOutcome, account: Account): Promise<EditedView> {
    if (outcome.status === 'stored') return { revision: outcome.revision, verdict: outcome.view };
    throw await editRefusal(this.parts.planEdits, account.providerId, outcome);
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw new ProblemError('request.not_found');
  return value;
}
