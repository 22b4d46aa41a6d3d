// Loaded before a built program by `scripts/compile.ts`: writes what V8 has compiled of it when it ends.
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const program = new URL('cached-program.js', pathToFileURL(process.argv[1] ?? ''));
const { writeCode } = (await import(program.href)) as { readonly writeCode: () => void };

process.once('exit', () => {
  // Code is valid for the flags with which it was made: the program has set these since it was loaded.
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--semi-space-growth-factor=1');
  writeCode();
});
