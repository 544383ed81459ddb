import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { command, DemoCity } from './demo-city.ts';
import { planActivity, startActivity } from './facilitator.ts';
import { join, ownCard, writeCard } from './participant.ts';
import { expectSound, startBrowser } from './people.ts';

const TITLE = 'Svetová kaviareň';
const FRAME = 'Čo by pomohlo';

let browser: Browser;
let city: DemoCity;
let facilitator: Page;
let projector: Page;
let phones: Page[];
beforeAll(async () => {
  browser = await startBrowser();
  city = await DemoCity.open(browser);
  facilitator = await city.as('facilitator', 'laptop');
  projector = await city.as('facilitator', 'projector');
  await facilitator.goto(`${city.app.url}/sessions/${city.places.ready}`);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const now = () => facilitator.getByRole('region', { name: 'Práve beží' });
const own = (phone: Page) => phone.getByRole('region', { name: 'Váš stôl' });
const tableOf = async (phone: Page) => (await own(phone).getByRole('status').textContent()) ?? '';
/** Phones by table, in its order, of the present round. */
async function byTable(): Promise<Page[][]> {
  const tables = await Promise.all(phones.map(tableOf));
  return ['Stôl 1', 'Stôl 2'].map((name) => phones.filter((_, i) => tables[i] === name));
}
const confirm = (name: string) => facilitator.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

test('tables are prepared, and people are dealt to them evenly by sector', async () => {
  await planActivity(facilitator, {
    kind: 'Práca pri stoloch', title: TITLE, instruction: 'Porozprávajte sa a píšte lístky.', minutes: 20,
    more: async (form) => {
      await form.getByLabel('Počet stolov').fill('2');
      await form.getByRole('radio', { name: /^Rovnomerne podľa sektorov/ }).check();
      await form.getByLabel(/^Otázky pre stoly/).fill('Čo chýba deťom?\nČo chýba starším?');
      await form.getByLabel(/^Kde stoly stoja/).fill('pri okne\npri dverách');
      await form.getByLabel(/^Rámy na tabuľu každého stola/).fill(`${FRAME}\nČo prekáža`);
      await expectSound(form);
    },
  });
  await command(facilitator, city.app.url, 'POST', `sessions/${city.places.ready}/open`);
  await facilitator.goto(`${city.app.url}/sessions/${city.places.ready}/canvas`);
  const { room } = (await (await facilitator.context().request.get(`${city.app.url}/api/sessions/${city.places.ready}/room`)).json()) as { room: { code: string } };
  phones = [];
  for (const [name, sector] of [['Anna', 'Som tu ako obyvateľ/ka'], ['Boris', 'Som tu ako obyvateľ/ka'], ['Cyril', 'Podnikatelia a firmy'], ['Dana', 'Podnikatelia a firmy']] as const) {
    const phone = await city.as(null, 'phone');
    await phone.goto(`${city.app.url}/j#${room.code}`);
    await join(phone, { name, sector });
    phones.push(phone);
  }
  await startActivity(facilitator, TITLE);
  await projector.goto(`${city.app.url}/sessions/${city.places.ready}/projector`);
  for (const phone of phones) await own(phone).waitFor();
  const [first, second] = await byTable();
  expect([first!.length, second!.length]).toEqual([2, 2]);
  const residents = (table: Page[]) => table.filter((phone) => phones.indexOf(phone) < 2).length;
  expect([residents(first!), residents(second!)]).toEqual([1, 1]);
  await own(first![0]!).getByText('Čo chýba deťom?').waitFor();
  await own(first![0]!).getByText('pri okne').waitFor();
  await projector.getByText('pri dverách').waitFor();
  await expectSound(first![0]!);
  await expectSound(projector);
});

test('they write at two tables, one calls for help, and all are told something', async () => {
  const [[one], [two]] = (await byTable()) as [Page[], Page[]];
  await writeCard(one!, 'Viac lavičiek v parku', FRAME);
  await writeCard(two!, 'viac lavičiek v parkoch', FRAME);
  await writeCard(two!, 'Autobus každých desať minút', FRAME);
  for (const phone of [one!, two!]) await ownCard(phone, 'lavičiek').getByText('uložený').waitFor();
  await one!.getByText('Čo napísal náš stôl').click();
  await one!.getByText('1 lístok', { exact: true }).waitFor();
  await one!.getByRole('button', { name: 'Zavolať pomoc' }).click();
  await one!.getByText('Zavolali ste pomoc. Niekto k vám príde.').waitFor();
  await now().getByRole('alert').getByText('Stôl 1 volá o pomoc').waitFor();
  await now().getByRole('listitem').filter({ hasText: 'Stôl 2' }).getByText('2 lístky').waitFor();
  await expectSound(facilitator);
  await now().getByRole('button', { name: 'Vybavené' }).click();
  await one!.getByRole('button', { name: 'Zavolať pomoc' }).waitFor();
  await now().getByLabel('Správa všetkým stolom').fill('Ešte päť minút.');
  await now().getByRole('button', { name: 'Poslať stolom' }).click();
  for (const screen of [...phones, projector]) await screen.getByText('Ešte päť minút.').waitFor();
});

test('a table’s board is visited; at the next dealing hosts stay and the others change tables', async () => {
  const before = (await byTable()) as [Page[], Page[]];
  await now().getByRole('link', { name: 'Stôl 2' }).click();
  await facilitator.getByRole('button', { name: 'Zoznam' }).click();
  await facilitator.getByRole('button', { name: 'Otvoriť: Autobus každých desať minút' }).waitFor();
  await now().getByRole('link', { name: 'Spoločná tabuľa' }).click();
  await now().getByRole('button', { name: 'Rozdať nanovo' }).click();
  await confirm('Rozdať nanovo');
  await now().getByText(/kolo 2/).waitFor();
  const isHost = (phone: Page) => phone.getByText(/^Ste hostiteľ\/ka tohto stola/).isVisible();
  for (const [i, table] of before.entries()) {
    for (const phone of table) {
      const name = `Stôl ${(await isHost(phone)) ? i + 1 : 2 - i}`;
      await own(phone).getByText(name, { exact: true }).waitFor();
    }
  }
});

test('all of it comes onto the shared board: duplicates side by side, each note with its table, and its way leads back there', async () => {
  await now().getByRole('button', { name: 'Preniesť na spoločnú tabuľu' }).click();
  await confirm('Preniesť na spoločnú tabuľu');
  await now().getByText('Na spoločnej tabuli sú 3 lístky od stolov.').waitFor();
  await now().getByText('1 skupina podobných lístkov').click();
  const similar = now().getByRole('group').filter({ hasText: 'podobných lístkov' }).getByRole('listitem');
  expect(await similar.filter({ hasText: 'Stôl' }).filter({ hasNot: facilitator.getByRole('list') }).allTextContents()).toEqual(['Viac lavičiek v parku Stôl 1', 'viac lavičiek v parkoch Stôl 2']);
  await expectSound(facilitator);
  await facilitator.getByRole('button', { name: 'Zoznam' }).click();
  const line = (text: string) => facilitator.getByRole('button', { name: `Otvoriť: ${text}` });
  await line('Viac lavičiek v parku').waitFor();
  const order = await facilitator.getByRole('button', { name: /^Otvoriť: / }).allTextContents();
  const at = (text: string) => order.findIndex((words) => words.includes(text));
  expect(at('viac lavičiek v parkoch') - at('Viac lavičiek v parku')).toBe(1);
  await phones[0]!.getByText('Čo napísali všetky stoly').click();
  await phones[0]!.getByText('3 lístky', { exact: true }).waitFor();
  await projector.getByText('Čo stoly napísali, je na spoločnej tabuli.').waitFor();

  const report = (await (await facilitator.context().request.get(`${city.app.url}/api/sessions/${city.places.ready}/report`)).json()) as { activities: { kind: string; part: { tables: { clusters: { notes: { contributionId: string; text: string }[] }[] }[] } | null }[] };
  const bus = report.activities.flatMap(({ kind, part }) => (kind === 'breakout' ? (part?.tables ?? []) : [])).flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes)).find(({ text }) => text.startsWith('Autobus'))!;
  const way = await city.as('facilitator', 'laptop');
  await way.goto(`${city.app.url}/ways/${bus.contributionId}`);
  await way.getByText('Stôl 2 · Čo chýba starším?').waitFor();
  await expectSound(way);
  await way.goto(`${city.app.url}/sessions/${city.places.ready}/report`);
  await way.getByRole('heading', { name: 'Stôl 1 · Čo chýba deťom?' }).waitFor();
  await expectSound(way);

  await now().getByRole('button', { name: 'Vziať prenesenie späť' }).click();
  await confirm('Vziať prenesenie späť');
  await now().getByRole('button', { name: 'Preniesť na spoločnú tabuľu' }).waitFor();
  await line('Viac lavičiek v parku').waitFor({ state: 'detached' });
  await projector.getByText(/^Svoj stôl nájdete na telefóne/).waitFor();
});
