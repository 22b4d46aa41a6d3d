// A signed-in user runs a subscription in GraphiQL, in a real browser, and sees what Polar delivers.
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as launcher } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AINO, type ArrivingGateway, createWebhook, startArriving } from '../../support/delivering.ts';

const QUERY = 'subscription { dataAvailable { type date night { sleepScore } } }';

let gateway: ArrivingGateway;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  gateway = await startArriving();
  await createWebhook(gateway);
  const session = (await gateway.signIn()).slice('Bearer '.length);
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath());
  browser = await launcher.launch({ executablePath, args: chromium.args });
  const context = await browser.newContext();
  await context.addCookies([{ name: 'accesslink', value: session, url: gateway.url, httpOnly: true, sameSite: 'Lax' }]);
  page = await context.newPage();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await gateway.close();
});

it('GraphiQL shows what is delivered within a second', { retry: 2, timeout: 60_000 }, async () => {
  await page.goto(`${gateway.url}/graphql`);
  await page.locator('.graphiql-execute-button').waitFor();
  const editor = page.locator('.graphiql-query-editor .view-lines');
  const write = async () => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(QUERY);
    return (await editor.innerText()).replaceAll(/\s/g, '');
  };
  await expect.poll(write, { timeout: 15_000, interval: 500 }).toBe(QUERY.replaceAll(' ', ''));
  const streaming = page.waitForResponse((response) => response.headers()['content-type'] === 'text/event-stream');
  await page.locator('.graphiql-execute-button').click();
  await streaming;
  const result = page.locator('.result-window');
  const date = '2026-11-21';
  expect(await result.innerText()).not.toContain('sleepScore');
  await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date });
  await expect.poll(() => result.innerText(), { timeout: 1_000, interval: 20 }).toContain('"sleepScore"');
  expect(await result.innerText()).toContain(date);
});
