// `npm run bench`: measures the gateway, what its users would take in place of it, and references, and prints or writes the
// table of docs/bench.md. `--only <row>`, `--quick`, `--write`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.ts';
import { type Page, parsePage, printPage, printResults, withFindings } from './page/page.ts';
import { CORES, hasTaskset, moveTo } from './processes.ts';
import { MEASURES, type RowId } from './measures.ts';
import { ROW_IDS, ROWS } from './register.ts';
import type { Bench, Findings } from './row.ts';
import { startUpstream } from './upstream/client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const PAGE = join(root, 'docs/bench.md');
const SIZES = {
  full: { repeats: 3, seconds: 3, scale: 1 },
  quick: { repeats: 1, seconds: 1, scale: 0.25 },
};

process.chdir(root);
// What was started ends with this process, however that ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const options = readOptions(process.argv.slice(2), ROW_IDS);
prepare();
const pageBefore = parsePage(options.write && existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');
const page = await measureAll(pageBefore);
if (!options.write) process.stdout.write(`\n${printResults(page)}`);

/** Installs the peers, builds the program, and leaves the core of the servers. */
function prepare(): void {
  if (!hasPeers()) installPeers();
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  if (!hasTaskset()) note('taskset is missing, or there is one core: processes run where the kernel puts them');
  moveTo(CORES.load);
}

/** By a copy of the lock that was installed, which is made when all is there. */
function hasPeers(): boolean {
  const installed = join(here, 'node_modules/.installed-lock.json');
  return existsSync(installed) && readFileSync(installed).equals(readFileSync(join(here, 'package-lock.json')));
}

/** Where they cannot be installed, the rows that need them say that they do not start. */
function installPeers(): void {
  note('installing what the gateway is compared with');
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: [...stdio] });
    copyFileSync(join(here, 'package-lock.json'), join(here, 'node_modules/.installed-lock.json'));
  } catch (failure) {
    note(`it could not be installed: ${String(failure)}`);
  }
}

async function measureAll(before: Page): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'accesslink-bench-'));
  const size = options.quick ? SIZES.quick : SIZES.full;
  const upstream = await startUpstream();
  const bench: Bench = { upstream, folder, note, ...size };
  const ids = options.only.length === 0 ? ROW_IDS : ROW_IDS.filter((id) => options.only.includes(id));
  let after = before;
  try {
    for (const row of ids) {
      after = withFindings(after, { row, ...(await measure(row, bench)) }, versions());
      // After each, so that a run that is ended early has written what it found.
      if (options.write) writeFileSync(PAGE, printPage(after));
    }
  } finally {
    await upstream.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return after;
}

/** What fails says so in its lines, and the others are measured all the same. */
async function measure(id: RowId, bench: Bench): Promise<Findings> {
  note(`measuring ${id}`);
  try {
    const findings = await ROWS[id](bench);
    for (const [measure, figure] of Object.entries(findings.figures)) {
      note(`  ${measure}: ${typeof figure === 'string' ? figure : figure.text}`);
    }
    return findings;
  } catch (failure) {
    note(`  ${failure instanceof Error ? failure.stack : String(failure)}`);
    const [reason = ''] = String(failure).split('\n');
    const concerned = Object.entries(MEASURES).filter(([, { row }]) => row === id);
    return { figures: Object.fromEntries(concerned.map(([name]) => [name, `failed: ${reason.slice(0, 200)}`])) };
  }
}

function versions(): { readonly date: string; readonly version: string } {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const size = options.quick ? ', quick' : '';
  return { date: new Date().toISOString().slice(0, 10), version: `${commit}, Node ${process.versions.node}${size}` };
}

function note(words: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
}
