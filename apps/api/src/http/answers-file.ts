import { applyDecorators, Header } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** Of a route that answers with a file of a media type, under a name where browsers are to store it. */
export function AnswersFile(type: string, name?: string) {
  const stored = name === undefined ? [] : [Header('content-disposition', `attachment; filename="${name}"`)];
  return applyDecorators(Header('content-type', type), ...stored, AnswersText(type.split(';', 1)[0]));
}

/** Says in the description of a route that it answers with text or bytes of a media type. */
export function AnswersText(type: string) {
  return ApiOkResponse({ content: { [type]: { schema: { type: 'string' } } } });
}
