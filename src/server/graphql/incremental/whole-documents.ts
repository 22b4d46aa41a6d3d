// Documents without `@defer` and `@stream`: what clients get that take one answer.
import { type DirectiveNode, type DocumentNode, visit } from 'graphql';

/** A document without the two directives; the same document where it has none. Found out once a document. */
export type WholeDocument = (document: DocumentNode) => DocumentNode;

export function createWholeDocuments(): WholeDocument {
  const known = new WeakMap<DocumentNode, DocumentNode>();
  return (document) => {
    const found = known.get(document);
    if (found) return found;
    const whole = withoutIncremental(document);
    known.set(document, whole);
    return whole;
  };
}

/** Whether a directive lets something come later. */
function isIncremental({ name: { value } }: DirectiveNode): boolean {
  return value === 'defer' || value === 'stream';
}

function withoutIncremental(document: DocumentNode): DocumentNode {
  return visit(document, { Directive: (directive) => (isIncremental(directive) ? null : undefined) });
}
