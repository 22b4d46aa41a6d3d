// `npm run build`: the program in dist/, or in the folder that is named.
import { bundle } from './bundle.ts';

await bundle(process.argv[2] ?? 'dist');
