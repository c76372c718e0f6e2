import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from '../visitor.js';

type Content = Readonly<Record<string, { readonly schema?: object }>>;

/** A route as the document tells of it. */
export interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface ApiDescription {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: object;
}

/** Judges real answers by the OpenAPI document: status, media type, and the body by its JSON schema. */
export class AnswerJudge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly known = new Map<string, ValidateFunction>();

  constructor(private readonly document: ApiDescription) {
    (formats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: document.components });
  }

  of(route: string): Described {
    const [method, path] = route.split(' ');
    return this.document.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
  }

  /** What of an answer the document does not say; empty where it says all of it. */
  faults(route: string, { status, headers, body }: Answer): readonly string[] {
    const { responses } = this.of(route);
    const said = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined);
    if (said === undefined) return [`the status ${status} is not described`];
    // Who is led on reads no body.
    if (status >= 300 && status < 400) return headers.has('location') ? [] : ['it leads nowhere'];
    const type = (headers.get('content-type') ?? '').split(';', 1)[0];
    if (said.content === undefined) return body === '' ? [] : ['no body is described'];
    const schema = said.content[type]?.schema;
    if (schema === undefined) return [`the media type ${type || 'of nothing'} is not described`];
    if (typeof body === 'string') return [];
    const judge = this.judge(`${route} ${status} ${type}`, schema);
    return judge(body) ? [] : (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).slice(0, 5);
  }

  private judge(name: string, schema: object): ValidateFunction {
    const known = this.known.get(name);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const made = this.ajv.compile(JSON.parse(text) as object);
    this.known.set(name, made);
    return made;
  }
}
