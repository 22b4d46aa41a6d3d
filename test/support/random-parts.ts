// Puts `@defer` and `@stream` into operations at random.
import {
  type DirectiveNode,
  type FieldNode,
  getNullableType,
  type GraphQLSchema,
  isListType,
  Kind,
  type NameNode,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Random } from '../trust/support/random.ts';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const DEFER: DirectiveNode = { kind: Kind.DIRECTIVE, name: name('defer') };

/** Defers about so many of all fields and fragments, and streams about so many of all lists. */
export function withRandomParts(query: string, random: Random, schema: GraphQLSchema): string {
  const types = new TypeInfo(schema);
  const document = visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: (node) => {
        const type = types.getType();
        const isList = type && isListType(getNullableType(type));
        return isList && random.chance(0.4) ? withDirective(node, streamed(random.below(4))) : undefined;
      },
      InlineFragment: (node) => (random.chance(0.3) ? withDirective(node, DEFER) : undefined),
      FragmentSpread: (node) => (random.chance(0.3) ? withDirective(node, DEFER) : undefined),
      SelectionSet: {
        leave: (node) => ({ ...node, selections: node.selections.map((one) => maybeDeferred(one, random)) }),
      },
    }),
  );
  return print(document);
}

/** A field in a fragment that is deferred, or as it is. */
function maybeDeferred(node: SelectionNode, random: Random): SelectionNode {
  if (node.kind !== Kind.FIELD || random.chance(0.75)) return node;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: [node] } as const;
  return { kind: Kind.INLINE_FRAGMENT, directives: [DEFER], selectionSet };
}

function streamed(count: number): DirectiveNode {
  const value = { kind: Kind.INT, value: String(count) } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: name('stream'),
    arguments: [{ kind: Kind.ARGUMENT, name: name('initialCount'), value }],
  };
}

function withDirective<Node extends FieldNode | SelectionNode>(node: Node, directive: DirectiveNode): Node {
  return { ...node, directives: [...(node.directives ?? []), directive] };
}
