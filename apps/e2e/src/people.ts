import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Result } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A cheap phone, a councillor's tablet, a facilitator's laptop, the hall's projector. */
export const SCREENS = {
  phone: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>;

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });

/** Pages whose console reported a breach of the Content Security Policy or an uncaught error, with what it said. */
const complaints = new WeakMap<Page, string[]>();

/** Somebody with a device of her own: an own cookie jar, screen and language. */
export async function someone(browser: Browser, screen: keyof typeof SCREENS, locale = 'sk-SK'): Promise<Page> {
  const context = await browser.newContext({
    ...SCREENS[screen], locale, timezoneId: 'Europe/Bratislava', reducedMotion: 'reduce',
    // A certificate made for a test is vouched for by nobody.
    ignoreHTTPSErrors: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) heard.push(message.text());
  });
  return page;
}

/** The page breaks no rule of WCAG 2.2 AA that axe can see, nor the Content Security Policy, and threw nothing. */
export async function expectSound(page: Page): Promise<void> {
  // Half a megabyte to send and read: once for a document, however often it is looked at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: Result[] }> } };
    // What was said aloud a moment ago names a choice by the id of its element, which is gone when the list is closed.
    const context = { exclude: ['[data-live-announcer]'] };
    // All that breaks a rule is told in full; what keeps it is not listed element by element.
    const result = await runner.run(context, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} (${node.any[0]?.message ?? node.html})`).join(', ')}`);
  });
  expect({ page: page.url(), violations, complaints: complaints.get(page) ?? [] }).toEqual({ page: page.url(), violations: [], complaints: [] });
}
