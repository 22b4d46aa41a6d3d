// What somebody finds who takes the files of a store: database, log, and whatever else lies in the folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those of `texts` that are in some file of the folder, as they are. */
export function foundInFiles(dataDir: string, texts: readonly string[]): string[] {
  const bytes = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)));
  return texts.filter((text) => bytes.some((file) => file.includes(text)));
}
