// The webhook, of which there is at most one.
import { expect, it } from 'vitest';
import { type InDatabase, NOW } from '../test-database.ts';
import { webhook } from '../samples.ts';

export function webhookContract(inDatabase: InDatabase): void {
  it(
    'holds one webhook, with its key',
    inDatabase(async ({ open }) => {
      const { webhooks } = await open();
      expect(await webhooks.find()).toBeNull();
      await webhooks.put(webhook());
      await webhooks.put(webhook({ id: 'w2' }));
      const { key, ...rest } = (await webhooks.find()) ?? {};
      const { key: _, ...wanted } = webhook({ id: 'w2' });
      expect(rest).toEqual(wanted);
      expect(key?.reveal()).toBe('webhook-key');
    }),
  );

  it(
    'changes the URL and the events, and leaves the key',
    inDatabase(async ({ open }) => {
      const { webhooks } = await open();
      await webhooks.put(webhook());
      await webhooks.update('w1', { url: 'https://other.example/', events: [] });
      await webhooks.update('w9', { url: 'https://wrong.example/', events: [] });
      const found = await webhooks.find();
      expect(found).toMatchObject({ url: 'https://other.example/', events: [] });
      expect(found?.key?.reveal()).toBe('webhook-key');
    }),
  );

  it(
    'notes since when a webhook is paused, and leaves the rest',
    inDatabase(async ({ open }) => {
      const { webhooks } = await open();
      await webhooks.put(webhook());
      await webhooks.pause('w9', NOW);
      expect((await webhooks.find())?.pausedAt).toBeNull();
      await webhooks.pause('w1', NOW);
      expect(await webhooks.find()).toMatchObject({ ...webhook(), key: expect.anything(), pausedAt: NOW });
      await webhooks.pause('w1', null);
      expect((await webhooks.find())?.pausedAt).toBeNull();
    }),
  );

  it(
    'holds a webhook whose key was lost, and deletes only the one that is named',
    inDatabase(async ({ open }) => {
      const { webhooks } = await open();
      await webhooks.put(webhook({ key: null }));
      expect((await webhooks.find())?.key).toBeNull();
      await webhooks.delete('w9');
      expect(await webhooks.find()).not.toBeNull();
      await webhooks.delete('w1');
      expect(await webhooks.find()).toBeNull();
    }),
  );
}
