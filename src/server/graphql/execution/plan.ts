// Plans of selections: which fields of a type are selected, in the order of the result, found out once a document.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { hasVariable } from './arguments.ts';
import { abstractCompletion, leafCompletion, nonNull, objectCompletion } from './completers.ts';
import { listCompletion } from './lists.ts';
import type { Completion, FieldPlan, SelectionPlan } from './types.ts';

/** What plans of an operation are made from. */
export interface Planning {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables of `@skip` and `@include`. */
  readonly conditions: ReadonlyMap<string, boolean>;
  /** Called with each field planned, to bound what plans take. */
  readonly count: () => void;
}

/** The plan of selection sets on objects of a type: those of several nodes are merged. Plans below are made when needed. */
export function planSelection(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  planning: Planning,
): SelectionPlan {
  const grouped: GroupedFields = new Map();
  const spread = new Set<string>();
  for (const set of sets) collect(set, { type, planning, grouped, spread });
  const fields: FieldPlan[] = [];
  for (const nodes of grouped.values()) {
    const field = planField(nodes, type, planning);
    if (field) fields.push(field);
  }
  return { type, fields, isImpure: false, isMomentary: false, firstResource: null };
}

type GroupedFields = Map<string, FieldNode[]>;

interface Collection {
  readonly type: GraphQLObjectType;
  readonly planning: Planning;
  readonly grouped: GroupedFields;
  /** Fragments are spread once, wherever they stand. */
  readonly spread: Set<string>;
}

function collect({ selections }: SelectionSetNode, collection: Collection): void {
  const { planning, grouped, spread } = collection;
  for (const node of selections) {
    if (!isIncluded(node, planning)) continue;
    if (node.kind === Kind.FIELD) {
      const name = (node.alias ?? node.name).value;
      const nodes = grouped.get(name);
      if (nodes) nodes.push(node);
      else grouped.set(name, [node]);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(node.typeCondition?.name.value, collection)) collect(node.selectionSet, collection);
    } else {
      const name = node.name.value;
      const fragment = planning.fragments.get(name);
      if (!fragment || spread.has(name) || !applies(fragment.typeCondition.name.value, collection)) continue;
      spread.add(name);
      collect(fragment.selectionSet, collection);
    }
  }
}

/** Whether `@skip` and `@include` let a node be selected. */
function isIncluded({ directives = [] }: SelectionNode, { conditions }: Planning): boolean {
  for (const { name, arguments: args = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = args[0]?.value;
    const condition = value?.kind === Kind.VARIABLE ? conditions.get(value.name.value) : isTrue(value);
    if (condition === (name.value === 'skip')) return false;
  }
  return true;
}

function isTrue(value: { readonly kind: Kind; readonly value?: unknown } | undefined): boolean {
  return value?.kind === Kind.BOOLEAN && value.value === true;
}

/** Whether a fragment with a type condition says something of objects of the type. */
function applies(condition: string | undefined, { type, planning: { schema } }: Collection): boolean {
  if (condition === undefined) return true;
  const conditional = schema.getType(condition);
  return conditional === type || (isAbstractType(conditional) && schema.isSubType(conditional, type));
}

/** Undefined for a field that the type does not have, which a valid document never selects. */
function planField(
  nodes: readonly FieldNode[],
  parentType: GraphQLObjectType,
  planning: Planning,
): FieldPlan | undefined {
  const [node] = nodes;
  const definition = node && planning.schema.getField(parentType, node.name.value);
  if (!definition) return undefined;
  planning.count();
  return {
    responseName: (node.alias ?? node.name).value,
    fieldName: node.name.value,
    parentType,
    definition,
    nodes,
    isTypename: definition === TypeNameMetaFieldDef,
    isComposite: isCompositeType(getNamedType(definition.type)),
    hasArguments: definition.args.length > 0,
    usesVariables: (node.arguments ?? []).some(({ value }) => hasVariable(value)),
    ...completionOf(definition.type),
    selectionOf: plannedOnce(nodes, planning),
    resolver: undefined,
    definedResolver: undefined,
    constantArguments: null,
  };
}

/** The plans below a field, by the type of the object; most fields have objects of one type. */
function plannedOnce(nodes: readonly FieldNode[], planning: Planning): FieldPlan['selectionOf'] {
  const plans = new Map<GraphQLObjectType, SelectionPlan>();
  return (type) => {
    const known = plans.get(type);
    if (known) return known;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const plan = planSelection(sets, type, planning);
    plans.set(type, plan);
    return plan;
  };
}

function completionOf(type: GraphQLOutputType): Completion {
  if (isNonNullType(type)) {
    const { complete, leaf } = completionOf(type.ofType);
    return { complete: nonNull(complete), isNonNull: true, leaf };
  }
  if (isListType(type)) return { complete: listCompletion(completionOf(type.ofType)), isNonNull: false, leaf: null };
  if (isLeafType(type)) return { complete: leafCompletion(type), isNonNull: false, leaf: type };
  const complete = isObjectType(type) ? objectCompletion(type) : abstractCompletion(type);
  return { complete, isNonNull: false, leaf: null };
}
