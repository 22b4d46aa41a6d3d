// A real browser for tests: the one that CHROMIUM_PATH names, or the one that is installed, unpacked once a machine.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** How long a test with a browser may take, in milliseconds: unpacking and starting it take seconds, more when busy. */
export const BROWSER_TEST_MS = 180_000;

/** Starts the browser without a window; whoever starts it closes it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await unpackChromium());
  return launcher.launch({ executablePath, args: chromium.args, timeout: BROWSER_TEST_MS });
}

/**
 * The package takes a file for unpacked as soon as it exists, so a second process would start half a browser. Each
 * process therefore unpacks into a folder of its own, and the first to be ready gives its folder the final name.
 */
async function unpackChromium(): Promise<string> {
  const folder = join(tmpdir(), `accesslink-chromium-${process.getuid?.() ?? 0}-${await packageVersion()}`);
  if (!existsSync(folder)) {
    const own = await mkdtemp(`${folder}-`);
    await unpackInto(own);
    // Another process may have been faster; its folder is as good.
    await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
  }
  return join(folder, 'chromium');
}

/** The package knows no other place than the folder of temporary files, and asks for it each time. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

async function packageVersion(): Promise<string> {
  const path = findPackageJSON('@sparticuz/chromium', import.meta.url) ?? '';
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
  return version;
}
