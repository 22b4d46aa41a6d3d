// The cases of this folder, each instance with what its case has in common.
import { readdirSync, readFileSync } from 'node:fs';
import type { Case, CaseInstance } from '../support/scripted/case.ts';

export interface NamedCase {
  readonly name: string;
  /** Each with its title. */
  readonly instances: readonly (readonly [string, CaseInstance])[];
}

/** Every case by the name of its file, with the instances that are wanted; cases without any are left out. */
export function casesWith(isWanted: (instance: CaseInstance) => boolean): NamedCase[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const cases = files.map((file) => {
    const read = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case;
    const wanted = wholeInstances(read).filter(isWanted);
    return { name: file.replace('.json', '').replaceAll('-', ' '), instances: wanted.map(titled) };
  });
  return cases.filter(({ instances }) => instances.length > 0);
}

function wholeInstances({ shared, instances }: Case): CaseInstance[] {
  return instances.map((instance) => ({
    ...instance,
    replies: [...(shared?.replies ?? []), ...instance.replies],
    steps: [...(shared?.steps ?? []), ...instance.steps],
  }));
}

function titled(instance: CaseInstance): readonly [string, CaseInstance] {
  return [instance.strange, instance];
}
