// Everything about an operation that depends on its document alone, found out once and cached with the parsed document.
import { type DocumentNode, getOperationAST, type GraphQLSchema, type OperationDefinitionNode, visit } from 'graphql';
import type { DayPart } from '../../domain/nights/day-parts.ts';
import type { NightPart } from '../../domain/nights/night-parts.ts';
import type { ResourceFlags } from '../../loading/context.ts';
import { createCallPricing, type PriceCalls } from './price/calls/call-price.ts';
import type { AnswerParts } from './price/answer-parts.ts';
import { flagsFor, nightDayPartsFor, nightPartsFor } from './flag-fields.ts';
import { selectedCoordinates } from './selection.ts';

/** What an operation needs of the resources; the same for every execution with the same `@skip` and `@include`. */
export interface PreparedOperation {
  readonly flags: ResourceFlags;
  readonly nightParts: readonly NightPart[];
  readonly nightDayParts: readonly DayPart[];
  /** What it may cost in calls, for variables and a caller. */
  readonly priceCalls: PriceCalls;
  /** In how many parts its answer may come; undefined for a document that defers and streams nothing. */
  readonly parts?: AnswerParts;
}

/** An operation to execute: its document, which of its operations, and the variables. */
export interface ExecutedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Prepares an operation, once for each set of values of the variables that its directives look at. */
export type Prepare = (executed: ExecutedOperation) => PreparedOperation;

/** What is cached of an operation: the variables of its directives, and the prepared operations by their values. */
interface Preparations {
  readonly conditions: readonly string[];
  readonly byValues: Map<string, PreparedOperation>;
}

/** Sets of values cached per operation: enough for the few conditions of honest ones. Documents are weighed with them. */
export const MAX_VALUES = 8;
const NOTHING: PreparedOperation = {
  flags: {},
  nightParts: [],
  nightDayParts: [],
  priceCalls: () => ({ maximumCalls: 0, ordinaryCalls: 0 }),
};

/** What an operation needs is cached for as long as its parsed document lives. */
export function createPreparation(schema: GraphQLSchema): Prepare {
  const preparations = new WeakMap<OperationDefinitionNode, Preparations>();
  return ({ document, operationName, variableValues }) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return NOTHING;
    const known = preparations.get(operation) ?? { conditions: conditionsIn(document), byValues: new Map() };
    preparations.set(operation, known);
    const variables = conditionValues(known.conditions, variableValues ?? {});
    const values = JSON.stringify(variables);
    const cached = known.byValues.get(values);
    if (cached) return cached;
    const prepared = prepare({ document, operation, variables }, schema);
    if (known.byValues.size >= MAX_VALUES) known.byValues.clear();
    known.byValues.set(values, prepared);
    return prepared;
  };
}

function prepare(selecting: Parameters<typeof selectedCoordinates>[0], schema: GraphQLSchema): PreparedOperation {
  const selected = selectedCoordinates(selecting, schema);
  const parts = { nightParts: nightPartsFor(selected.all), nightDayParts: nightDayPartsFor(selected.belowNightDay) };
  return { flags: flagsFor(selected.all), ...parts, priceCalls: createCallPricing(selecting, parts, schema) };
}

/** The names of the variables that stand in directives. */
function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  const add = (node: { readonly name: { readonly value: string } }) => void names.add(node.name.value);
  visit(document, { Directive: (directive) => void visit(directive, { Variable: add }) });
  return [...names];
}

function conditionValues(names: readonly string[], variables: Readonly<Record<string, unknown>>) {
  const values: Record<string, unknown> = {};
  for (const name of names) if (typeof variables[name] === 'boolean') values[name] = variables[name];
  return values;
}
