// `npm run build`: the program in dist/, or in the folder that is named.
import { bundle } from './bundle.ts';
import { compile } from './compile.ts';

const folder = process.argv[2] ?? 'dist';
await bundle(folder);
await compile(folder);
