import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from '#contracts';
import { type DeclaredRoute, declaredRoutes } from '../access/declared-routes.js';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  parameters?: Json[];
  responses: Record<string, Json>;
  security?: Json[];
}

const PROBLEM = { description: 'Why not (RFC 9457)', content: { 'application/problem+json': { schema: ref('Problem') } } };
const KEY = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description: 'Sent again under the same key within a day, a write is done once and answered alike.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
};

/** OpenAPI 3.1 of every route, made from the schemas that check requests and from what the routes declare. */
export function apiDocument(app: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Apgaita')
    .setDescription('Plans of visits for social and health care at home')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('apgaita_session', { type: 'apiKey', in: 'cookie', name: 'apgaita_session' }, 'person')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'program')
    .build();
  const document = upgraded(SwaggerModule.createDocument(app, about)) as OpenAPIObject;
  document.components = {
    ...document.components,
    schemas: { Problem: z.toJSONSchema(problem, { io: 'output' }) as never },
  };
  for (const route of declaredRoutes(app)) {
    const item = document.paths[route.path.replace(/:(\w+)/g, '{$1}')] as unknown as Record<string, Operation> | undefined;
    const operation = item?.[route.method.toLowerCase()];
    if (operation) complete(operation, route);
  }
  return document;
}

function complete(operation: Operation, { method, callers = [], scope }: DeclaredRoute): void {
  const open = callers.some((one) => one === 'everybody');
  operation.security = open ? [] : [{ person: [] }, ...(scope === undefined ? [] : [{ program: [] }])];
  operation.responses['default'] = PROBLEM;
  if (method !== 'GET' && !open) operation.parameters = [...(operation.parameters ?? []), KEY];
}

/** The framework writes schemas as OpenAPI 3.0 has them; 3.1 speaks JSON Schema 2020-12, where null is a type. */
function upgraded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(upgraded);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, upgraded(one)]));
  for (const bound of ['Minimum', 'Maximum'] as const) {
    const [plain, exclusive] = [bound.toLowerCase(), `exclusive${bound}`];
    if (rest[exclusive] === true) Object.assign(rest, { [exclusive]: rest[plain], [plain]: undefined });
  }
  return nullable === true ? orNull(rest) : rest;
}

function orNull(schema: Readonly<Record<string, unknown>>): unknown {
  const { type, enum: values, ...rest } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { type: [type, 'null'], ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }), ...rest };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
