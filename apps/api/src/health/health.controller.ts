import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { For } from '../access/for.js';
import { API_PARTS, type ApiParts } from '../parts.js';

type Answer = 'ok' | 'away';
const answer = z.enum(['ok', 'away']);
const servers = z.object({ postgres: answer, redis: answer });

/** For whoever runs the program: is it up, and can it work? */
@ApiTags('health')
@Controller('health')
@For('everybody')
export class HealthController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('live')
  @ApiOkResponse({ standardSchema: z.object({ status: z.literal('ok') }) })
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 while Postgres or Redis does not answer. */
  @Get('ready')
  @ApiOkResponse({ standardSchema: servers })
  @ApiServiceUnavailableResponse({ standardSchema: servers })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readonly<Record<'postgres' | 'redis', Answer>>> {
    const [postgres, redis] = await Promise.all([answers(this.parts.ping()), answers(this.parts.queue.ping())]);
    response.status(postgres === 'ok' && redis === 'ok' ? 200 : 503);
    return { postgres, redis };
  }
}

function answers(question: Promise<unknown>): Promise<Answer> {
  return question.then(
    () => 'ok',
    () => 'away',
  );
}
