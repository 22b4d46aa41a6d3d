import { describe, expect, it } from 'vitest';
import { headersOf, NOW } from '../../support/gateway.ts';
import { DAY } from '../../store/test-database.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { startImportingGateway } from './importing-gateway.ts';

describe('the history of physical information', () => {
  const HISTORY = `{ viewer { physicalInfo { weightKg } physicalInfoHistory {
    nodes { weightKg modifiedAt } edges { polarEntryId polarTransactionId cursor } pageInfo { hasNextPage }
  } } }`;
  interface Answer {
    readonly viewer: {
      readonly physicalInfo: { readonly weightKg: number } | null;
      readonly physicalInfoHistory: {
        readonly nodes: readonly { readonly weightKg: number; readonly modifiedAt: string }[];
        readonly edges: readonly { readonly polarEntryId: string | null; readonly cursor: string }[];
      };
    };
  }

  it(
    'has what was imported and every answer that differed, oldest first, also after the next change',
    inSqlite(async (place) => {
      let now = NOW;
      const gateway = await startImportingGateway(place, { now: () => now });
      const { simulator, userId } = gateway;
      const weights = async () => {
        const { data } = await gateway.ask<Answer>(HISTORY);
        const { nodes, edges } = data.viewer.physicalInfoHistory;
        expect(nodes.map(({ modifiedAt }) => modifiedAt)).toEqual(nodes.map(({ modifiedAt }) => modifiedAt).toSorted());
        expect(edges.map(({ cursor }) => cursor)).toEqual(edges.map(({ cursor }) => cursor).toSorted());
        expect(nodes.at(-1)?.weightKg).toBe(data.viewer.physicalInfo?.weightKg);
        return nodes.map(({ weightKg }) => weightKg);
      };
      const start = await weights();
      expect(start).toHaveLength(1);
      for (const weightKg of [70, 71, 70]) {
        now += DAY;
        simulator.addPhysicalInfo(userId, { weightKg });
        expect((await weights()).at(-1)).toBe(weightKg);
      }
      expect(await weights()).toEqual([...start, 70, 71, 70]);
      now += DAY;
      simulator.addPhysicalInfo(userId, { weightKg: 72 });
      now += DAY;
      simulator.addPhysicalInfo(userId, { weightKg: 73 });
      await gateway.collect('PHYSICAL_INFORMATION');
      expect((await weights()).slice(-3)).toEqual([70, 72, 73]);
      await gateway.close();
    }),
  );

  it(
    'has the newest imported item where AccessLink does not have the newer resource, or fails',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      gateway.simulator.addPhysicalInfo(gateway.userId, { weightKg: 64 });
      await gateway.collect('PHYSICAL_INFORMATION');
      gateway.simulator.addFault({ path: '/v3/users/physical-info', kind: 'status', status: 404 });
      const { data, errors } = await gateway.ask<Answer>(HISTORY);
      expect(errors).toBeUndefined();
      expect(data.viewer.physicalInfo?.weightKg).toBe(64);
      expect(data.viewer.physicalInfoHistory.edges.at(-1)?.polarEntryId).toMatch(/^\d+$/);
      await gateway.close();
    }),
  );

  it(
    'is only the present record for a caller with a token of their own',
    inSqlite(async (place) => {
      const gateway = await startImportingGateway(place);
      gateway.simulator.addPhysicalInfo(gateway.userId, { weightKg: 64 });
      await gateway.collect('PHYSICAL_INFORMATION');
      const { data } = await gateway.ask<Answer>(HISTORY, { headers: headersOf(gateway.simulator, 0) });
      expect(data.viewer.physicalInfoHistory.nodes.map(({ weightKg }) => weightKg)).toEqual([64]);
      await gateway.close();
    }),
  );
});
