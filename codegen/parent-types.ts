// What the resolvers of a type are given: the exported type `…Parent` of src/domain with the type's name before it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOMAIN = new URL('../src/domain/', import.meta.url);
const PARENT = /^export (?:type|interface) (\w+)Parent\b/gm;

/** Mappers for graphql-codegen: the name of a type of the graph, and file and name of its parent type. */
export function parentTypes(): Record<string, string> {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const entries = files.sort().flatMap((file) => {
    const names = [...readFileSync(new URL(file, DOMAIN), 'utf8').matchAll(PARENT)].map(([, name]) => name ?? '');
    return names.map((name) => [name, `${join('../domain', file)}#${name}Parent`]);
  });
  return Object.fromEntries(entries);
}
