// The program as it is, or with a line of its source changed: a defence that is taken out of a process of its own.
import { type Program, startProgram } from '../../server/process.ts';

/** A change of one file of src/, which must have the text once. */
export interface SourceChange {
  /** How the path of the file ends. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const CHANGER = `
import { registerHooks } from 'node:module';
const { file, from, to } = JSON.parse(process.env.SOURCE_CHANGE);
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(file)) return loaded;
    const parts = String(loaded.source).split(from);
    if (parts.length !== 2) throw new Error('Cannot change ' + file + ': it has ' + (parts.length - 1) + ' times ' + from);
    return { ...loaded, source: parts.join(to) };
  },
});`;

/** Starts src/main.ts with these variables and this change. */
export function startChangedProgram(variables: Readonly<Record<string, string>>, change: SourceChange | null): Program {
  if (!change) return startProgram(variables);
  const changer = `data:text/javascript,${encodeURIComponent(CHANGER)}`;
  const hooks = { NODE_OPTIONS: `--import ${JSON.stringify(changer)}`, SOURCE_CHANGE: JSON.stringify(change) };
  return startProgram({ ...variables, ...hooks });
}
