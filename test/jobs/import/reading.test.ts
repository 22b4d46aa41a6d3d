import { describe, expect, it } from 'vitest';
import { everythingOf } from '../../e2e/full-selection.ts';
import { headersOf } from '../../support/gateway.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { startImportingGateway } from './importing-gateway.ts';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Session {
  readonly polarExerciseId: string;
  readonly date: string;
  readonly startTimeLocal: string;
  readonly sport: { readonly code: string } | null;
  readonly heartRateZones: readonly object[];
  readonly samples: readonly { readonly type: string; readonly sampleCount: number }[];
  readonly hasRoute: boolean;
  readonly files: Readonly<Record<'fit' | 'tcx' | 'gpx', { readonly url: string } | null>>;
}

describe('an imported item', () => {
  it.each(['documented', 'live'] as const)('of activity answers every field in the %s dialect', async (dialect) => {
    await inSqlite(async (place) => {
      const gateway = await startImportingGateway(place, { simulator: { dialect } });
      const { collected } = await gateway.collect('ACTIVITY');
      const query = `{ viewer { collectedActivities ${everythingOf('CollectedActivityConnection')} } }`;
      const before = gateway.simulator.requests.length;
      const { data, errors } = await gateway.ask<{ viewer: { collectedActivities: Page<object> } }>(query);
      expect(errors).toBeUndefined();
      expect(gateway.simulator.requests).toHaveLength(before);
      const { nodes } = data.viewer.collectedActivities;
      expect(nodes).toHaveLength(collected);
      expect(nodes[0]).toMatchObject({
        polarActivityId: expect.stringMatching(/^\d{10,}$/),
        polarTransactionId: '179001',
        date: expect.stringMatching(/^2026-11-\d\d$/),
        activeSteps: expect.any(Number),
        durationSeconds: 86_400,
        steps: { intervalMinutes: 60 },
        zones: { intervalMinutes: 60 },
      });
      const [first] = nodes as { date: string; activeSteps: number; steps: Steps; zones: Zones }[];
      expect(first?.steps.samples).toHaveLength(24);
      expect(first?.steps.samples.reduce((sum, { steps }) => sum + (steps ?? 0), 0)).toBe(first?.activeSteps);
      expect(first?.steps.samples[7]?.time).toBe(`${first?.date}T07:00:00`);
      const seconds = first?.zones.samples.flatMap(({ zones }) => zones ?? []).map((zone) => zone.inZoneSeconds);
      expect(seconds?.reduce((sum, one) => sum + one, 0)).toBe(86_400);
      expect(first?.zones.samples.flatMap(({ zones }) => zones ?? []).map(({ zone }) => zone)).toContain('SLEEP');
      await gateway.close();
    })();
  });

  it.each(['documented', 'live'] as const)(
    'of a session has in the %s dialect what AccessLink answers for the session itself',
    async (dialect) => {
      await inSqlite(async (place) => {
        const gateway = await startImportingGateway(place, { simulator: { dialect } });
        await gateway.collect('EXERCISE');
        const fields = everythingOf('CollectedExercise', [
          'CollectedExercise.polarExerciseId',
          'CollectedExercise.polarTransactionId',
          'CollectedExercise.collectedAt',
          'CollectedExercise.files',
        ]);
        const ask = async (list: string) => {
          const { data, errors } = await gateway.ask<{ viewer: { list: Page<Session> } }>(
            `{ viewer { list: ${list} { nodes ${fields} } } }`,
          );
          expect(errors).toBeUndefined();
          return data.viewer.list.nodes;
        };
        const collected = await ask('collectedExercises');
        const read = new Set(
          (await ask('exercises(range: { lastDays: 7 })')).map((session) => JSON.stringify(session)),
        );
        expect(collected.length).toBeGreaterThan(3);
        expect(collected.every((session) => session.samples.length > 1 && session.heartRateZones.length > 1)).toBe(
          true,
        );
        const unread = collected.filter((session) => !read.has(JSON.stringify(session)));
        expect(unread.map(({ startTimeLocal }) => startTimeLocal)).toEqual([]);
        await gateway.close();
      })();
    },
  );

  it(
    'of a session has its files, which open when AccessLink fails',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      await gateway.collect('EXERCISE');
      gateway.simulator.addFault({ kind: 'status', status: 503 });
      const query = `{ viewer { collectedExercises { nodes {
        polarExerciseId date hasRoute files { fit { url } tcx { url } gpx { url } }
      } } } }`;
      const { data } = await gateway.ask<{ viewer: { collectedExercises: Page<Session> } }>(query);
      const session = data.viewer.collectedExercises.nodes.find(({ hasRoute }) => hasRoute);
      const bodies: Record<string, Buffer> = {};
      for (const type of ['fit', 'tcx', 'gpx'] as const) {
        const response = await gateway.app.fetch(new Request(session?.files[type]?.url ?? ''));
        expect([type, response.status]).toEqual([type, 200]);
        bodies[type] = Buffer.from(await response.arrayBuffer());
      }
      expect(bodies['fit']?.subarray(8, 12).toString()).toBe('.FIT');
      expect(bodies['tcx']?.toString()).toContain('<TrainingCenterDatabase');
      expect(bodies['gpx']?.toString()).toContain('<gpx');
      const without = data.viewer.collectedExercises.nodes.find(({ hasRoute }) => !hasRoute);
      expect(without === undefined || without.files.gpx === null).toBe(true);
      await gateway.close();
    }),
  );

  it(
    'is paged in the order of the import, and hidden from a caller with a token of their own',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      await gateway.collect('ACTIVITY');
      const ids: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 20; page += 1) {
        const found: Page<{ polarActivityId: string }> = await pageOf(
          gateway,
          `first: 2, after: ${JSON.stringify(after)}`,
        );
        ids.push(...found.nodes.map(({ polarActivityId }) => polarActivityId));
        after = found.pageInfo.endCursor;
        if (!found.pageInfo.hasNextPage) break;
      }
      expect(ids).toEqual(await gateway.stored('ACTIVITY'));
      expect(ids.length).toBeGreaterThan(4);
      const last = await pageOf(gateway, 'last: 2');
      expect(last.nodes.map(({ polarActivityId }) => polarActivityId)).toEqual(ids.slice(-2));
      const tooMany = await gateway.ask('{ viewer { collectedActivities(first: 51) { nodes { date } } } }');
      expect(tooMany.errors?.[0]?.extensions.code).toBe('COST_EXCEEDED');
      const headers = headersOf(gateway.simulator, 0);
      const { data } = await gateway.ask('{ viewer { collectedActivities { nodes { date } } } }', { headers });
      expect(data).toEqual({ viewer: { collectedActivities: { nodes: [] } } });
      await gateway.close();
    }),
  );
});

type Gateway = Awaited<ReturnType<typeof startImportingGateway>>;
async function pageOf(gateway: Gateway, args: string): Promise<Page<{ polarActivityId: string }>> {
  const query = `{ viewer { collectedActivities(${args}) { nodes { polarActivityId } pageInfo { hasNextPage endCursor } } } }`;
  const { data } = await gateway.ask<{ viewer: { collectedActivities: Page<{ polarActivityId: string }> } }>(query);
  return data.viewer.collectedActivities;
}

interface Steps {
  readonly samples: readonly { readonly time: string; readonly steps: number | null }[];
}
interface Zones {
  readonly samples: readonly {
    readonly zones: readonly { readonly zone: string; readonly inZoneSeconds: number }[] | null;
  }[];
}
