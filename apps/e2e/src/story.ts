import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from '@jest/globals';
import type { Page } from 'playwright-core';

/**
 * The steps of one long story. One that failed ends it: the next ones say so at once instead of waiting for what never happened.
 * @param people whose screens are photographed into `test-output/NAME` when it fails
 */
export function storyOf(name: string, people: () => Record<string, Page>): (step: string, happens: () => Promise<void>) => void {
  let endedAt: string | null = null;
  return (step, happens) =>
    it(step, async () => {
      if (endedAt !== null) throw new Error(`The story ended at “${endedAt}”.`);
      try {
        await happens();
      } catch (failure) {
        endedAt = step;
        const folder = join(import.meta.dirname, '../test-output', name);
        await mkdir(folder, { recursive: true });
        for (const [who, page] of Object.entries(people())) {
          await page.screenshot({ path: join(folder, `${step.slice(0, 2).trim()}-${who}.png`), animations: 'disabled' }).catch(() => undefined);
        }
        throw failure;
      }
    });
}
