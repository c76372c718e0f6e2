import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Callers, FOR } from './for.js';

/** A route as its controller declares it; `callers` is undefined where nobody said who may call it. */
export interface DeclaredRoute {
  readonly method: string;
  /** With parameters as `:id`. */
  readonly path: string;
  readonly callers: Callers | undefined;
}

/** Every route of every controller, by path, then method. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [...controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype) : []));
  return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

/** @throws Error naming every route for which nothing says who may call it. */
export function demandDeclared(app: INestApplicationContext): void {
  const open = declaredRoutes(app).filter(({ callers }) => callers === undefined);
  if (open.length === 0) return;
  throw new Error(`say with @For who may call ${open.map(({ method, path }) => `${method} ${path}`).join(', ')}`);
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
    found.push({ method: RequestMethod[method], path: pathOf(parts), callers });
  }
  return found;
}

function pathOf(parts: readonly string[]): string {
  return `/${parts.flatMap((part) => part.split('/').filter((step) => step !== '')).join('/')}`;
}
