import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { Issue } from '#contracts';
import { ProblemError } from './problem.js';

/** What a schema says of one thing; zod adds its own code to the standard's message and path. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
}

/** Checks bodies, parameters and queries against the schema named beside them; answers with every issue. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new ProblemError('request.invalid', issues.map(toIssue)),
  });
}

function toIssue(found: SchemaIssue): Issue {
  return {
    code: `request.${found.code ?? 'invalid'}`,
    path: (found.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    allowed: found.message,
    message: 'Correct this value and send the request again.',
  };
}
