// The most calls to AccessLink that an operation may send, from its document, its variables and the day: as if nothing were held.
import type { GraphQLSchema } from 'graphql';
import type { SelectingOperation } from '../../selection.ts';
import { fieldRules } from './field-reads.ts';
import { type FieldArgs, type SelectedField, selectedFields } from './field-tree.ts';
import { withDefaults } from '../unfolded-fields.ts';
import { nodesOf } from './node-reads.ts';
import { callsOf, type SomeDates, type ReadStage } from './reads.ts';
import { type NightReads, type PricedFor, createSituation, type Situation } from './situation.ts';

/** Both as if nothing were held; null for imports, of which AccessLink does not say beforehand how many items wait. */
export interface CallPrice {
  /** Whatever AccessLink refuses, denies, or does not have. */
  readonly maximumCalls: number | null;
  /** When AccessLink has everything that is asked for, and refuses nothing. */
  readonly ordinaryCalls: number | null;
}

/** Prices an operation whose document is known, for variables and a caller. */
export type PriceCalls = (variables: FieldArgs, pricedFor: PricedFor) => CallPrice;

/** Remembers nothing: only plans are priced, and what an operation selects takes as much memory as its document. */
export function createCallPricing(selecting: SelectingOperation, parts: NightReads, schema: GraphQLSchema): PriceCalls {
  return (variables, pricedFor) => {
    const fields = selectedFields(selecting, schema);
    const all = withDefaults(selecting.operation, variables);
    const price = (isOrdinary: boolean) => {
      const situation = createSituation(pricedFor, { ...parts, isOrdinary });
      resolve(
        fields,
        { on: { [schema.getRootType(selecting.operation.operation)?.name ?? '']: NONE }, stage: situation.after([]) },
        { situation, variables: all },
      );
      return total(situation);
    };
    return { maximumCalls: price(false), ordinaryCalls: price(true) };
  };
}

const NONE: SomeDates = { dates: [], most: 0 };

/** The objects that fields are selected on, by their types. */
interface Objects {
  readonly on: Readonly<Record<string, SomeDates>>;
  readonly stage: ReadStage;
}

interface Pass {
  readonly situation: Situation;
  readonly variables: FieldArgs;
}

function resolve(fields: readonly SelectedField[], { on, stage }: Objects, pass: Pass): void {
  for (const field of fields) {
    const own = on[field.parent];
    if (own) for (const below of belowOf(field, { on: own, stage }, pass)) resolve(field.fields, below, pass);
  }
}

function belowOf(field: SelectedField, { on, stage }: { on: SomeDates; stage: ReadStage }, pass: Pass): Objects[] {
  const { situation, variables } = pass;
  const resolving = { on, stage, field, args: field.argsFor(variables), situation };
  const coordinate = `${field.parent}.${field.name}`;
  try {
    if (coordinate === 'Query.node' || coordinate === 'Query.nodes') {
      const { id, ids } = resolving.args;
      const found = nodesOf(Array.isArray(ids) ? ids : [id], resolving);
      const last = [...new Set(found.map((one) => one.stage))];
      // All of them come together.
      const at = last.every((one) => one === stage) ? stage : situation.after(last);
      return found.map((one) => ({ on: { [one.type]: one.on }, stage: at }));
    }
    const rule = fieldRules[coordinate];
    const below = rule ? rule(resolving) : { on, stage };
    return below ? [{ on: { [field.type]: below.on }, stage: below.stage }] : [];
  } catch {
    // The field fails like that when it is resolved, and sends nothing.
    return [];
  }
}

/** A denial costs one look at the user's own record, once an operation. */
function total({ counted: { stages, keys, direct }, viewer, isOrdinary, ...supposing }: Situation): number | null {
  const ofStages = stages.reduce((sum, stage) => sum + callsOf(stage, { ...supposing, isOrdinary }), 0);
  const ownCalls = direct();
  if (ownCalls === null) return null;
  const ofViewer = ofStages + keys.size;
  const isLookedUp = !isOrdinary && ofViewer > 0 && viewer?.polarUserId != null;
  return ofViewer + ownCalls + (isLookedUp ? 1 : 0);
}
