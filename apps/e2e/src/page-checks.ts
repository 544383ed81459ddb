import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Waits until the page shows itself: a heading, and nothing that is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('.ui-spinner') === null && document.fonts.status === 'loaded');
}

/** One first heading, and a title that says more than the product's name. */
export async function expectNamed(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility()).length,
    title: document.title,
    language: document.documentElement.lang,
  }));
  expect({ page: page.url(), headings: found.headings }).toEqual({ page: page.url(), headings: 1 });
  expect(found.title).toMatch(/\S.* – Spolupracovňa$/);
}

/** Nothing sticks out to the right: the page scrolls in one direction only (WCAG 1.4.10), and no control lies outside the window. */
export async function expectFits(page: Page): Promise<void> {
  const outside = await page.evaluate(async () => {
    // After a change of the window some values arrive with the next frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const scrolls = (element: Element | null): boolean =>
      element !== null && element !== document.documentElement && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const controls = [...document.querySelectorAll('a[href], button, input, textarea, select, h1')].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('.board-plane, .visually-hidden, [hidden]') || !element.checkVisibility()) return false;
      return (box.right > window.innerWidth + 1 || box.left < -1) && !scrolls(element.parentElement) && getComputedStyle(element).position !== 'absolute';
    });
    const widest = wide > 0 ? [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1) : [];
    return { wide, outside: [...controls, ...widest.slice(-3)].map(name) };
  });
  const at = `${page.url()} at ${page.viewportSize()?.width}`;
  expect({ at, ...outside }).toEqual({ at, wide: 0, outside: [] });
}
