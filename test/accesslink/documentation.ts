// The reads of a user's data as AccessLink describes them, taken from the description itself.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Window {
  readonly maxAgeDays?: number;
  readonly maxRangeDays?: number;
  readonly defaultDays?: number;
  readonly basis?: string;
}

/** One documented form of a read: an operation, or each variant of one. */
export interface Documented {
  readonly name: string;
  /** With placeholders in braces. */
  readonly path: string;
  readonly query: readonly string[];
  readonly window: Window | undefined;
  readonly afterRegistration: boolean;
  /** The documented body; undefined where none is shown. */
  readonly example: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly { readonly $ref?: string; readonly in?: string; readonly name?: string }[];
  readonly responses: { readonly 200?: { readonly content?: { readonly 'application/json'?: { example?: unknown } } } };
  readonly 'x-window'?: Window;
  readonly 'x-after-registration'?: boolean;
  readonly 'x-variants'?: readonly { readonly name: string; readonly path: string; readonly window: Window }[];
}

interface Description {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
  readonly components: {
    readonly parameters?: Readonly<Record<string, { readonly in?: string; readonly name?: string }>>;
  };
}

const folder = new URL('../../docs/accesslink/', import.meta.url);
const descriptions = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): Description => parse(readFileSync(new URL(name, folder), 'utf8')));

/** Transactions, files, requests of the partner, and the consent page: no reads of a user's data. */
const OTHER = /transaction|\/(fit|tcx|gpx)$|notifications|webhooks|oauth2/;

export const documentedReads: readonly Documented[] = descriptions.flatMap((description) =>
  Object.entries(description.paths)
    .filter(([path]) => !OTHER.test(path))
    .flatMap(([path, { get }]) => (get ? formsOf(path, get, description) : [])),
);

function formsOf(path: string, operation: Operation, { components }: Description): Documented[] {
  const parameters = (operation.parameters ?? []).map((parameter) => {
    const name = parameter.$ref?.split('/').at(-1);
    return name === undefined ? parameter : components.parameters?.[name];
  });
  const variants = operation['x-variants'] ?? [{ name: operation.operationId, path, window: operation['x-window'] }];
  return variants.map((variant) => ({
    ...variant,
    query: parameters.flatMap((parameter) => (parameter?.in === 'query' && parameter.name ? [parameter.name] : [])),
    afterRegistration: operation['x-after-registration'] ?? false,
    example: operation.responses[200]?.content?.['application/json']?.example,
  }));
}
