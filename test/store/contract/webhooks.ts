// The webhook, of which there is one.
import { expect, it } from 'vitest';
import { type InPlace, NOW } from '../place.ts';
import { webhook } from '../samples.ts';

export function webhookContract(inPlace: InPlace): void {
  it(
    'keeps one webhook, with its key',
    inPlace(async ({ open }) => {
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
    'changes url and events and leaves the key',
    inPlace(async ({ open }) => {
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
    'notes that it is switched off on purpose, and leaves the rest',
    inPlace(async ({ open }) => {
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
    'keeps a webhook whose key was lost, and forgets the one it is told to',
    inPlace(async ({ open }) => {
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
