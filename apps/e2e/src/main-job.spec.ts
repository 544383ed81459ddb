import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { choose, givePosition, recordOpinion, typeDay } from './commission.ts';
import { eventually } from './eventually.ts';
import { describeProcess, groupNotes, planActivity, signInAs, startActivity } from './facilitator.ts';
import { overhear } from './overheard.ts';
import { join, ownCard, secondsLeft, writeCard } from './participant.ts';
import { expectSound, someone, startBrowser } from './people.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { storyOf } from './story.ts';

const PROCESS = 'Chladné mesto: tieň a voda v letných horúčavách';
const SESSION = 'Kde je v lete najhoršie? Dielňa so susedmi z Fončordy';
const WELCOME = 'Bola to najteplejšia noc v roku. Dnes spolu nájdeme miesta, kde sa v meste nedá vydržať, a povieme, čo s nimi.';
const WRITING = 'Kde je najhoršie a čo by pomohlo';
const CLUSTERING = 'Čo patrí k sebe';
const VOTING = 'Čo má mesto urobiť prvé';

const ANNA = {
  shelter: 'Na zastávke na Moskovskej ulici niet kúska tieňa. Moja mama tam vlani v júli odpadla, autobus meškal dvadsať minút.',
  tram: 'Zastávky pri nemocnici a na Moskovskej prestrešiť skôr než ostatné, čaká tam najviac starých ľudí.',
};
const GUEST = {
  water: 'Pitná fontánka pri každom ihrisku; dnes si deti nosia vodu v plastových fľašiach z obchodu.',
  trees: 'Namiesto ďalšieho parkoviska vysadiť stromy, ktoré budú o desať rokov chladiť celú ulicu.',
};
const MEMBER = 'Škola na Tatranskej má na juh otočené triedy bez žalúzií, v júni sa tam nedá učiť.';
const CANVAS = 'Z predošlej prechádzky: na Námestí slobody sme namerali 61 °C na dlažbe.';
const SHADE_IDEA = 'Tieň tam, kde sa čaká';
const WATER_IDEA = 'Pitná voda a stromy v každej štvrti';
const SHADE = 'Tieň na zastávkach a pri školách';
const WATER = 'Voda a stromy, ktoré ulicu ochladia';

const DOSSIER = 'Tieň a voda v letných horúčavách: odporúčania zo susedskej dielne';
const COMMISSION = 'Komisia životného prostredia a energetiky (ukážková)';
const ANSWERS = {
  opinion: 'Komisia súhlasí. Fontánky treba začať tam, kde sú ihriská bez stromov, a počítať s ich zimnou údržbou.',
  decision: 'Fontánky stoja menej než parkovisko a slúžia každému. Päť ich pribudne do júna, tri ďalšie po skúsenosti z prvého leta.',
  progress: 'Miesta sú vybrané, vodárne pripravujú prípojky.',
};
const MILESTONE = 'Päť nových pitných fontánok pri ihriskách';

describe('the main job, from a note in a workshop to the answer to its author', () => {
  let app: RunningApp;
  let browser: Browser;
  let facilitator: Page;
  let projector: Page;
  let anna: Page;
  let guest: Page;
  let member: Page;
  let officer: Page;
  let secretary: Page;
  let stranger: Page;
  let heardByGuest: (words: string) => Promise<boolean>;
  let heardByProjector: (words: string) => Promise<boolean>;
  let heardByFacilitator: (words: string) => Promise<boolean>;
  /** Where things of the story live, for those who come to them later. */
  const at = { process: '', session: '', code: '' };

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp({ demo: true }), startBrowser()]);
    [facilitator, projector, anna, guest, member] = await Promise.all([
      someone(browser, 'laptop'), someone(browser, 'projector'), someone(browser, 'phone'), someone(browser, 'phone'), someone(browser, 'tablet'),
    ]);
    [officer, secretary, stranger] = await Promise.all([someone(browser, 'laptop'), someone(browser, 'laptop'), someone(browser, 'phone')]);
    [heardByGuest, heardByProjector, heardByFacilitator] = [overhear(guest), overhear(projector), overhear(facilitator)];
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const step = storyOf('main-job', () => ({ facilitator, projector, anna, guest, member, officer, secretary, stranger }));

  step('1 the facilitator creates a process and a session, its agenda by hand and from a method', async () => {
    await signInAs(facilitator, app.url, 'Facilitátorka');
    await facilitator.getByRole('link', { name: 'Nový proces' }).click();
    await facilitator.getByRole('heading', { level: 1, name: 'Nový proces' }).waitFor();
    await describeProcess(facilitator, {
      title: PROCESS,
      problem: 'V júli namerali na námestí 61 °C. Starší ľudia nevychádzajú z bytov a deti sa nemajú kde hrať. Nevieme, kde je najhoršie a čo by ľuďom pomohlo najviac.',
      statusQuo: 'Máme tri pitné fontánky a teplotnú mapu z roku 2023. Stromy sadíme tam, kde je miesto, nie tam, kde chýbajú.',
      goals: ['Každý nájde do piatich minút chôdze tieň a vodu.'],
      phases: ['Počúvame', 'Komisia a zastupiteľstvo'],
      actors: [
        { name: 'Obyvatelia Fončordy', role: 'horúčavy zažívajú doma aj na zastávkach' },
        { name: 'Dopravný podnik', sector: 'súkromný', role: 'stavia zastávky' },
      ],
      organisations: ['Mestský úrad Banská Bystrica', 'Referát participácie a inovácie v oblasti otvoreného spravovania'],
      commitment: 'Využitie nástroja Spolupracov',
    });
    await facilitator.getByRole('radio', { name: 'prebieha' }).check();
    await facilitator.getByRole('radio', { name: 'verejné' }).check();
    await expectSound(facilitator);
    await facilitator.getByRole('button', { name: 'Založiť proces' }).click();
    await facilitator.getByRole('heading', { level: 1, name: PROCESS }).waitFor();
    at.process = facilitator.url();
    await facilitator.getByText('Dopravný podnik').waitFor();
    await expectSound(facilitator);

    await facilitator.getByRole('link', { name: 'Nové stretnutie' }).click();
    await facilitator.getByLabel('Názov stretnutia').fill(SESSION);
    await facilitator.getByLabel('Uvítanie').fill(WELCOME);
    await facilitator.getByLabel('Miesto').fill('Komunitné centrum Fončorda');
    await expectSound(facilitator);
    await facilitator.getByRole('button', { name: 'Vytvoriť stretnutie' }).click();
    await facilitator.getByRole('heading', { level: 1, name: SESSION }).waitFor();
    at.session = facilitator.url();

    await planActivity(facilitator, {
      kind: 'Informácia', title: 'Prečo sme tu', instruction: 'Mesto má na budúci rok 400 000 € na tieň a vodu. Kam pôjdu, začína sa dnes.', minutes: 5,
    });
    await planActivity(facilitator, {
      kind: 'Písanie lístkov', title: WRITING, instruction: 'Na každý lístok jedno miesto alebo jeden návrh. Píšte tak, ako by ste to povedali susede.', minutes: 10,
      more: async (page) => {
        await page.getByRole('radio', { name: 'skryté do odkrytia' }).check();
        await page.getByLabel('Stĺpce tabule').fill('Kde je najhoršie\nČo by pomohlo');
      },
    });
    await planActivity(facilitator, { kind: 'Triedenie do zhlukov', title: CLUSTERING, instruction: 'Spolu dáme k sebe, čo hovorí o tom istom.', minutes: 15 });
    await planActivity(facilitator, {
      kind: 'Hlasovanie bodkami', title: VOTING, instruction: 'Rozdajte bodky tomu, čo má prísť na rad prvé.', minutes: 10,
      more: async (page) => {
        await page.getByLabel('Bodky pre jedného človeka').fill('3');
        await page.getByLabel('Najviac na jednu možnosť').fill('2');
        await expectSound(page);
      },
    });

    await facilitator.getByRole('button', { name: 'Pridať z knižnice metód' }).click();
    const library = facilitator.getByRole('dialog', { name: 'Metóda do programu' });
    await library.getByRole('button', { name: 'Pozrieť: Bodové hlasovanie' }).click();
    await library.getByText('Rýchlo zistiť, ktoré z obmedzeného počtu možností').waitFor();
    await expectSound(facilitator);
    await library.getByRole('button', { name: 'Pridať do programu' }).click();
    await library.waitFor({ state: 'detached' });
    await facilitator.getByRole('heading', { name: 'Prečítať možnosti' }).waitFor();
    await facilitator.getByRole('button', { name: 'Odstrániť: Prečítať možnosti' }).click();
    await facilitator.getByText('Aktivita „Prečítať možnosti“ je odstránená.').waitFor();
    await expectSound(facilitator);
  });

  step('2 she opens it, the projector shows the way in, and two phones and a tablet join', async () => {
    await facilitator.getByRole('button', { name: 'Otvoriť stretnutie' }).click();
    await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Otvoriť' }).click();
    at.code = ((await facilitator.getByText('Kód pre účastníkov:').locator('strong').textContent()) ?? '').trim();
    expect(at.code).toMatch(/^\w{4} \w{4}$/);
    await expectSound(facilitator);
    await facilitator.getByRole('link', { name: 'Riadiť stretnutie' }).click();
    await facilitator.getByRole('region', { name: 'Sála teraz vidí' }).waitFor();

    await signInAs(projector, app.url, 'Facilitátorka');
    await projector.goto(`${at.session}/projector`);
    await projector.getByRole('img', { name: 'QR kód na pripojenie' }).waitFor();
    await projector.getByText(at.code).waitFor();
    await projector.getByText(/\/j$/).waitFor();
    await expectSound(projector);

    // One scans the code, one types it, and a neighbour who sits in a commission comes with her account.
    await anna.goto(`${app.url}/j#${at.code.replace(' ', '')}`);
    await anna.getByText(WELCOME).waitFor();
    await expectSound(anna);
    await join(anna, { name: 'Anna z Fončordy', sector: 'Som tu ako obyvateľ/ka' });
    await guest.goto(`${app.url}/j`);
    await guest.getByLabel('Kód stretnutia').fill(at.code.toLowerCase());
    await expectSound(guest);
    await guest.getByRole('button', { name: 'Pokračovať' }).click();
    await join(guest, {});
    await expectSound(guest);
    await signInAs(member, app.url, 'Členka komisie');
    await member.goto(app.url);
    await member.getByLabel('Kód z plátna').fill(at.code);
    await member.getByRole('button', { name: 'Pripojiť sa' }).click();
    await join(member, { name: 'Karolína', sector: 'Verejná správa a jej organizácie' });
    await projector.getByText('3 ľudia', { exact: true }).waitFor();

    await anna.reload();
    await anna.getByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' }).waitFor();
    await anna.getByRole('button', { name: 'Moje lístky a nastavenia' }).click();
    await anna.getByText('Kto som: Anna z Fončordy').waitFor();
    await expectSound(anna);
    // The phone's own button, which must not lead out of the room.
    await anna.goBack();
    await anna.getByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' }).waitFor();
    await projector.getByText('3 ľudia', { exact: true }).waitFor();
    await facilitator.getByText('3 účastníci, pripojení: 3').click();
    await facilitator.getByText('Anna z Fončordy').waitFor();
    await expectSound(facilitator);
  });

  step('3a the running activity drives all screens, and hidden cards reach nobody else', async () => {
    await startActivity(facilitator, 'Prečo sme tu');
    for (const page of [projector, anna, guest, member]) await page.getByText('Mesto má na budúci rok 400 000 €').waitFor();
    await Promise.all([expectSound(projector), expectSound(anna)]);

    await startActivity(facilitator, WRITING);
    for (const page of [projector, anna, guest, member]) await page.getByRole('heading', { name: WRITING }).waitFor();
    await writeCard(anna, ANNA.shelter, 'Kde je najhoršie');
    await ownCard(anna, ANNA.shelter).getByText('uložený').waitFor();
    await anna.getByText('Všetko je uložené').waitFor();
    await expectSound(anna);
    await writeCard(member, MEMBER, 'Kde je najhoršie');
    await projector.getByText('lístky. Odkryjeme ich všetky naraz.').waitFor();
    await expectSound(projector);

    // The net of the hall fails on one phone: she writes on, and it is sent when the net is back.
    await guest.context().setOffline(true);
    await writeCard(guest, GUEST.water, 'Čo by pomohlo');
    await writeCard(guest, GUEST.trees, 'Čo by pomohlo');
    await guest.getByText('2 zmeny čakajú na sieť, odošlú sa samy').waitFor();
    await ownCard(guest, GUEST.water).getByText('čaká na odoslanie').waitFor();
    await expectSound(guest);
    await guest.context().setOffline(false);
    await guest.getByText('Všetko je uložené').waitFor();
    await ownCard(guest, GUEST.water).getByText('uložený').waitFor();
    await writeCard(anna, ANNA.tram, 'Čo by pomohlo');
    await facilitator.getByRole('region', { name: 'Práve beží' }).getByText('5 lístkov').waitFor();
    await projector.getByText('5', { exact: true }).waitFor();

    expect({
      onThePhone: await heardByGuest('odpadla'), onTheProjector: await heardByProjector('odpadla'), onTheCanvas: await heardByFacilitator('odpadla'),
    }).toEqual({ onThePhone: false, onTheProjector: false, onTheCanvas: false });

    const before = await secondsLeft(anna);
    await facilitator.getByRole('button', { name: '+5 minút' }).click();
    await eventually(async () => expect(await secondsLeft(anna)).toBeGreaterThan(before + 4 * 60));
    await facilitator.getByRole('button', { name: 'Zamknúť' }).click();
    await anna.getByText('Písanie je na chvíľu pozastavené.').waitFor();
    await expectSound(anna);
    await facilitator.getByRole('button', { name: 'Odomknúť' }).click();
    await anna.getByText('Písanie je na chvíľu pozastavené.').waitFor({ state: 'detached' });

    await facilitator.getByRole('button', { name: 'Odkryť lístky' }).click();
    for (const text of [ANNA.shelter, ANNA.tram, GUEST.water, GUEST.trees, MEMBER]) await projector.getByText(text).waitFor();
    await guest.getByText('Čo napísali ostatní').click();
    await guest.getByText(ANNA.shelter).waitFor();
    // Now they are heard everywhere, so they would have been heard before.
    expect([await heardByGuest('odpadla'), await heardByProjector('odpadla'), await heardByFacilitator('odpadla')]).toEqual([true, true, true]);
    await Promise.all([expectSound(projector), expectSound(guest)]);
  });

  step('3b notes are made on the canvas, grouped and named in the list', async () => {
    await facilitator.getByRole('button', { name: 'Nový lístok' }).click();
    await facilitator.getByLabel('Text lístka').fill(CANVAS);
    await facilitator.getByLabel('Text lístka').press('Escape');
    await facilitator.getByText('Uložené', { exact: true }).waitFor();
    await projector.getByText(CANVAS).waitFor();

    // A neighbour follows on her tablet what is coloured, dragged and taken back on the laptop.
    await member.goto(`${at.session}/canvas`);
    const [hers, theirs] = [facilitator, member].map((page) => page.getByRole('article', { name: CANVAS }));
    await theirs!.waitFor();
    await hers!.click();
    const chosen = facilitator.getByRole('group', { name: 'Nástroje pre výber' });
    await chosen.getByRole('radio', { name: 'modrá' }).click();
    await member.getByRole('article', { name: `${CANVAS}, modrá` }).waitFor();
    const lay = await placeOf(theirs!);
    const from = await placeOf(hers!);
    await facilitator.mouse.move(from.x + 20, from.y + 20);
    await facilitator.mouse.down();
    await facilitator.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
    await facilitator.mouse.up();
    await eventually(async () => expect((await placeOf(theirs!)).y).toBeGreaterThan(lay.y + 5));
    await Promise.all([expectSound(facilitator), expectSound(member)]);
    await facilitator.getByRole('button', { name: 'Späť', exact: true }).click();
    await eventually(async () => expect((await placeOf(theirs!)).y).toBeCloseTo(lay.y, 0));
    await chosen.getByRole('button', { name: 'Zrušiť výber' }).click();

    await startActivity(facilitator, CLUSTERING);
    await facilitator.getByRole('button', { name: 'Zoznam' }).click();
    await groupNotes(facilitator, [ANNA.shelter, ANNA.tram], SHADE);
    await groupNotes(facilitator, [GUEST.water, GUEST.trees], WATER);
    await facilitator.getByRole('button', { name: `Presunúť do…: ${MEMBER}` }).click();
    const moving = facilitator.getByRole('dialog', { name: 'Presunúť do…' });
    await moving.getByRole('radio', { name: SHADE }).check();
    await expectSound(facilitator);
    await moving.getByRole('button', { name: 'Presunúť' }).click();
    await projector.getByRole('heading', { name: `${SHADE} 3`, exact: true }).waitFor();
    await projector.getByRole('heading', { name: `${WATER} 2`, exact: true }).waitFor();
    await projector.getByText('1 lístok čaká na zaradenie').waitFor();
    await anna.getByRole('heading', { name: SHADE }).waitFor();
    await Promise.all([expectSound(facilitator), expectSound(projector), expectSound(anna)]);
  });

  step('3c a blind vote with a budget of dots that can be changed until its end', async () => {
    await startActivity(facilitator, VOTING);
    const dots = (page: Page, option: string) => page.getByRole('group', { name: option });
    const add = (page: Page, option: string) => dots(page, option).getByRole('button', { name: 'Pridať bodku' }).click();
    await anna.getByText('Zostávajú vám 3 bodky').waitFor();
    await add(anna, WATER);
    await add(anna, WATER);
    expect(await dots(anna, WATER).getByRole('button', { name: 'Pridať bodku' }).getAttribute('aria-disabled')).toBe('true');
    await add(anna, SHADE);
    await anna.getByText('Rozdali ste všetky bodky').waitFor();
    await facilitator.getByRole('region', { name: 'Práve beží' }).getByText('Hlasovalo 1 z 3').waitFor();
    await facilitator.getByText('ešte 2 nehlasovali').waitFor();

    // She thinks again.
    await dots(anna, WATER).getByRole('button', { name: 'Ubrať bodku' }).click();
    await add(anna, SHADE);
    await anna.getByText('Všetko je uložené').waitFor();
    await expectSound(anna);
    await anna.reload();
    await dots(anna, SHADE).getByText('2 bodky').waitFor({ state: 'attached' });
    await dots(anna, WATER).getByText('1 bodka').waitFor({ state: 'attached' });

    await add(guest, SHADE);
    await add(guest, WATER);
    await guest.getByText('Všetko je uložené').waitFor();
    await facilitator.getByText('ešte 1 nehlasoval').waitFor();
    await projector.getByText('2 z 3').waitFor();
    await Promise.all([expectSound(projector), expectSound(facilitator)]);

    await facilitator.getByRole('button', { name: 'Ukončiť hlasovanie' }).click();
    await guest.getByText('Výsledok uvidíte, keď ho facilitátor/ka ukáže.').waitFor();
    expect(await projector.getByText('3 bodky').count()).toBe(0);
    await facilitator.getByRole('button', { name: 'Ukázať výsledok' }).click();
    const result = projector.getByRole('list', { name: 'Výsledok hlasovania' }).getByRole('listitem');
    await result.first().waitFor();
    expect(await result.allInnerTexts()).toEqual([expect.stringMatching(new RegExp(`${SHADE}\\s+3 bodky`)), expect.stringMatching(new RegExp(`${WATER}\\s+2 bodky`))]);
    await guest.getByText('Hlasovalo 2 z 3.').waitFor();
    await Promise.all([expectSound(projector), expectSound(guest)]);
  });

  step('4 she closes it: the report is there, and clusters become ideas', async () => {
    await facilitator.getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await facilitator.waitForURL('**/report');
    // Ten seconds are what the last guest takes to the door.
    await facilitator.getByText('Zúčastnili sa 3 ľudia.').waitFor({ timeout: 10_000 });
    await projector.getByText('Ďakujeme, že ste prišli').waitFor();
    await anna.getByRole('heading', { name: 'Stretnutie sa skončilo' }).waitFor();
    await Promise.all([expectSound(projector), expectSound(anna)]);

    const main = facilitator.getByRole('main');
    for (const text of [ANNA.shelter, ANNA.tram, GUEST.water, GUEST.trees, MEMBER, CANVAS]) await main.getByText(text).first().waitFor();
    await main.getByText('Hlasovalo 2 z 3').waitFor();
    await main.getByText('Nehlasoval 1 človek.').waitFor();
    await main.getByText('Každý mal 3 bodky. Jednej možnosti najviac 2 bodky. Hlasovalo sa: naslepo.').waitFor();
    await main.getByRole('row', { name: /Obyvatelia.*1/ }).waitFor();
    expect(await main.getByText('Anna z Fončordy').count()).toBe(0);
    await expectSound(facilitator);

    for (const [cluster, idea] of [[SHADE, SHADE_IDEA], [WATER, WATER_IDEA]] as const) {
      await facilitator.getByRole('checkbox', { name: `Vybrať do nápadu ${cluster}` }).check();
      await facilitator.getByRole('button', { name: 'Potvrdiť ako nápad' }).click();
      const dialog = facilitator.getByRole('dialog');
      await dialog.getByLabel('Názov nápadu').fill(idea);
      await dialog.getByLabel('Zhrnutie').fill('Ľudia nechcú čakať na autobus ani učiť deti na priamom slnku. Chcú tieň a vodu tam, kde v lete naozaj sú.');
      await expectSound(facilitator);
      await dialog.getByRole('button', { name: 'Potvrdiť ako nápad' }).click();
      await dialog.waitFor({ state: 'detached' });
      await facilitator.getByRole('article', { name: cluster }).getByRole('link', { name: 'Zo zhluku je nápad' }).waitFor();
    }
    await facilitator.getByRole('article', { name: SHADE }).getByRole('link', { name: 'Zo zhluku je nápad' }).click();
    await facilitator.getByRole('heading', { level: 1, name: SHADE_IDEA }).waitFor();
    for (const text of [ANNA.shelter, ANNA.tram, MEMBER]) await facilitator.getByText(text).waitFor();
    await expectSound(facilitator);
    await facilitator.goBack();
  });

  step('5 she writes a dossier whose recommendations cite ideas, publishes it, and it is referred to a commission', async () => {
    await facilitator.getByRole('link', { name: 'Súbory podkladov procesu' }).first().click();
    await facilitator.getByRole('button', { name: 'Nový súbor podkladov' }).click();
    await facilitator.getByRole('dialog').getByLabel('Názov').fill(DOSSIER);
    await facilitator.getByRole('dialog').getByRole('button', { name: 'Vytvoriť' }).click();
    await facilitator.getByLabel('Zhrnutie').fill('Susedia z Fončordy povedali, kde sa v lete nedá vydržať. Odporúčame začať zastávkami a ihriskami.');
    await facilitator.getByRole('radio', { name: 'Všetci' }).check();

    await facilitator.getByRole('button', { name: `Začať odporúčanie z nápadu ${SHADE_IDEA}` }).click();
    const first = facilitator.getByRole('region', { name: 'Odporúčanie 1' });
    await first.getByLabel('Čo odporúčate').fill('Prestrešiť zastávky pri nemocnici a na Moskovskej do júna');
    await first.getByLabel('Znenie odporúčania').fill('Dopravný podnik prestreší do konca júna šesť zastávok s najväčším počtom čakajúcich starších ľudí.');
    await facilitator.getByRole('button', { name: 'Pridať odporúčanie' }).click();
    const second = facilitator.getByRole('region', { name: 'Odporúčanie 2' });
    await second.getByLabel('Čo odporúčate').fill('Osem pitných fontánok pri ihriskách a stromy namiesto parkoviska');
    await second.getByLabel('Znenie odporúčania').fill('Mesto postaví do dvoch rokov osem pitných fontánok a na Tulskej vysadí stromy namiesto plánovaného parkoviska.');
    await second.getByLabel('Prečo').fill('Voda a stromy pomáhajú aj deťom, ktoré na zastávkach nestoja.');
    await second.getByRole('button', { name: 'Vybrať nápady pre odporúčanie 2' }).click();
    const picker = facilitator.getByRole('dialog', { name: 'Nápady pre odporúčanie 2' });
    await picker.getByRole('checkbox', { name: WATER_IDEA }).check();
    await picker.getByRole('checkbox', { name: SHADE_IDEA }).check();
    await expectSound(facilitator);
    await picker.getByRole('button', { name: 'Použiť 2 nápady' }).click();
    await facilitator.getByText('Všetko je uložené.').waitFor();
    await expectSound(facilitator);

    await facilitator.getByRole('button', { name: 'Zverejniť verziu' }).click();
    await facilitator.getByRole('alertdialog').getByRole('button', { name: 'Zverejniť' }).click();
    await facilitator.waitForURL('**/versions/1');
    await facilitator.getByRole('heading', { level: 1, name: DOSSIER }).waitFor();
    await expectSound(facilitator);

    await signInAs(officer, app.url, 'Úradníčka participácie');
    await officer.goto(facilitator.url());
    await officer.getByRole('button', { name: 'Postúpiť komisii' }).click();
    const refer = officer.getByRole('dialog', { name: 'Postúpiť verziu 1' });
    await choose(refer, /Komu/, COMMISSION);
    await typeDay(refer, 'Stanovisko do', inDays(21));
    await expectSound(officer);
    await refer.getByRole('button', { name: 'Postúpiť' }).click();
    await officer.getByRole('link', { name: COMMISSION }).waitFor();
    await expectSound(officer);
  });

  step('6 a member reads it with the evidence one tap away and says why; opinion, decision and milestone follow', async () => {
    await member.goto(`${app.url}/desk`);
    await member.getByRole('link', { name: DOSSIER }).waitFor();
    await expectSound(member);
    await member.getByRole('link', { name: DOSSIER }).click();
    await member.getByRole('heading', { level: 1, name: DOSSIER }).waitFor();
    for (const [recommendation, evidence] of [[/^1\. Prestrešiť/, ANNA.shelter], [/^2\. Osem/, GUEST.trees]] as const) {
      const article = member.getByRole('article', { name: recommendation });
      await article.getByText(/^Na čom stojí/).click();
      await article.getByText(evidence).waitFor();
      await article.getByText('3 bodky z 5').waitFor();
    }
    await expectSound(member);
    await givePosition(member, 1, 'Podporujem', 'Na Moskovskej čakávam s mamou. Tieň tam chýba odvtedy, čo vyrúbali lipy.');
    await givePosition(member, 2, 'Podporujem so zmenami', 'Fontánky áno, ale s parkoviskom treba najprv hovoriť s ľuďmi z Tulskej.');
    await member.getByText('Vyjadrili ste sa ku všetkému.').waitFor();
    await expectSound(member);

    await signInAs(secretary, app.url, 'Tajomníčka komisie');
    await secretary.goto(`${app.url}/desk`);
    await secretary.getByRole('link', { name: DOSSIER }).click();
    await secretary.getByText('Stanovisko 1 člena').first().click();
    await secretary.getByText('Na Moskovskej čakávam s mamou.').waitFor();
    await recordOpinion(secretary, 1, {
      motion: 'Podporuje', vote: { for: 5, against: 0, abstained: 1 }, reasoning: 'Zastávky sú v správe mesta a peniaze sú v rozpočte.',
      before: () => expectSound(secretary),
    });
    await recordOpinion(secretary, 2, { motion: 'Podporuje so zmenami', vote: { for: 4, against: 1, abstained: 1 }, reasoning: ANSWERS.opinion });

    await choose(secretary, /Kto rozhodol/, 'Mestské zastupiteľstvo');
    await secretary.getByLabel('Číslo uznesenia').fill('112/2026-MsZ');
    await secretary.getByLabel('Znenie uznesenia').fill('Mestské zastupiteľstvo schvaľuje opatrenia proti letným horúčavám na Fončorde.');
    for (const [i, { verdict, reasons }] of [
      { verdict: 'Schválené', reasons: 'Šesť zastávok je v pláne opráv na prvý polrok.' },
      { verdict: 'Schválené so zmenami', reasons: ANSWERS.decision },
    ].entries()) {
      const item = secretary.getByRole('group', { name: new RegExp(`^${i + 1}\\. `) });
      await item.getByRole('radio', { name: verdict, exact: true }).check();
      await item.getByLabel('Dôvod').fill(reasons);
    }
    await expectSound(secretary);
    await secretary.getByRole('button', { name: 'Zapísať uznesenie' }).click();
    await secretary.getByRole('alertdialog').getByRole('button', { name: 'Zapísať a zverejniť' }).click();
    await secretary.getByRole('heading', { level: 1, name: 'Uznesenie 112/2026-MsZ' }).waitFor();
    await expectSound(secretary);

    await officer.goto(secretary.url());
    await officer.getByRole('link', { name: 'Zapísať míľnik, ktorý z toho vyplýva' }).last().click();
    await officer.getByText('Vyberte záväzok, ku ktorému míľnik z uznesenia patrí.').waitFor();
    await expectSound(officer);
    await officer.getByRole('link', { name: /Využitie nástroja Spolupracovňa/ }).click();
    const milestone = officer.getByRole('dialog', { name: 'Nový míľnik' });
    await milestone.getByLabel('Čo sa urobí').fill(MILESTONE);
    await choose(milestone, /Kto to urobí/, 'Oddelenie rozvojových aktivít');
    await typeDay(milestone, 'Dokedy', inDays(220));
    await choose(milestone, /Stav/, 'prebieha');
    await milestone.getByLabel('Ako je ďaleko').fill(ANSWERS.progress);
    await eventually(async () => expect(await milestone.getByRole('combobox', { name: /Vyplýva z uznesenia/ }).inputValue()).toMatch(/112\/2026-MsZ\/2 Osem pitných fontánok/));
    await expectSound(officer);
    await milestone.getByRole('button', { name: 'Uložiť' }).click();
    await officer.getByRole('listitem').filter({ hasText: MILESTONE }).getByText('prebieha').first().waitFor();
    await expectSound(officer);
  });

  step('7 everybody who wrote a note sees its way: a guest by her receipt, a person under her contributions, the public without names', async () => {
    const stations = ['Lístok', 'Zhluk', 'Nápad', 'Odporúčanie', 'Stanovisko', 'Uznesenie', 'Míľnik'];
    await guest.reload();
    await guest.getByRole('link', { name: 'Čo sa stalo s mojimi lístkami' }).click();
    await guest.getByRole('heading', { level: 1, name: 'Čo sa stalo s mojimi lístkami' }).waitFor();
    expect(guest.url()).not.toContain('#');
    const said = guest.getByRole('article').filter({ hasText: GUEST.water });
    await said.getByText('Celá cesta').click();
    const way = said.getByRole('list', { name: /^Cesta/ });
    await way.getByText(MILESTONE).waitFor();
    const stops = await way.innerText();
    const found = stations.map((station) => stops.search(new RegExp(`^${station}`, 'm')));
    expect(found.every((place, i) => place > (found[i - 1] ?? -1))).toBe(true);
    for (const words of [WATER, WATER_IDEA, 'Osem pitných fontánok', ANSWERS.opinion, ANSWERS.decision, ANSWERS.progress]) expect(stops).toContain(words);
    expect(stops).toContain(new Intl.DateTimeFormat('sk-SK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Bratislava' }).format(new Date()));
    await expectSound(guest);

    await member.goto(`${app.url}/my`);
    await member.getByText(MEMBER).first().waitFor();
    await member.getByRole('article').filter({ hasText: MEMBER }).getByText('Uznesenie').first().waitFor({ state: 'attached' });
    await expectSound(member);

    // Somebody from the street: the whole way, and nobody's name on it.
    const heardByStranger = overhear(stranger);
    await stranger.goto(`${app.url}/decisions`);
    await stranger.getByRole('link', { name: new RegExp(DOSSIER) }).click();
    await stranger.getByText(ANSWERS.decision).waitFor();
    await expectSound(stranger);
    await stranger.getByRole('link', { name: 'Odkiaľ to prišlo a čo nasleduje' }).last().click();
    const publicWay = stranger.getByRole('list', { name: /^Cesta/ });
    await publicWay.getByText(MILESTONE).waitFor();
    await publicWay.getByText(GUEST.water).waitFor({ state: 'attached' });
    await publicWay.getByText(ANSWERS.opinion).waitFor();
    await expectSound(stranger);
    await publicWay.getByRole('link', { name: /^Osem pitných fontánok/ }).first().click();
    const recommended = stranger.getByRole('heading', { name: /^2\. Osem pitných fontánok/ });
    await recommended.waitFor();
    await eventually(async () => expect((await placeOf(recommended)).y).toBeLessThan(300));
    for (const name of ['Anna z Fončordy', 'Karolína', 'Príkladná']) expect([name, await heardByStranger(name)]).toEqual([name, false]);
  });

  step('8 the public home says what was decided', async () => {
    await stranger.goto(app.url);
    const decided = stranger.getByRole('region', { name: 'O čom sa rozhodlo' });
    await decided.getByRole('listitem').filter({ hasText: DOSSIER }).getByText('Prijaté 2 z 2 odporúčaní').waitFor();
    await stranger.getByRole('region', { name: 'Čo teraz prebieha' }).getByRole('link', { name: PROCESS }).waitFor();
    await expectSound(stranger);
    await stranger.getByRole('link', { name: PROCESS }).click();
    await stranger.getByRole('heading', { level: 1, name: PROCESS }).waitFor();
    for (const words of [SESSION, WATER_IDEA, DOSSIER]) await stranger.getByText(words).first().waitFor();
    await expectSound(stranger);
  });
});

/** Where something is drawn on its screen. */
async function placeOf(drawn: Locator): Promise<{ x: number; y: number }> {
  return (await drawn.boundingBox()) ?? { x: Number.NaN, y: Number.NaN };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
