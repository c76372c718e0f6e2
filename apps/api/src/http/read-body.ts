import type { Request } from 'express';
import { ProblemError } from './problem.js';

/** The raw body of a request, refused as soon as it exceeds `limit` bytes. */
export async function readBody(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.get('content-length') ?? 0) > limit) throw new ProblemError('request.too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new ProblemError('request.too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
