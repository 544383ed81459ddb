import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { eventually } from './eventually.ts';
import { ANSWERED, answerOf, KINDS, nameOf } from './kinds.ts';
import { expectFits } from './page-checks.ts';
import { expectSound, startBrowser } from './people.ts';

/** Where the screens are kept to be looked at; left out: nowhere. */
const PICTURES = process.env['KIND_PICTURES'];

interface Room {
  room: { activity: { part: Parameters<typeof answerOf>[1] } };
}
let browser: Browser;
let city: DemoCity;
let canvas: Page;
let projector: Page;
let phone: Page;
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  canvas = await city.as('facilitator', 'laptop');
  projector = await city.as('facilitator', 'projector');
  phone = await city.as(null, 'phone');
  await canvas.goto(`${city.app.url}/sessions/${city.places.running}/canvas`);
  await projector.goto(`${city.app.url}/sessions/${city.places.running}/projector`);
  await phone.goto(`${city.app.url}/j#${city.places.code}`);
  await phone.getByRole('button', { name: 'Vstúpiť anonymne' }).click();
  await phone.getByRole('button', { name: 'Preskočiť' }).click();
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const give = (path: string, data: object = {}) => command(canvas, city.app.url, 'POST', path, data);

/** One card that staff set aside, two that wait for them. */
async function waitInInbox(activityId: string, title: string): Promise<void> {
  await phone.getByRole('heading', { name: title }).first().waitFor();
  let sent = 0;
  for (const text of ['Pán Novák parkuje na chodníku', 'Viac tieňa na zastávkach', 'Autobus aj po desiatej večer']) {
    await phone.getByRole('textbox', { name: 'Váš lístok' }).fill(text);
    await phone.getByRole('radio', { name: 'Potrebujeme' }).check();
    await phone.getByRole('button', { name: 'Odoslať lístok' }).click();
    await phone.getByText('čaká na prečítanie').nth(sent++).waitFor();
  }
  const [first] = (await (await canvas.context().request.get(`${city.app.url}/api/sessions/${city.places.running}/inbox`)).json()) as { id: string }[];
  await give(`activities/${activityId}/inbox`, { cardIds: [first!.id], from: 'inbox', to: 'aside', reason: 'Hovorí o konkrétnom človeku.' });
  await phone.getByText('odložený', { exact: true }).waitFor();
  await canvas.getByText('2 čakajú').waitFor();
}

/** Two of the proposed clusters are made, and stored. */
async function acceptProposals(): Promise<void> {
  const read = async <Answer>(path: string) => (await (await canvas.context().request.get(`${city.app.url}/api/${path}`)).json()) as Answer;
  const { room } = await read<{ room: { boardId: string } }>(`sessions/${city.places.running}/room`);
  for (let i = 0; i < 2; i++) {
    const first = canvas.getByRole('button', { name: /^Prijať: / }).first();
    const name = (await first.getAttribute('aria-label'))!;
    await first.click();
    await canvas.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  }
  await eventually(async () => {
    const { frames } = await read<{ frames: { clusters: { id: string | null }[] }[] }>(`boards/${room.boardId}`);
    expect(new Set(frames.flatMap(({ clusters }) => clusters.flatMap(({ id }) => id ?? []))).size).toBe(2);
  });
}

/** Nine others begin a sheet, and the sheets of the two circles are passed on. */
async function passSheetsOn(activityId: string): Promise<void> {
  await phone.getByText(/Tento hárok začínate vy/).waitFor();
  for (let i = 0; i < 9; i++) {
    const other = await city.as(null, 'phone');
    await command(other, city.app.url, 'POST', 'joins', { code: city.places.code, nickname: null, sector: null, language: 'sk' });
    await command(other, city.app.url, 'POST', `activities/${activityId}/sheet`);
    await other.context().close();
  }
  await canvas.getByRole('button', { name: 'Posunúť hárky' }).click();
  await canvas.getByRole('alertdialog').getByRole('button', { name: 'Posunúť hárky' }).click();
  await phone.getByText(/^Kruh 1 z 2, je v ňom 5 ľudí/).waitFor();
  await projector.getByText(/^2 kruhy/).waitFor();
  await canvas.getByText(/^Kruh 2: hotovo 0/).waitFor();
}

async function expectSoundScreens(name: string, title: string): Promise<void> {
  for (const [screen, page] of Object.entries({ phone, projector, canvas })) {
    await page.getByRole('heading', { name: title }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('.ui-spinner') === null);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${screen}.png`), animations: 'disabled' });
    await expectSound(page);
    if (page === phone) await expectFits(page);
  }
}

/** Each of its stages asks for something else. */
async function walkThroughIdeathon(id: string, title: string): Promise<void> {
  let from = 'brief';
  for (const [to, name] of [['teams', 'Tímy'], ['canvas', 'Plátno nápadu'], ['pitches', 'Prezentácie'], ['audience-vote', 'Hlas publika'], ['results', 'Výsledky']] as const) {
    await give(`activities/${id}/stage`, { from, to });
    from = to;
    if (to === 'teams') await command(phone, city.app.url, 'POST', `activities/${id}/teams`, { name: 'Zelené strechy', idea: 'Zazeleníme strechy škôl a škôlok.' });
    for (const page of [phone, projector]) await page.getByText(new RegExp(`krok z \\d: ${name}`)).first().waitFor();
    await canvas.locator('[aria-current=step]', { hasText: name }).waitFor();
    await projector.getByText('Zelené strechy').first().waitFor();
    if (to === 'teams' || to === 'canvas') await phone.getByText('Váš tím').first().waitFor();
    await expectSoundScreens(`ideathon-${to}`, title);
  }
}

/** A jury of one, from her first question to what the teams are told. */
async function judgeIdeathon(id: string, title: string): Promise<void> {
  const read = async <Answer>(page: Page, path: string) => (await (await page.context().request.get(`${city.app.url}/api/${path}`)).json()) as Answer;
  const { room } = await read<{ room: { activity: { part: { stage: string } } } }>(canvas, `sessions/${city.places.running}/room`);
  await give(`activities/${id}/stage`, { from: room.activity.part.stage, to: 'jury' });
  const juror = await city.as(null, 'phone');
  await juror.goto(`${city.app.url}/j#${city.places.code}`);
  await juror.getByRole('button', { name: 'Vstúpiť anonymne' }).click();
  await juror.getByRole('button', { name: 'Preskočiť' }).click();
  await juror.getByRole('heading', { name: title }).first().waitFor();
  const { me } = await read<{ me: { participantId: string } }>(juror, `sessions/${city.places.running}/room`);
  await give(`activities/${id}/jury/jurors`, { participantId: me.participantId, named: true });
  const expectSoundPhone = async () => {
    await expectSound(juror);
    await expectFits(juror);
  };

  await asked('Začať hodnotenie');
  await juror.getByRole('button', { name: 'Nemám konflikt záujmov' }).waitFor();
  await expectSoundPhone();
  await juror.getByRole('button', { name: 'Nemám konflikt záujmov' }).click();
  await juror.getByRole('button', { name: 'Tím 1 · Zelené strechy' }).click();
  for (const said of ['2 · pre všetkých', '1 · áno']) await juror.getByRole('radio', { name: said }).check();
  await juror.getByRole('textbox', { name: 'Odkaz tímu' }).fill('Držíme palce.');
  await projector.getByText('Hotové hárky: 1 z 1').first().waitFor();
  await juror.getByText('Všetko je uložené').waitFor();
  await expectSoundPhone();
  await expectSoundScreens('ideathon-jury', title);
  await juror.getByRole('button', { name: 'Späť na tímy' }).first().click();
  await juror.getByText(/^Všetko je ohodnotené/).waitFor();

  await asked('Odkryť body porote');
  await juror.getByText('Čo porota dala').waitFor();
  await expectSoundPhone();
  await canvas.getByRole('button', { name: 'Pozrieť body' }).click();
  await canvas.getByRole('dialog').getByText('Držíme palce.').waitFor({ state: 'attached' });
  await expectSound(canvas);
  await canvas.keyboard.press('Escape');
  await asked('Uzavrieť výsledok');
  await canvas.getByText(/^Uzavreté/).waitFor();
  await give(`activities/${id}/stage`, { from: 'jury', to: 'results' });
  await phone.getByText('Držíme palce.').waitFor();
  for (const page of [phone, projector]) await page.getByText('100 zo 100').first().waitFor();
  await expectSoundScreens('ideathon-judged', title);
  await juror.context().close();
}

/** A step of the jury is asked for twice. */
async function asked(step: string): Promise<void> {
  await canvas.getByRole('button', { name: step, exact: true }).click();
  await canvas.getByRole('alertdialog').getByRole('button', { name: step, exact: true }).click();
}

test('a question typed on the canvas is on all screens, and the hall goes back to what ran before', async () => {
  const before = 'Písanie pred anketou';
  const made = (await command(canvas, city.app.url, 'POST', `sessions/${city.places.running}/activities`, {
    title: before, instruction: '', staffNotes: '', minutes: 5, methodId: null, settings: { kind: 'brainstorm', mode: 'open', frames: [] },
  })) as { id: string };
  await give(`activities/${made.id}/start`);
  await canvas.getByRole('heading', { name: before }).first().waitFor();
  await canvas.getByRole('textbox', { name: /^Otázka, potom možnosti/ }).click();
  await canvas.keyboard.type('Kde chcete lavičky? Pri fontáne / Pod stromami / Nikde');
  await canvas.getByText(/Výber z možností: Pri fontáne/).waitFor();
  if (PICTURES) await canvas.screenshot({ path: join(PICTURES, 'quick-poll-typed-canvas.png'), animations: 'disabled' });
  await canvas.keyboard.press('Enter');
  await expectSoundScreens('quick-poll', 'Kde chcete lavičky?');
  await phone.getByRole('radio', { name: 'Pod stromami' }).check();
  await phone.getByRole('button', { name: 'Odoslať odpoveď' }).click();
  await phone.getByText('Vaša odpoveď sa počíta.').waitFor();
  await canvas.getByRole('button', { name: 'Ukončiť a ukázať výsledok' }).click();
  await projector.getByText('Najviac ľudí vybralo: Pod stromami.').waitFor();
  await canvas.getByRole('button', { name: `Pokračovať: ${before}` }).click();
  for (const page of [phone, projector]) await page.getByRole('heading', { name: before }).first().waitFor();
});

const named = KINDS.map((one) => ({ ...one, name: nameOf(one) }));

test.each(named)('$name is sound on the phone, on the projector and on the canvas', async ({ name, ...one }) => {
  const { kind, isCounted, settings } = one;
  const title = `Skúška druhu ${name}`;
  const made = (await command(canvas, city.app.url, 'POST', `sessions/${city.places.running}/activities`, {
    title, instruction: 'Pozrite sa na otázku a odpovedzte podľa seba.', staffNotes: 'Dať čas tichým.', minutes: 5, methodId: null, settings: { kind, ...settings },
  })) as { id: string };
  await give(`activities/${made.id}/start`);
  if (name === 'brainstorm-inbox') await waitInInbox(made.id, title);
  if (kind === 'cluster') await canvas.getByRole('button', { name: 'Navrhnúť zhluky' }).click();
  await expectSoundScreens(name, title);
  if (kind === 'cluster') await acceptProposals();
  if (name === 'brainstorm-sheets') {
    await passSheetsOn(made.id);
    await expectSoundScreens(`${name}-in-circles`, title);
  }
  if (kind === 'ideathon') {
    await walkThroughIdeathon(made.id, title);
    await judgeIdeathon(made.id, title);
  }
  if (!isCounted) return;
  const { room } = (await (await phone.context().request.get(`${city.app.url}/api/sessions/${city.places.running}/room`)).json()) as Room;
  const [method, path, answer] = answerOf(one, room.activity.part);
  await command(phone, city.app.url, method, `activities/${made.id}/${path}`, answer);
  await give(`activities/${made.id}/end`);
  await give(`activities/${made.id}/show-result`);
  for (const page of [phone, projector, canvas]) await page.getByText(ANSWERED).first().waitFor();
  await expectSoundScreens(`${name}-result`, title);
});
