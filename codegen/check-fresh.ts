// Fails when src/generated/ is not what `npm run codegen` writes. It runs in a copy: no file of the checkout changes.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEFT_OUT = ['node_modules', '.git', '.data', 'coverage'];

const copy = mkdtempSync(join(tmpdir(), 'codegen-'));
try {
  const complaint = regenerate();
  if (complaint) console.error(complaint);
  process.exitCode = complaint ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** What is wrong, or undefined. */
function regenerate(): string | undefined {
  for (const name of readdirSync(root).filter((entry) => !LEFT_OUT.includes(entry))) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  rmSync(join(copy, 'src/generated'), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'codegen'], { cwd: copy, encoding: 'utf8' });
  if (status !== 0) return `${stdout}${stderr}\nCannot check src/generated/: the codegen fails`;
  const names = difference(readGenerated(root), readGenerated(copy));
  return names.length > 0 ? `src/generated/ is not fresh, run npm run codegen:\n  ${names.join('\n  ')}` : undefined;
}

function readGenerated(base: string): Map<string, string> {
  const folder = join(base, 'src/generated');
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function difference(committed: Map<string, string>, fresh: Map<string, string>): string[] {
  const names = new Set([...committed.keys(), ...fresh.keys()]);
  return [...names].filter((name) => committed.get(name) !== fresh.get(name)).toSorted();
}
