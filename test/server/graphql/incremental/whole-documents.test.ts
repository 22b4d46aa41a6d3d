// Documents without @defer and @stream.
import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { createWholeDocuments } from '../../../../src/server/graphql/incremental/whole-documents.ts';

it('a document has everything but the two directives, and is the same one where it has neither', () => {
  const whole = createWholeDocuments();
  const document = parse(
    '{ a @stream(initialCount: 1) @include(if: true) ... @defer(label: "x") { b } ...F @defer } fragment F on Q { c @skip(if: false) }',
  );
  const expected = parse('{ a @include(if: true) ... { b } ...F } fragment F on Q { c @skip(if: false) }');
  expect(print(whole(document))).toBe(print(expected));
  expect(whole(document)).toBe(whole(document));
  expect(whole(expected)).toBe(expected);
});
