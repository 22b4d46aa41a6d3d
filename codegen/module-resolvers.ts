// Writes what is made of every module of src/domain, so that none is forgotten: src/generated/module-resolvers.ts has their
// resolvers, src/generated/module-nodes.ts how their objects are read again by a global id.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const DOMAIN = new URL('../src/domain/', import.meta.url);
const GENERATED = new URL('../src/generated/', import.meta.url);
const RESOLVERS = /^export const (\w+Resolvers): Resolvers\b/gm;
const NODES = /^export const (\w+Nodes) =/gm;

const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/resolvers.ts'))
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, DOMAIN), 'utf8') }));
const exportsOf = (pattern: RegExp) =>
  files.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, name = '']) => ({ file, name })));
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(new URL(name, GENERATED), `${lines.join('\n')}\n`);

write(
  'module-resolvers.ts',
  exportsOf(RESOLVERS).map(({ file, name }) => `export { ${name} } from '../domain/${file}';`),
);

const nodes = exportsOf(NODES);
write('module-nodes.ts', [
  ...nodes.map(({ file, name }) => `import { ${name} } from '../domain/${file}';`),
  '',
  '/** How objects of each type are read again by the keys of their global ids. */',
  'export const moduleNodes = {',
  ...nodes.map(({ name }) => `  ...${name},`),
  '};',
]);
