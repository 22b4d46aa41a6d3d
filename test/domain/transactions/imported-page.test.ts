// Imported items that cannot be read, or not wholly: null in their place, or in that of a value, and a warning.
import { describe, expect, it } from 'vitest';
import type { Imports } from '../../../src/domain/context.ts';
import { importedActivityFromWire } from '../../../src/domain/transactions/imported-activity.ts';
import { importedPage } from '../../../src/domain/transactions/imported-page.ts';
import type { DataWarning } from '../../../src/loading/stats.ts';

const ZONES = { date: '2026-11-22', samples: [{ time: '07:00', 'activity-zones': [{ index: 9, inzone: 'soon' }] }] };

function importsOf(...values: readonly unknown[]): Imports {
  const items = values.map((value, index) => ({ id: String(index), value, importedAt: index }));
  const nothing = async () => [];
  return {
    collect: async () => ({ importedCount: 0, failure: null }),
    list: async () => items,
    read: async (_, ids) => items.filter(({ id }) => ids.includes(id)),
    newest: nothing,
    add: () => {},
  };
}

async function pageOf(...values: readonly unknown[]) {
  const warnings: DataWarning[] = [];
  const warn = (warning: DataWarning) => void warnings.push(warning);
  const source = { imports: importsOf(...values), kind: 'ACTIVITY', convert: importedActivityFromWire, warn } as const;
  return { nodes: await importedPage(source, {}).nodes(), warnings };
}

describe('a page of imported items', () => {
  it('has null for one without a summary, and the others', async () => {
    const { nodes, warnings } = await pageOf({ summary: { calories: 5 } }, { summary: 'odd' }, {}, null);
    expect(nodes).toMatchObject([{ polarActivityId: '0', energyKcal: 5 }, null, null, null]);
    const left = { resource: 'imported activity', date: null, property: null, reason: 'record', count: 1 };
    expect(warnings.filter(({ reason }) => reason === 'record')).toEqual([left, left, left, left]);
  });

  it('has null for a value that does not fit, and names its day and property', async () => {
    const summary = { id: 1, date: '2026-11-22', calories: 1e10, 'active-calories': 5 };
    const { nodes, warnings } = await pageOf({ summary, zones: ZONES });
    expect(nodes).toMatchObject([{ energyKcal: null, activeEnergyKcal: 5 }]);
    const about = { resource: 'imported activity', date: '2026-11-22', reason: 'value', count: 1 };
    expect(warnings).toEqual([
      { ...about, property: 'Activity.calories' },
      { ...about, property: 'DurationZone.index' },
      { ...about, property: 'DurationZone.inzone' },
    ]);
  });
});
