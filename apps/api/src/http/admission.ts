import type { NextFunction, Request, Response } from 'express';
import { refuseAsUnavailable } from './problem.js';

/** How many may be at work at once, and how long others wait for their turn. */
export interface AdmissionLimits {
  readonly atOnce: number;
  readonly patienceMs: number;
}

/** Streams stay open on purpose; whoever asks whether the program is well wants to know it now. */
const LET_THROUGH = /^\/(?!api\/)|\/(?:events|live)$|^\/api\/docs/;

/**
 * Lets so many requests in at a time; the others wait in line. On a machine that has more to do than it can, whoever has
 * waited too long is told to ask again later, and nothing is done for those who have given up: so what is answered is answered
 * in time, instead of everything too late.
 */
export function admission({ atOnce, patienceMs }: AdmissionLimits) {
  const line = new Set<() => void>();
  let inside = 0;
  const enter = (response: Response, next: NextFunction): void => {
    inside++;
    response.once('close', () => {
      inside--;
      for (const first of line) return first();
    });
    next();
  };
  return (request: Request, response: Response, next: NextFunction): void => {
    if (LET_THROUGH.test(request.path)) return next();
    if (inside < atOnce) return enter(response, next);
    const leave = (): void => {
      clearTimeout(timer);
      line.delete(turn);
    };
    const turn = (): void => {
      leave();
      response.off('close', leave);
      enter(response, next);
    };
    const timer = setTimeout(() => {
      leave();
      refuseAsUnavailable(response);
    }, patienceMs);
    response.once('close', leave);
    line.add(turn);
  };
}
