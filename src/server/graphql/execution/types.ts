// What an executor knows: plans, which depend on the document alone, and positions in a result, which belong to one execution.
import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLResolveInfo,
  ValidatedExecutionArgs,
} from 'graphql';
import type { NotedReads, Reads } from '../../../loading/reads.ts';
import type { OperationSlices } from '../time-slices.ts';

/** A path as resolvers see it. */
export type ResponsePath = GraphQLResolveInfo['path'];

/** Any resolver: its parent and its context are the schema's business. */
export type AnyResolver = GraphQLFieldResolver<unknown, unknown>;

/** Completes the value of a field or an item: the value in the result, or a promise of it. Throws, or rejects, when it cannot. */
export type Complete = (value: unknown, position: Position) => unknown;

/** The fields that are selected of objects of one type, in the order of the result. */
export interface SelectionPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Whether nearly everything in it depends on more than the model and the viewer: found out while it is executed. */
  isImpure: boolean;
  /** Whether something in it depends on more than the viewer and records in memory: found out likewise. */
  isMomentary: boolean;
  /** The first resource of which it read records; null as long as it read none. */
  firstResource: string | null;
}

/** How values of a position are completed. */
export interface Completion {
  readonly complete: Complete;
  readonly isNonNull: boolean;
  /** Of a value that is neither a list nor has fields. */
  readonly leaf: GraphQLLeafType | null;
}

/** One field of a selection, with all nodes that select it under the same name. */
export interface FieldPlan extends Completion {
  readonly responseName: string;
  readonly fieldName: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly isTypename: boolean;
  /** Whether the field has fields of its own. */
  readonly isComposite: boolean;
  readonly hasArguments: boolean;
  readonly usesVariables: boolean;
  /** What is selected of the field on objects of a type. */
  readonly selectionOf: (type: GraphQLObjectType) => SelectionPlan;
  /** The resolver without what others have wrapped around it, and the one of the definition that it was found for. */
  resolver: AnyResolver | undefined;
  definedResolver: AnyResolver | undefined;
  /** The arguments, where they are the same in all executions. */
  constantArguments: ArgumentTemplate | null;
}

/** Arguments to make again for each call, as resolvers may change them. */
export type ArgumentTemplate = readonly (readonly [name: string, value: unknown, isCopied: boolean])[];

/** The errors of a result, in the order in which they are found. */
export interface CollectedErrors {
  readonly list: GraphQLError[];
  /** Adds an error unless its position, or one above it, has one already. */
  readonly add: (error: GraphQLError, position: Position) => void;
}

/** What is selected of a model that never changes. */
export interface RememberedSelection {
  readonly viewer: unknown;
  /** The whole of it; null when some of its fields are to be executed. */
  readonly whole: Readonly<Record<string, unknown>> | null;
  /** The values of the fields; `TO_EXECUTE` for those that are to be executed. */
  readonly values: readonly unknown[];
  readonly text: ObjectText;
}

/** The text of an object: parts, each up to where the value of a field is to be put. */
export type ObjectText = readonly { readonly text: string; readonly valueOf: string | null }[];

/** What an execution read of memory, and may read again for what was made of it. */
export type ExecutionReads = Pick<Reads, 'stateOf' | 'repeat' | 'since' | 'length' | 'warned'>;

/** What is selected of an object with a key, of which everything depends on the viewer and on records in memory. */
export interface NotedSelection {
  readonly viewer: unknown;
  readonly whole: Readonly<Record<string, unknown>>;
  readonly noted: NotedReads;
}

/** What is remembered of objects by their keys, of one person, as long as the memory of their first resource is the same. */
export interface NotedSelections {
  readonly memory: NotedReads['memory'];
  readonly get: (key: string) => NotedSelection | undefined;
}

/** Completed selections of models that never change, and the texts of results that they are in. */
export interface RememberedSelections {
  readonly get: (plan: SelectionPlan, model: object) => RememberedSelection | undefined;
  readonly put: (plan: SelectionPlan, model: object, selection: RememberedSelection) => void;
  /** With the state of the memory of the first resource. */
  readonly notedOf: (plan: SelectionPlan, state: object) => NotedSelections | undefined;
  readonly putNoted: (plan: SelectionPlan, put: PutNoted) => void;
  /** Notes the text of a part of a result. */
  readonly setText: (value: object, text: ObjectText) => void;
  readonly textOf: (value: object) => ObjectText | undefined;
  /** Notes that something remembered is in the data of a result. */
  readonly addUse: (data: object) => void;
  readonly isUsedIn: (data: object) => boolean;
}

/** Something to remember of an object with a key. */
export interface PutNoted {
  readonly state: object;
  readonly key: string;
  readonly selection: NotedSelection;
}

/** One execution of an operation. */
export interface Execution {
  readonly args: ValidatedExecutionArgs;
  readonly errors: CollectedErrors;
  readonly slices: Pick<OperationSlices, 'pause'> | undefined;
  readonly unwrap: (resolver: AnyResolver) => AnyResolver | undefined;
  /** Arguments that depend on variables. */
  readonly templates: Map<FieldPlan, ArgumentTemplate>;
  readonly helpers: Pick<GraphQLResolveInfo, 'getAbortSignal' | 'getAsyncHelpers'>;
  /** Null when nothing is remembered of this execution. */
  readonly remembered: RememberedSelections | null;
  /** For whom the operation is executed. */
  readonly viewer: unknown;
  /** Null when nothing is remembered of what it reads. */
  readonly reads: ExecutionReads | null;
  /** The key of an object of a type; undefined for one that has none. */
  readonly keyOf: (type: string, value: object) => string | undefined;
  /** How often something was called that depends on more than the model and the viewer. */
  impureCalls: number;
  /** How often something was called that depends on more than these and what it reads by the loaders. */
  momentaryCalls: number;
  /** Whether something remembered is in the result. */
  usesRemembered: boolean;
  /** Whether the result is made: what is still awaited is not continued. */
  isFinished: boolean;
}

/** Where in the result a value belongs: below the root, of a field, or of an item of its list. */
export interface Position {
  readonly execution: Execution;
  /** Null at the root. */
  readonly field: FieldPlan | null;
  readonly parent: Position | null;
  readonly key: string | number;
  path: ResponsePath | undefined;
  info: GraphQLResolveInfo | undefined;
}
