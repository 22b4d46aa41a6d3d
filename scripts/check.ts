// `npm run check`: runs every script of package.json named `check:…` and says nothing, or what those that fail said.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly code: number;
  readonly output: string;
}

const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const checks = Object.entries(manifest.scripts).filter(([name]) => name.startsWith('check:'));
const steps = await Promise.all(checks.map(([name, command]) => run(name, command)));
for (const { name, output } of steps.filter(({ code }) => code !== 0)) {
  process.exitCode = 1;
  console.error(`${output.trimEnd()}\nnpm run ${name} failed\n`);
}

/** npm puts node_modules/.bin on the path of `npm run check`, and with it on the path of every step. */
function run(name: string, command: string): Promise<Step> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ name, code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
