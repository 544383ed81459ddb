import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoCity, type CityPlaces, type DemoRole } from './demo-city.ts';
import { expectFits, expectNamed, settled } from './page-checks.ts';
import { expectSound, SCREENS, startBrowser } from './people.ts';

let browser: Browser;
let city: DemoCity;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

/** A laptop at 200 % zoom. */
const ZOOMED = { width: 683, height: 384 };

/** Each route of the web with somebody who may see it; null: a visitor without an account. */
const PAGES: { role: DemoRole | null; addresses: (at: CityPlaces) => string[] }[] = [
  {
    role: null,
    addresses: (at) => [
      '/', '/sign-in', '/set-up', '/invitation', '/r', '/survey', '/nowhere', '/sessions/nothing', '/sessions/nothing/canvas', '/sessions/%E0%A4%A/projector', '/processes', `/processes/${at.process}`, '/commitments', `/commitments/${at.commitment}`, `/action-plans/${at.plan}`, '/methods',
      '/methods/how-might-we', '/methods/guide', '/topic-guide', '/topic-guide?decision=partly&need=solutions&promise=given&views=conflict&time=some&means=there&people=hard', `/ways/${at.note}`, `/sessions/${at.finished}/report`, `/ideas/${at.idea}`, `/public-votes/${at.openVote}`, `/public-votes/${at.countedVote}`, `/public-votes/${at.countedVote}/ballot`, `/processes/${at.process}/ideas`, `/processes/${at.process}/ideas/new`, `/dossiers/${at.dossier}`, `/dossiers/${at.dossier}/versions/1`, `/dossiers/${at.dossier}/route`,
      '/decisions', `/decisions/${at.decision}`, `/bodies/${at.body}`, '/account', '/j', `/sessions/${at.ready}/registration`, `/sessions/${at.finished}/registration`, '/registration', '/address', '/unsubscribe',
      `/processes/${at.process}/criteria`,
    ],
  },
  {
    role: 'facilitator',
    addresses: (at) => [
      '/processes', `/processes/${at.process}/sessions/new`, `/sessions/${at.ready}`, `/sessions/${at.running}`, `/sessions/${at.running}/canvas`,
      `/sessions/${at.running}/projector`, `/sessions/${at.running}/history`, `/sessions/${at.finished}/history`, `/sessions/${at.running}/report`, `/sessions/${at.finished}/canvas`, `/sessions/${at.ready}/projector`,
      `/sessions/${at.ready}/run-sheet`, `/sessions/${at.ready}/registrations`, `/sessions/${at.ready}/paper`, `/sessions/${at.running}/run`, `/sessions/${at.ready}/run`, `/sessions/${at.finished}/run`, `/sessions/${at.finished}/report/edit`, `/sessions/${at.finished}/reflection`,
    ],
  },
  {
    role: 'officer',
    addresses: (at) => [
      '/', '/processes/new', `/processes/${at.process}/edit`, `/processes/${at.process}/idea-intake`, `/processes/${at.process}/desk`, `/processes/${at.process}/paper-form`, `/commitments/${at.commitment}/edit`, `/action-plans/${at.plan}/commitments/new`,
      `/processes/${at.process}/public-votes/new`, `/public-votes/${at.draftVote}`, `/public-votes/${at.draftVote}/edit`, `/public-votes/${at.countedVote}/paper`, `/public-votes/${at.openVote}/ballot`,
      `/dossiers/${at.dossier}/edit`, '/my', '/notices', '/account', '/admin',
      `/processes/${at.process}/assessments`,
      `/processes/${at.process}/reports`,
      '/overview', '/overview/waiting', `/overview/contributions?processId=${at.process}&show=all`, '/desk',
    ],
  },
  { role: 'department-member', addresses: (at) => ['/assessments', `/assessments/${at.assessment}`, `/referral-questions/${at.question}`] },
  { role: 'commission-member', addresses: (at) => ['/desk', `/referrals/${at.referral}`] },
  { role: 'administrator', addresses: () => ['/admin', '/admin/people', '/admin/organisations', '/admin/bodies', '/admin/roles', '/admin/outbox', '/admin/audit'] },
  { role: 'secretary', addresses: (at) => ['/desk', `/referrals/${at.referral}`, `/bodies/${at.body}`, `/meetings/${at.meeting}`] },
];
const everyone = PAGES.map(({ role, addresses }) => ({ who: role ?? 'a visitor', role, addresses }));

/** The web's own list of routes, read as text: the browser tests know its addresses only. */
const ROUTES = ['routes.tsx', 'room-address.ts'].flatMap((file) =>
  [...readFileSync(join(import.meta.dirname, '../../web/src', file), 'utf8').matchAll(/\{ path: '([^']+)'/g)].map(([, path]) => path!));
/** As the router chooses: of the routes that fit, the one with the fewest places to fill in. */
function routeOf(address: string): string | undefined {
  const [path] = address.split('?');
  const fits = (route: string) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path!);
  const blanks = (route: string) => route.split(':').length;
  return ROUTES.filter(fits).sort((a, b) => blanks(a) - blanks(b))[0];
}

async function look(page: Page, address: string): Promise<void> {
  // A document of its own for each page, so that one page's complaint is not blamed on another.
  await page.goto(`${city.app.url}${address}`);
  await settled(page);
}

test('somebody looks at every page that the web has', () => {
  const looked = new Set(PAGES.flatMap(({ addresses }) => addresses(city.places)).map(routeOf));
  expect(ROUTES.length).toBeGreaterThan(30);
  expect(ROUTES.filter((route) => !looked.has(route))).toEqual([]);
});

describe.each(everyone)('pages of $who', ({ role, addresses }) => {
  test('are named, accessible and fit a laptop, a laptop at 200 % and a phone, in Slovak', async () => {
    const page = await city.as(role, 'laptop');
    for (const address of addresses(city.places)) {
      await page.setViewportSize(SCREENS.laptop.viewport);
      await look(page, address);
      await expectNamed(page);
      await expectSound(page);
      await expectFits(page);
      await page.setViewportSize(ZOOMED);
      await expectFits(page);
      await page.setViewportSize(SCREENS.phone.viewport);
      await expectFits(page);
      await expectSound(page);
    }
    await page.context().close();
  });

  test('fit a phone in Ukrainian, Czech and English', async () => {
    const page = await city.as(role, 'phone');
    const all = addresses(city.places);
    // Ukrainian words are the longest; of the others each fourth page is looked at, not the same ones.
    const looked = { uk: all, cs: all.filter((_, i) => i % 4 === 1), en: all.filter((_, i) => i % 4 === 3) };
    for (const [language, some] of Object.entries(looked)) {
      await page.context().addInitScript((chosen) => localStorage.setItem('language', chosen), language);
      for (const address of some) {
        await look(page, address);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        await expectNamed(page);
        await expectFits(page);
      }
    }
    await page.context().close();
  });
});

test('a phone’s canvas has two rows of buttons and then the board, with nothing over it but its own tools', async () => {
  const page = await city.as('facilitator', 'phone');
  for (const language of ['sk', 'uk']) {
    await page.context().addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    await look(page, `/sessions/${city.places.running}/canvas`);
    // a phone begins with the list; what was chosen on it stays for the second language
    if (language === 'sk') await page.getByRole('button', { name: 'Plátno' }).click();
    await page.getByRole('group', { name: /^(Tabuľa|Дошка):/ }).waitFor();
    const bar = page.locator('header');
    await bar.getByRole('button').nth(5).waitFor();
    const { rows, bottom, cut } = await bar.evaluate((header) => {
      const buttons = [...header.querySelectorAll('button')].map((button) => ({ button, place: button.getBoundingClientRect() }));
      return {
        rows: new Set(buttons.map(({ place }) => Math.round((place.top + place.bottom) / 20))).size, bottom: header.getBoundingClientRect().bottom,
        cut: buttons.filter(({ button, place }) => button.scrollWidth > button.clientWidth + 1 || place.width < 44 || place.height < 44).map(({ button }) => button.textContent),
      };
    });
    expect({ language, rows, cut }).toEqual({ language, rows: 2, cut: [] });
    expect(bottom).toBeLessThanOrEqual(112);
  }
  await page.context().close();
});

test('a guest’s phone: code, joining, cards, own things and receipt, in Slovak and Ukrainian', async () => {
  const receipt = /\/r#\S+/.exec(city.app.output())![0];
  for (const language of ['sk', 'uk']) {
    const page = await city.as(null, 'phone');
    await page.context().addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    const looked = async () => {
      await expectNamed(page);
      await expectFits(page);
      await expectSound(page);
      await page.setViewportSize(ZOOMED);
      await expectFits(page);
      await page.setViewportSize(SCREENS.phone.viewport);
    };
    const [going, leaving] = [page.locator('button[type=submit]'), page.getByRole('button').last()];
    await look(page, `/j#${city.places.code}`);
    await looked();
    await going.click();
    await page.getByRole('radio').first().waitFor();
    await looked();
    await leaving.click();
    await page.getByRole('textbox').waitFor();
    await looked();
    await page.locator('details summary').last().click();
    await page.getByRole('heading', { level: 2 }).nth(3).waitFor();
    await expectFits(page);
    await page.getByRole('banner').getByRole('button').click();
    await page.getByRole('textbox').waitFor({ state: 'detached' });
    await looked();
    await look(page, receipt);
    await page.locator('main summary').first().click();
    await looked();
    await page.context().close();
  }
});

test('the pin of an idea stands on its plan, wherever the plan is shown', async () => {
  const page = await city.as(null, 'laptop');
  const answer = await page.context().request.get(`${city.app.url}/api/processes/${city.places.process}/ideas?place=yes`);
  const [placed] = ((await answer.json()) as { items: { id: string }[] }).items;
  for (const screen of ['laptop', 'phone'] as const) {
    await page.setViewportSize(SCREENS[screen].viewport);
    await look(page, `/ideas/${placed!.id}`);
    const plan = page.locator('.ideas-plan');
    await plan.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.ideas-plan > img')?.complete);
    const { frame, picture } = await plan.evaluate((element) => ({ frame: element.clientWidth, picture: element.querySelector('img')!.getBoundingClientRect().width }));
    expect({ screen, frame }).toEqual({ screen, frame: Math.round(picture) });
  }
  await page.context().close();
});

test('dark and high contrast hold on page, phone, canvas and projector', async () => {
  const { process, running, finished, dossier, referral, note, code } = city.places;
  const staff = await city.as('facilitator', 'laptop');
  const member = await city.as('commission-member', 'laptop');
  const phone = await city.as(null, 'phone');
  const hall = await city.as('facilitator', 'projector');
  for (const theme of ['dark', 'contrast']) {
    for (const page of [staff, member, phone, hall]) await page.context().addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
    for (const address of [`/processes/${process}`, `/sessions/${running}/canvas`, `/sessions/${finished}/report`, `/dossiers/${dossier}`, `/ways/${note}`]) {
      await look(staff, address);
      await expectSound(staff);
    }
    await look(member, `/referrals/${referral}`);
    await expectSound(member);
    await look(hall, `/sessions/${running}/projector`);
    await expectSound(hall);
    await expectFits(hall);
    await look(phone, `/j?${theme}#${code}`);
    await expectSound(phone);
  }
  await Promise.all([staff, member, phone, hall].map((page) => page.context().close()));
});
