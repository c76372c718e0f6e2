import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Callers, FOR } from './for.js';
import { SCOPE } from './programs.js';

/** A route as its controller declares it; `callers` is undefined where nobody said who may call it. */
export interface DeclaredRoute {
  readonly method: string;
  /** With parameters as `:id`. */
  readonly path: string;
  readonly callers: Callers | undefined;
  /** What a program's token must allow; undefined where nothing says. */
  readonly scope: string | undefined;
}

/** Every route of every controller, by path, then method. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [...controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
  return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

/** @throws Error naming every route for which nothing says who may call it, or that is for programs without a scope. */
export function demandDeclared(app: INestApplicationContext): void {
  const routes = declaredRoutes(app);
  const named = (some: readonly DeclaredRoute[]) => some.map(({ method, path }) => `${method} ${path}`).join(', ');
  const open = routes.filter(({ callers }) => callers === undefined);
  if (open.length > 0) throw new Error(`say with @For who may call ${named(open)}`);
  const unscoped = routes.filter(({ callers, scope }) => callers?.some((one) => one === 'integration') && scope === undefined);
  if (unscoped.length > 0) throw new Error(`say with @Scope what a token must allow for ${named(unscoped)}`);
}

function routesOf(controller: object & { readonly prototype?: unknown }): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  const found: DeclaredRoute[] = [];
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const handler = prototype[name];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) continue;
    const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
    const callers = (Reflect.getMetadata(FOR, handler) ?? Reflect.getMetadata(FOR, controller)) as Callers | undefined;
    const scope = (Reflect.getMetadata(SCOPE, handler) ?? Reflect.getMetadata(SCOPE, controller)) as string | undefined;
    found.push({ method: RequestMethod[method], path: pathOf(parts), callers, scope });
  }
  return found;
}

function pathOf(parts: readonly string[]): string {
  return `/${parts.flatMap((part) => part.split('/').filter((step) => step !== '')).join('/')}`;
}
