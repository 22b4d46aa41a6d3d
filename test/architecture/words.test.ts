// The words of version 0.1.0 that terms of the field have replaced, and where one may still stand; and one meaning a name.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Source, sourceAt, sourcesBelow, withoutComments } from './sources.ts';

/** Words that stand nowhere, neither in prose nor within names. */
const WORDS = `
  whats wish wishes recall recalled believed archive launch landed lands sighted refusal refusals
  ledger books announcement announcements announced arrivals news bell errand rounds departure
  departures depart leaving upkeep sweep presented asking seal sealed beside shelf kept handed stretch
  room patience richest misbehave sketch resident told tells trouble grants following`
  .trim()
  .split(/\s+/);

/** Names that nothing has: as words they are plain English, or a term of the field somewhere. */
const NAMES = `
  what flight land remember held scope expiry endOf refuse refusalOf reach note arrived follow workOff
  tell ring safetyNet lookAfter look walk visit pace linkWatch linked broken place opaque personal
  wholeOrCut streamed inLine pulse consume ask heard`
  .trim()
  .split(/\s+/);

/** Names of files that are no nouns. */
const FILES = ['listed', 'single', 'covered', 'recent', 'consume', 'side-by-side', 'ask', 'misbehave', 'held', 'edges'];

/** Where one of them may stand all the same. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // process_resident_memory_bytes, a metric of Prometheus.
  'docs/operating.md': ['resident'],
  // The versions of the schema never change.
  'src/store/tables/migrations.ts': ['sealed', 'grants', 'kept', 'room', 'what', 'scope', 'pulse', 'linked', 'leaving'],
  // RFC 6749, section 3.3.
  'src/accesslink/oauth.ts': ['scope'],
  // `visit` of the package graphql.
  'src/server/graphql/incremental/whole-documents.ts': ['visit'],
  'src/server/graphql/prepared-operation.ts': ['visit'],
  'src/server/graphql/price/documents.ts': ['visit'],
  // The file that a link names.
  'src/server/files/file-handler.ts': ['linked'],
  'src/server/files/file-links.ts': ['linked'],
  // Sports: a sport, and minutes for a kilometre.
  'src/simulator/data/day-plan.ts': ['walk'],
  'src/simulator/data/exercise.ts': ['walk'],
  'src/simulator/data/minutes.ts': ['walk'],
  'src/simulator/data/track.ts': ['walk', 'pace'],
};

const FOLDERS = ['src', 'schema', 'docs', 'codegen', 'lint', 'scripts'];

/** Every word of a text, those within names too. */
function wordsOf(text: string): Set<string> {
  const parted = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
  return new Set(parted.toLowerCase().match(/[a-z]+/g));
}

/** Every name in code, without comments and texts. */
function namesOf(code: string): Set<string> {
  const bare = withoutComments(code).replaceAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, "''");
  return new Set(bare.match(/\b[A-Za-z_$][\w$]*/g)?.map((name) => name[0]?.toLowerCase() + name.slice(1)));
}

function findings({ path, text }: Source): string[] {
  const words = wordsOf(text);
  const names = path.endsWith('.ts') ? namesOf(text) : new Set<string>();
  const found = [...WORDS.filter((word) => words.has(word)), ...NAMES.filter((name) => names.has(name))];
  return found.filter((word) => !ALLOWED[path]?.includes(word)).map((word) => `${path}: ${word}`);
}

const sources = [
  ...FOLDERS.flatMap((folder) => sourcesBelow(folder, ['.ts', '.graphql', '.md'])),
  sourceAt('README.md'),
  sourceAt('.env.example'),
].filter(({ path }) => !path.startsWith('docs/accesslink/'));

describe('the words', () => {
  it('of version 0.1.0 are replaced', () => {
    expect(sources.length).toBeGreaterThan(350);
    expect(sources.flatMap(findings)).toEqual([]);
  });

  it.each([
    ['const wishFor = 1;', 'wish'],
    ['// It was told.', 'told'],
    ['export interface Flight {}', 'flight'],
    ['function f(what: string) {}', 'what'],
  ])('are found: %s', (text, word) => {
    expect(findings({ path: 'src/a.ts', text })).toEqual([`src/a.ts: ${word}`]);
  });

  it('that are allowed somewhere stand there', () => {
    const stale = Object.entries(ALLOWED).flatMap(([path, words]) => {
      const { text } = sourceAt(path);
      const found = new Set([...wordsOf(text), ...namesOf(text)]);
      return words.filter((word) => !found.has(word)).map((word) => `${path}: ${word}`);
    });
    expect(stale).toEqual([]);
  });

  it('of files are nouns', () => {
    expect(sources.map(({ path }) => path).filter((path) => FILES.includes(basename(path, '.ts')))).toEqual([]);
  });
});

describe('an exported type', () => {
  const DECLARED = /^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm;
  const filesByName = ({ path, text }: Source) => [...text.matchAll(DECLARED)].map(([, name = '']) => ({ name, path }));

  it('has a name that no other file declares', () => {
    const declared = sourcesBelow('src').flatMap(filesByName);
    expect(declared.length).toBeGreaterThan(300);
    const twice = [...Map.groupBy(declared, ({ name }) => name).values()].filter(({ length }) => length > 1);
    expect(twice.map((files) => files.map(({ name, path }) => `${path}: ${name}`))).toEqual([]);
  });
});
