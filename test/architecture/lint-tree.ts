// Runs the linter with our rules over a tree made up for a test, in a folder of its own.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly advice: string;
}

interface Diagnostic {
  readonly message: string;
  /** Missing where the file is no TypeScript at all. */
  readonly code?: string;
  readonly filename: string;
  readonly help?: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the linter finds in `files`, path below src/ → text. */
export function lintTree(files: Readonly<Record<string, string>>): Finding[] {
  const tree = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    for (const name of ['oxlint.config.ts', 'lint', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, name), join(tree, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, 'src', path)), { recursive: true });
      writeFileSync(join(tree, 'src', path), text);
    }
    return lint(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function lint(tree: string): Finding[] {
  const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json', 'src'], {
    cwd: tree,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('{')) throw new Error(`Cannot lint: oxlint says ${run.stdout}${run.stderr}`);
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(run.stdout);
  if (run.status === 0 && diagnostics.length > 0) throw new Error('Cannot lint: oxlint finds faults and exits with 0');
  return diagnostics.map(({ message, code = message, filename, help, labels }) => ({
    rule: code.replace(/^[\w-]+\((.+)\)$/, '$1'),
    file: filename.replace(/^src\//, ''),
    line: labels[0]?.span.line ?? 0,
    advice: help ?? '',
  }));
}
