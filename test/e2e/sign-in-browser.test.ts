// A newcomer clicks through the demo in a real browser: the consent page of the simulated Polar, then GraphiQL as themselves.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../server/process.ts';
import { BROWSER_TEST_MS, startBrowser } from '../support/browser.ts';
import { openGraphiql, runOperation, writeOperation } from '../support/graphiql.ts';

const DEMO_USER = '47110001';
const SOMEBODY = '47110002';

let program: Program;
let browser: Browser;
let page: Page;
let origin: string;

beforeAll(async () => {
  program = startProgram({ PORT: '0' });
  browser = await startBrowser();
  page = await (await browser.newContext()).newPage();
  origin = new URL(await program.url).origin;
}, BROWSER_TEST_MS);

afterAll(async () => {
  await browser?.close();
  program.child.kill('SIGTERM');
  await program.ended;
});

const WHO = { name: 'Who', query: 'query Who { viewer { polarUserId } }' };

/** Asks in GraphiQL as it stands open who is asking; the part of the page with the answer. */
const askWho = async () => {
  await writeOperation(page, WHO);
  return runOperation(page);
};

describe('in a browser', { timeout: BROWSER_TEST_MS }, () => {
  it('GraphiQL answers as the demo user before anybody signs in', async () => {
    await openGraphiql(page, () => page.goto(`${origin}/graphql`));
    const result = await askWho();
    await expect.poll(() => result.innerText()).toContain(DEMO_USER);
  });

  it('the sign-in leads over the consent page back to GraphiQL, which answers as whoever consented', async () => {
    await page.goto(`${origin}/auth/login`);
    expect(page.url()).toContain('/oauth2/authorization?');
    await page.locator(`input[name="user_id"][value="${SOMEBODY}"]`).check();
    await openGraphiql(page, async () => {
      await page.locator('button[value="accept"]').click();
      await page.waitForURL(`${origin}/graphql`);
    });
    expect(await page.context().cookies(origin)).toMatchObject([
      { name: 'accesslink', httpOnly: true, sameSite: 'Lax', path: '/' },
    ]);
    const result = await askWho();
    await expect.poll(() => result.innerText()).toContain(SOMEBODY);
  });

  it('a page of another origin gets nothing out of the session', async () => {
    const other = await page.context().newPage();
    await other.goto('data:text/html,<title>elsewhere</title>');
    const outcome = await other.evaluate(async (url) => {
      const body = JSON.stringify({ query: '{ viewer { polarUserId } }' });
      const headers = { 'content-type': 'application/json', 'accesslink-csrf': '1' };
      const init: RequestInit = { method: 'POST', credentials: 'include', headers, body };
      return fetch(`${url}/graphql`, init).then(
        (response) => response.text(),
        () => 'refused by the browser',
      );
    }, origin);
    // This browser lets pages read what other origins answer; what it does not do is to send the cookie along.
    expect(outcome).not.toContain(SOMEBODY);
    await other.close();
  });

  it('the button signs out, and GraphiQL is the demo again', async () => {
    await page.goto(`${origin}/auth/logout`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await page.context().cookies(origin)).toEqual([]);
    await openGraphiql(page, () => page.goto(`${origin}/graphql`));
    const result = await askWho();
    await expect.poll(() => result.innerText()).toContain(DEMO_USER);
  });

  it('whoever declines is told so', async () => {
    await page.goto(`${origin}/auth/login`);
    await page.locator('button[value="deny"]').click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await page.context().cookies(origin)).toEqual([]);
  });
});
