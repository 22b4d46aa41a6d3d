// The size of a document, against the slow and obvious way: unfold every fragment, then count.
import fc from 'fast-check';
import { type DocumentNode, Kind, parse, print, type SelectionNode, type SelectionSetNode, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkDocumentSize, documentSize } from '../../../../src/server/graphql/price/document-size.ts';
import { repeatedPairs } from '../../../../src/server/graphql/price/repeated-fields.ts';
import { OperationRejection } from '../../../../src/server/graphql/price/rejection.ts';

const { letrec, constantFrom, record, array, oneof, nat } = fc;
const field = constantFrom('a', 'b', 'c: a', 'd');
const directives = constantFrom('', '', ' @x', ' @x @x');

/** A selection set of a fragment with a number may spread those with larger numbers: none contains itself. */
function selectionSet(number: number, count: number) {
  return letrec<{ set: string; selection: string }>((tie) => ({
    set: array(tie('selection'), { minLength: 1, maxLength: 3 }).map((all) => `{ ${all.join(' ')} }`),
    selection: oneof(
      { depthSize: 'small', withCrossShrink: true },
      record({ field, directives }).map((one) => one.field + one.directives),
      record({ field, directives, set: tie('set') }).map((one) => `${one.field}${one.directives} ${one.set}`),
      record({ directives, set: tie('set') }).map((one) => `...${one.directives} ${one.set}`),
      number + 1 < count
        ? record({ directives, step: nat({ max: count - number - 2 }) }).map(
            (one) => `...F${number + 1 + one.step}${one.directives}`,
          )
        : field,
    ),
  })).set;
}

const text = nat({ max: 4 })
  .chain((count) =>
    fc.tuple(
      array(selectionSet(-1, count), { minLength: 1, maxLength: 2 }),
      fc.tuple(...Array.from({ length: count }, (_, number) => selectionSet(number, count))),
    ),
  )
  .map(([operations, fragments]) =>
    [
      ...operations.map((set, index) => `query Q${index} ${set}`),
      ...fragments.map((set, index) => `fragment F${index} on T ${set}`),
    ].join('\n'),
  );

/** Spreads replaced by inline fragments of what they spread. Directives on the fragment itself are none here. */
function unfolded(set: SelectionSetNode, document: DocumentNode): SelectionSetNode {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const selections = set.selections.map((node): SelectionNode => {
    const spread =
      node.kind === Kind.FRAGMENT_SPREAD ? fragments.find((one) => one.name.value === node.name.value) : null;
    const inner = spread ? spread.selectionSet : 'selectionSet' in node ? node.selectionSet : undefined;
    const selected = inner && unfolded(inner, document);
    if (spread && selected) return { ...node, kind: Kind.INLINE_FRAGMENT, selectionSet: selected } as SelectionNode;
    return selected ? ({ ...node, selectionSet: selected } as SelectionNode) : node;
  });
  return { ...set, selections };
}

/** What the documents' unfolded text has, counted by walking through it. */
function slowSize(document: DocumentNode) {
  let [fields, directives, depth, open] = [0, 0, 0, 0];
  const roots = document.definitions.filter(
    (one) =>
      one.kind === Kind.OPERATION_DEFINITION ||
      (one.kind === Kind.FRAGMENT_DEFINITION && !isSpread(one.name.value, document)),
  );
  for (const root of roots) {
    if (!('selectionSet' in root) || !root.selectionSet) continue;
    visit(unfolded(root.selectionSet as SelectionSetNode, document), {
      Directive: () => void (directives += 1),
      Field: {
        enter: () => {
          fields += 1;
          open += 1;
          depth = Math.max(depth, open);
        },
        leave: () => void (open -= 1),
      },
    });
  }
  return { fields, depth, directives };
}

/** Whether an operation spreads a fragment, directly or through others. */
function isSpread(name: string, document: DocumentNode): boolean {
  return document.definitions.some(
    (one) =>
      print(one).includes(`...${name}`) &&
      (one.kind === Kind.OPERATION_DEFINITION ||
        (one.kind === Kind.FRAGMENT_DEFINITION && isSpread(one.name.value, document))),
  );
}

describe('the size of a document', () => {
  it('is that of its unfolded text', () => {
    fc.assert(
      fc.property(text, (query) => {
        const document = parse(query);
        expect(documentSize(document)).toEqual(slowSize(document));
      }),
    );
  });

  it('is found at once where unfolding would take for ever', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on T { a ${n < 59 ? `...F${n + 1} b: a { ...F${n + 1} }` : ''} }`,
    );
    const { fields, depth } = documentSize(parse(`{ ...F0 } ${doubling.join(' ')}`));
    expect(fields).toBeGreaterThan(2 ** 59);
    expect(depth).toBe(60);
  });

  it('is none where fragments contain themselves, directly or through others', () => {
    for (const query of [
      '{ ...A } fragment A on T { ...A }',
      '{ ...A } fragment A on T { a { ...B } } fragment B on T { ...A }',
      '{ a } fragment A on T { ...B } fragment B on T { ...A }',
    ])
      expect(() => documentSize(parse(query))).toThrow(OperationRejection);
  });

  it('counts directives that are repeated in one place, up to ten', () => {
    expect(documentSize(parse(`{ a ${'@x '.repeat(10)} }`)).directives).toBe(10);
    expect(() => documentSize(parse(`{ a ${'@x '.repeat(11)} }`))).toThrow(/has 11 directives, the limit is 10/);
  });
});

describe('a document', () => {
  const limits = { maxDepth: 3, maxFields: 4 };
  it.each(['{ a { a { a } } }', '{ a b c d }'])('%s is within its limits', (query) => {
    expect(() => checkDocumentSize(parse(query), limits)).not.toThrow();
  });

  it.each([
    ['{ a { a { a { a } } } }', /nests 4 fields deep, the limit is 3/],
    ['{ a b c d e }', /has 5 fields .*, the limit is 4/],
    ['query A { a b c } query B { a b }', /has 5 fields/],
    ['{ a @x @x b @x @x c @x }', /has 5 directives .*, the limit is 4/],
  ])('%s passes a limit, and the message says which', (query, message) => {
    expect(() => checkDocumentSize(parse(query), limits)).toThrow(message);
  });
});

describe('pairs of fields with one name in one place', () => {
  it.each([
    ['{ a b c }', 0],
    ['{ a a a }', 3],
    ['{ a b: a ... { a } }', 1],
    ['{ x { a } x { a b } }', 2],
    ['{ ...F ...F } fragment F on T { a b }', 2],
    ['{ x { a } y { a } }', 0],
  ])('of %s are %i', (query, pairs) => {
    expect(repeatedPairs(parse(query))).toBe(pairs);
  });
});
