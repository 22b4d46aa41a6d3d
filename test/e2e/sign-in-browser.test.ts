// The sign-in of the demo in a real browser: the consent page of the simulated Polar, then GraphiQL as the user.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../server/process.ts';
import { BROWSER_TEST_MS, startBrowser } from '../support/browser.ts';
import { openGraphiql, runOperation, writeOperation } from '../support/graphiql.ts';

const DEMO_USER = '47110001';
const OTHER_USER = '47110002';

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

/** Queries the viewer in the open GraphiQL; returns the part of the page with the result. */
const queryViewer = async () => {
  await writeOperation(page, WHO);
  return runOperation(page);
};

describe('a browser', { timeout: BROWSER_TEST_MS }, () => {
  it('is the demo user in GraphiQL before it signs in', async () => {
    await openGraphiql(page, () => page.goto(`${origin}/graphql`));
    const result = await queryViewer();
    await expect.poll(() => result.innerText()).toContain(DEMO_USER);
  });

  it('signs in on the consent page, and is that user in GraphiQL', async () => {
    await page.goto(`${origin}/auth/login`);
    expect(page.url()).toContain('/oauth2/authorization?');
    await page.locator(`input[name="user_id"][value="${OTHER_USER}"]`).check();
    await openGraphiql(page, async () => {
      await page.locator('button[value="accept"]').click();
      await page.waitForURL(`${origin}/graphql`);
    });
    expect(await page.context().cookies(origin)).toMatchObject([
      { name: 'accesslink', httpOnly: true, sameSite: 'Lax', path: '/' },
    ]);
    const result = await queryViewer();
    await expect.poll(() => result.innerText()).toContain(OTHER_USER);
  });

  it('does not authenticate the requests of a page of another origin', async () => {
    const other = await page.context().newPage();
    await other.goto('data:text/html,<title>elsewhere</title>');
    const outcome = await other.evaluate(async (url) => {
      const body = JSON.stringify({ query: '{ viewer { polarUserId } }' });
      const headers = { 'content-type': 'application/json', 'accesslink-csrf': '1' };
      const init: RequestInit = { method: 'POST', credentials: 'include', headers, body };
      return fetch(`${url}/graphql`, init).then(
        (response) => response.text(),
        () => 'denied by the browser',
      );
    }, origin);
    // This browser lets the page read the response, but sends no cookie with the request.
    expect(outcome).not.toContain(OTHER_USER);
    await other.close();
  });

  it('signs out with the button, and is the demo user in GraphiQL again', async () => {
    await page.goto(`${origin}/auth/logout`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await page.context().cookies(origin)).toEqual([]);
    await openGraphiql(page, () => page.goto(`${origin}/graphql`));
    const result = await queryViewer();
    await expect.poll(() => result.innerText()).toContain(DEMO_USER);
  });

  it('gets a page that says so when its user declines', async () => {
    await page.goto(`${origin}/auth/login`);
    await page.locator('button[value="deny"]').click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await page.context().cookies(origin)).toEqual([]);
  });
});
