import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

/*
 * A program of its own, for developers and tests: `node schema-difference.js postgres://...` prints the SQL that
 * would bring that database to prisma/schema.prisma, and nothing when they agree. It drives Prisma's own migration
 * engine, compiled to wasm, and ends the process itself because the engine keeps a timer for ten seconds.
 */
const SCHEMA = fileURLToPath(new URL('../../../../../prisma/schema.prisma', import.meta.url));
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

interface QueryResult {
  readonly fields: { dataTypeID: number }[];
}

/** The stock adapter refuses Postgres' internal "char" type, which the engine reads from the catalogue: show it as bpchar. */
function readingChars(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (): ReturnType<PrismaPg['connect']> => {
    const adapter = await factory.connect();
    const inner = adapter as unknown as { performIO(query: SqlQuery): Promise<QueryResult> };
    const performIO = inner.performIO.bind(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    let chars: number[] = [];
    inner.performIO = async (query) => {
      const result = await performIO(query);
      chars = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
      for (const index of chars) result.fields[index].dataTypeID = BPCHAR_OID;
      return result;
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}

/** Node has it; TypeScript keeps its type with the browser's. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>;
};

/** Loads the engine's wasm, which Node does not import by itself. */
async function loadEngine(): Promise<typeof glue.SchemaEngine> {
  const binary = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace('schema_engine.js', 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(binary), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

async function difference(databaseUrl: string): Promise<string> {
  const engineClass = await loadEngine();
  const files = [{ path: SCHEMA, content: await readFile(SCHEMA, 'utf8') }];
  const url = new URL(databaseUrl);
  const factory = new PrismaPg({
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  });
  const engine = await engineClass.new(
    { datamodels: [[SCHEMA, files[0].content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(readingChars(factory)),
  );
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? '';
}

const databaseUrl = process.argv[2];
if (!databaseUrl) {
  process.stderr.write('usage: schema-difference postgres://user@host:port/database\n');
  process.exit(2);
}
const script = await difference(databaseUrl);
process.stdout.write(script.includes('This is an empty migration') ? '' : script, () => process.exit(0));
