// Writes src/generated/module-resolvers.ts: the resolvers of every module of src/domain, so that none is forgotten.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const DOMAIN = new URL('../src/domain/', import.meta.url);
const TARGET = new URL('../src/generated/module-resolvers.ts', import.meta.url);
const RESOLVERS = /^export const (\w+Resolvers): Resolvers\b/gm;

const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('/resolvers.ts'),
);
const lines = files.sort().flatMap((file) => {
  const names = [...readFileSync(new URL(file, DOMAIN), 'utf8').matchAll(RESOLVERS)].map(([, name]) => name ?? '');
  return names.map((name) => `export { ${name} } from '../domain/${file}';`);
});
writeFileSync(TARGET, `${lines.join('\n')}\n`);
