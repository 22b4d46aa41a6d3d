// From the table of layers to overrides of the linter. A later override replaces an earlier one: each has its whole list.
import type { OxlintOverride } from 'oxlint';
import { timerBans } from './ambient.ts';
import { type Border, entries, folders, packages, pure } from './layers.ts';

/** How deep folders of src/ may be nested and still be watched. */
const DEPTHS = [1, 2, 3];

/** One override for each entry of src/ and depth below it, and one for each file that has a right of its own. */
export function layerOverrides(): OxlintOverride[] {
  const overrides = entries.flatMap((entry) =>
    entry.endsWith('.ts')
      ? [override(entry, `src/${entry}`, 0)]
      : DEPTHS.map((depth) => override(entry, `src/${entry}/${'*/'.repeat(depth - 1)}*.ts`, depth)),
  );
  const withRights = ['accesslink/pool.ts', 'accesslink/transport.ts'];
  return [...overrides, ...withRights.map((file) => override(file, `src/${file}`, 1))];
}

function override(importer: string, files: string, depth: number): OxlintOverride {
  const up = depth === 0 ? '\\./' : climb(depth);
  const patterns = [
    ...borderBans(importer, up),
    ...(importer === 'domain' && depth > 1 ? moduleBans(depth - 1) : []),
    ...(pure.includes(importer) ? pureBans() : []),
    ...(importer === 'simulator' ? simulatorBans('../'.repeat(depth)) : []),
  ];
  const paths = [...(importer === 'config.ts' ? [] : [environmentBan()]), ...timerBans(importer)];
  return { files: [files], rules: { 'no-restricted-imports': ['error', { paths, patterns }] } };
}

function climb(depth: number): string {
  return `(\\.\\./){${depth}}`;
}

function borderBans(importer: string, up: string) {
  const entry = importer.split('/')[0] ?? importer;
  const closed = ({ only }: Border) => !only.includes(entry) && !only.includes(importer);
  const foreign = ({ target }: Border) => !target.startsWith(`${entry}/`);
  return [
    ...packages.filter(closed).map(({ target, why }) => ({ regex: `^(${target})(/|$)`, message: why })),
    ...folders
      .filter((border) => closed(border) && foreign(border))
      .map(({ target, why, typesIn }) => ({
        regex: `^${up}${target}`,
        message: why,
        allowTypeImports: typesIn?.includes(entry) ?? false,
      })),
  ];
}

/** What modules share lies in graph/ and convert/. A group, since only a group can say "all but". */
function moduleBans(depth: number) {
  const up = '../'.repeat(depth);
  const alone = 'Modules of the domain do not know each other: resources.ts and resolvers.ts put them together.';
  const context = 'A module takes the types of the context: what runs comes to it as an argument.';
  return [
    { regex: `^${climb(depth)}((loaders|resources|resolvers)\\.ts$|\\.\\./domain/)`, message: alone },
    { regex: `^${climb(depth)}context\\.ts$`, message: context, allowTypeImports: true },
    {
      group: [
        `${up}*/*.ts`,
        `!${up}graph/*.ts`,
        `!${up}convert/*.ts`,
        `!${up}../*.ts`,
        `!${up}../*/*.ts`,
        `!${up}../*/*/*.ts`,
      ],
      message: alone,
    },
  ];
}

function pureBans() {
  return [{ regex: '^[^.]', message: 'Shared code is pure: it stands on no package and no module of Node.' }];
}

/** A group, since only a group can say "all but". */
function simulatorBans(up: string) {
  const message = 'The simulator shares no code with what it tests: nothing of ours but src/calendar.ts.';
  return [{ group: [`${up}*`, `!${up}calendar.ts`], message }];
}

function environmentBan() {
  return { name: 'node:process', importNames: ['env'], message: 'The environment is read in src/config.ts only.' };
}
