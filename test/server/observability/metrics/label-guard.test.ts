// The last gate before a label: what no mistake elsewhere gets past.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS, type LabelName, type LabelValues } from '../../../../src/server/observability/metrics/definitions.ts';
import { createLabelGuard, OTHER } from '../../../../src/server/observability/metrics/label-guard.ts';

const labels = Object.keys(LABELS) as LabelName[];
const valuesOf = (label: LabelName): LabelValues => LABELS[label];

describe('a label', () => {
  it.each([
    ['route', '/graphql'],
    ['route', '/files/*'],
    ['resource', 'biosensing-spo2'],
    ['outcome', 'rate-limited'],
    ['operation', 'oneTimeTokens.put'],
    ['status', '2xx'],
  ] as const)('%s takes %s', (label, value) => {
    expect(createLabelGuard()(label, value)).toBe(value);
  });

  it.each([
    '47110001',
    '2026-11-20',
    '/v3/users/47110001',
    'user@example.com',
    'Aino Virtanen',
    'alg_zyxw',
    '61',
    'a'.repeat(61),
    '',
    '/a\nb',
  ])('takes %j as other, whichever it is', (value) => {
    const guard = createLabelGuard();
    expect(labels.map((label) => guard(label, value))).toEqual(labels.map(() => OTHER));
  });

  it('takes a bounded number of values, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 400 }), (values) => {
        const guard = createLabelGuard();
        for (const label of labels) {
          const taken = new Set(values.map((value) => guard(label, value)));
          const allowed = valuesOf(label);
          expect(taken.size).toBeLessThanOrEqual(allowed === 'names' ? 101 : allowed.length + 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});
