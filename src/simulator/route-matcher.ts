// Matches a path against the routes.
import type { Route } from './route.ts';

/** A route, and the values of its placeholders. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The routes of a path, with or without a trailing slash, of any method. */
export function matchRoutes(routes: readonly Route[], path: string): readonly RouteMatch[] {
  const segments = path.replace(/\/$/, '').split('/');
  return routes.flatMap((route) => {
    const params = paramsOf(route.pattern.split('/'), segments);
    return params ? [{ route, params }] : [];
  });
}

function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== segment : !isAllowed(name, segment)) return null;
    if (name !== undefined) params[name] = segment;
  }
  return params;
}

function isAllowed(name: string, segment: string): boolean {
  return name === 'userId' ? /^\d+$/.test(segment) : segment !== '';
}
