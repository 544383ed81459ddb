import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** What the keyboard is at, as somebody who looks at the screen would tell. */
interface Focus {
  what: string;
  /** It can be told from the rest: an outline or a ring, on it or on what stands for it. */
  marked: boolean;
  /** At least a part of it is in the window and not under something else (WCAG 2.4.11). */
  inSight: boolean;
}

const lookAtFocus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { what: 'nothing', marked: false, inSight: false };
    // A field that is drawn by its label (a tile, a swatch) is marked there.
    const drawn = [element, element.closest('label'), element.parentElement, element.nextElementSibling].filter((one) => one !== null);
    const marked = drawn.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const seen = element.closest('label') ?? element;
    const { left, right, top, bottom } = seen.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const));
    const inSight = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (seen.contains(there) || there.contains(element));
    });
    const what = `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}"`;
    return { what, marked, inSight };
  });

/** The keyboard is somewhere, and one sees where, as soon as what was done is drawn. */
export const expectFocusSeen = (page: Page): Promise<void> =>
  eventually(async () => {
    const focus = await lookAtFocus(page);
    expect(focus).toEqual({ what: focus.what, marked: true, inSight: true });
  }, 5_000);

export const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until the keyboard is at it; at each stop one sees where one is. */
export async function tabTo(page: Page, target: Locator, { key = 'Tab', most = 60 }: { key?: string; most?: number } = {}): Promise<void> {
  await target.first().waitFor();
  const passed: string[] = [];
  for (let step = 0; step <= most; step++) {
    if (step > 0) {
      await page.keyboard.press(key);
      const focus = await lookAtFocus(page);
      passed.push(focus.what);
      // Leaving the last stop goes to the browser's own controls for one press.
      if (focus.what !== 'nothing') await expectFocusSeen(page);
    }
    if (await hasFocus(target.first())) return;
  }
  throw new Error(`${key} never comes to ${String(target)}. It passed:\n${passed.join('\n')}`);
}

/** Goes to a button or link and presses Enter. */
export async function enter(page: Page, target: Locator, options?: { key?: string; most?: number }): Promise<void> {
  await tabTo(page, target, options);
  await page.keyboard.press('Enter');
}

/** The focus is where the work goes on, and stays seen; it may come there a moment later. */
export async function expectFocusAt(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  const handle = await target.first().elementHandle();
  try {
    await page.waitForFunction((element) => element === document.activeElement, handle, { timeout: 5_000 });
  } catch {
    throw new Error(`The focus is not at ${String(target)} but at ${(await lookAtFocus(page)).what}`);
  }
}
