import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { settled } from './page-checks.ts';
import { expectSound, someone, startBrowser } from './people.ts';
import { startApp, type RunningApp } from './running-app.ts';

let browser: Browser;
let app: RunningApp;
let administrator: Page;
let officer: Page;
/** As printed when the server started. */
let link: string;
beforeAll(async () => {
  browser = await startBrowser();
  app = await startApp();
  administrator = await someone(browser, 'laptop');
  officer = await someone(browser, 'laptop');
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function printed(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(app.output())?.[1];
    if (found) return found;
    await pause(20);
  }
}

const field = (page: Page | Locator, name: string) => page.getByRole('textbox', { name });
const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A select box: opened, then one of its choices. */
async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  // Its name is what is chosen now, then its label.
  await within.getByRole('button', { name: new RegExp(` ${label}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
const summary = (page: Page | Locator) => page.getByRole('alert').filter({ hasText: 'Treba niečo opraviť' });

describe('a town begins with an empty installation', () => {
  test('nobody can sign in, and the page says what to do', async () => {
    link = `${app.url}/set-up#${await printed(/\/set-up#(\S+)/)}`;
    const visitor = await someone(browser, 'phone');
    await visitor.goto(`${app.url}/sign-in`);
    await visitor.getByText('Otvorte jednorazový odkaz').waitFor();
    expect(await visitor.getByRole('heading', { name: 'Vyskúšajte si to ako…' }).count()).toBe(0);
    await expectSound(visitor);
    await visitor.context().close();
  });

  test('the printed link asks for what is missing, at the field and in the summary, and keeps what was typed', async () => {
    await administrator.goto(link);
    await field(administrator, 'Názov mesta alebo obce').fill('Horná Dedina');
    await field(administrator, 'E-mail').fill('starostka');
    await administrator.getByLabel('Heslo').fill('kratke');
    await press(administrator, 'Založiť mesto');
    const wrong = summary(administrator);
    await wrong.waitFor();
    expect(await wrong.getByRole('link').allTextContents()).toEqual([
      'Prvá organizácia: Treba vyplniť', 'Vaše meno: Treba vyplniť', 'E-mail: Skontrolujte, či je to napísané správne', 'Heslo: Najmenej 12 znakov',
    ]);
    await expectSound(administrator);
    await wrong.getByRole('link', { name: /E-mail/ }).click();
    const email = field(administrator, 'E-mail');
    expect(await email.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await email.inputValue()).toBe('starostka');
    expect(await field(administrator, 'Názov mesta alebo obce').inputValue()).toBe('Horná Dedina');
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await email.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent)).toContain('Skontrolujte');
  });

  test('a password that everybody guesses is refused by the server, at its field', async () => {
    await field(administrator, 'Prvá organizácia').fill('Obecný úrad Horná Dedina');
    await field(administrator, 'Vaše meno').fill('Júlia Prvá');
    await field(administrator, 'E-mail').fill('julia@horna.example');
    await administrator.getByLabel('Heslo').fill('password1234');
    await press(administrator, 'Založiť mesto');
    await summary(administrator).getByRole('link', { name: /ľahko uhádnuť/ }).waitFor();
    expect(await field(administrator, 'Vaše meno').inputValue()).toBe('Júlia Prvá');
  });

  test('with good answers she is the first administrator', async () => {
    await administrator.getByLabel('Heslo').fill('tri vrany na plote');
    await press(administrator, 'Založiť mesto');
    await administrator.getByRole('heading', { name: 'Správa', level: 1 }).waitFor();
    expect(administrator.url()).toBe(`${app.url}/admin`);
    await administrator.getByRole('row', { name: /Júlia Prvá/ }).waitFor();
    await administrator.getByRole('link', { name: /Horná Dedina/ }).first().waitFor();
  });

  test('the link is dead for everybody afterwards', async () => {
    const late = await someone(browser, 'laptop');
    await late.goto(link);
    await late.getByRole('heading', { name: 'Táto inštalácia je už nastavená' }).waitFor();
    const secret = new URL(link).hash.slice(1);
    const answer = await late.request.post(`${app.url}/api/set-up`, {
      headers: { origin: app.url },
      data: { secret, installationName: 'X', organisationName: 'X', defaultLanguage: 'sk', timeZone: 'Europe/Bratislava', name: 'X', email: 'x@x.example', password: 'tri vrany na plote' },
    });
    expect(await answer.json()).toMatchObject({ type: 'urn:spolupracovna:problem:identity/link-invalid' });
    await late.context().close();
  });
});

describe('the administrator prepares the town', () => {
  test('an organisation and a body, each with its complaint where something is missing', async () => {
    await administrator.getByRole('tab', { name: 'Organizácie' }).click();
    await press(administrator, 'Pridať organizáciu');
    let dialog = administrator.getByRole('dialog');
    await press(dialog, 'Uložiť');
    await summary(dialog).getByRole('link', { name: 'Názov: Treba vyplniť' }).waitFor();
    await field(dialog, 'Názov').fill('Združenie Živá dedina');
    await dialog.getByText('neziskový', { exact: true }).click();
    await press(dialog, 'Uložiť');
    await dialog.waitFor({ state: 'detached' });
    await administrator.getByRole('row', { name: /Združenie Živá dedina/ }).waitFor();

    await administrator.getByRole('tab', { name: 'Orgány' }).click();
    await press(administrator, 'Pridať orgán');
    dialog = administrator.getByRole('dialog');
    await field(dialog, 'Názov').fill('Komisia životného prostredia');
    await press(dialog, 'Uložiť');
    await summary(dialog).waitFor();
    expect(await summary(dialog).getByRole('link').allTextContents()).toEqual(['Organizácia: Treba vyplniť', 'Počet členov: Treba vyplniť']);
    expect(await field(dialog, 'Názov').inputValue()).toBe('Komisia životného prostredia');
    await choose(administrator, dialog, 'Organizácia', 'Obecný úrad Horná Dedina');
    await field(dialog, 'Počet členov').fill('7');
    await press(dialog, 'Uložiť');
    await dialog.waitFor({ state: 'detached' });
    await administrator.getByRole('row', { name: /Komisia životného prostredia.*komisia.*7/ }).waitFor();
    await expectSound(administrator);
  });

  test('an invitation is a link that is shown once', async () => {
    await administrator.getByRole('tab', { name: 'Ľudia' }).click();
    await press(administrator, 'Pozvať človeka');
    const dialog = administrator.getByRole('dialog');
    await field(dialog, 'Meno').fill('Oľga Úradná');
    await field(dialog, 'E-mail').fill('olga@horna.example');
    await choose(administrator, dialog, 'Organizácia', 'Obecný úrad Horná Dedina');
    await choose(administrator, dialog, 'Rola', 'úradník/úradníčka');
    await press(dialog, 'Vytvoriť odkaz');
    const ready = administrator.getByRole('dialog', { name: 'Pozvánka je pripravená' });
    // It names the address that others in the network reach; this browser is on the same machine.
    const { pathname, hash } = new URL(await field(ready, 'Odkaz').inputValue());
    link = `${app.url}${pathname}${hash}`;
    await expectSound(administrator);
    await press(ready, 'Hotovo');
    await ready.waitFor({ state: 'detached' });
    expect(await administrator.content()).not.toContain(new URL(link).hash.slice(1));
  });

  test('the officer accepts it in her own browser, once', async () => {
    await officer.goto(link);
    await officer.getByText('Júlia Prvá vás pozýva. Vaša rola: úradník/úradníčka – Obecný úrad Horná Dedina.').waitFor();
    expect(await field(officer, 'Vaše meno').inputValue()).toBe('Oľga Úradná');
    await officer.getByLabel('Nové heslo').fill('heslo');
    await press(officer, 'Prijať pozvánku');
    await summary(officer).getByRole('link', { name: 'Heslo: Najmenej 12 znakov' }).waitFor();
    await officer.getByLabel('Nové heslo').fill('zelený rušeň ide domov');
    await press(officer, 'Prijať pozvánku');
    await officer.getByRole('heading', { name: 'Procesy', level: 1 }).waitFor();

    const thief = await someone(browser, 'laptop');
    await thief.goto(link);
    await thief.getByText('Tento odkaz neplatí').waitFor();
    await thief.context().close();
  });
});

describe('a role is what one may do, for as long as one has it', () => {
  test('the officer creates a process; what is wrong is said and what was typed stays, through a reload too', async () => {
    await officer.getByRole('link', { name: 'Nový proces' }).click();
    await officer.getByRole('heading', { name: 'Nový proces', level: 1 }).waitFor();
    await field(officer, 'Názov').fill('Námestie bez áut');
    await field(officer, 'Problém').fill('Námestie je parkovisko.');
    await officer.reload();
    await officer.getByText('Pokračujete v tom, čo ste tu rozpísali').waitFor();
    expect(await field(officer, 'Problém').inputValue()).toBe('Námestie je parkovisko.');
    await press(officer, 'Založiť proces');
    await summary(officer).getByRole('link', { name: 'Kto proces vedie: Treba vyplniť' }).waitFor();
    await officer.getByText('Obecný úrad Horná Dedina', { exact: true }).click();
    await press(officer, 'Založiť proces');
    await officer.getByRole('heading', { name: 'Námestie bez áut', level: 1 }).waitFor();
    await expectSound(officer);
  });

  test('the administrator ends the role, and the officer has lost it at once, with her words still before her', async () => {
    await officer.goto(`${app.url}/processes/new`);
    await settled(officer);
    await field(officer, 'Názov').fill('Ešte jeden proces');
    await officer.getByText('Obecný úrad Horná Dedina', { exact: true }).click();

    await administrator.goto(`${app.url}/admin/roles`);
    await press(administrator, 'Ukončiť rolu úradník/úradníčka: Oľga Úradná');
    const asked = administrator.getByRole('alertdialog');
    await asked.getByText('Oľga Úradná už hneď nebude mať rolu úradník/úradníčka.').waitFor();
    await press(asked, 'Ukončiť');
    await asked.waitFor({ state: 'detached' });

    await press(officer, 'Založiť proces');
    await officer.getByRole('alert').filter({ hasText: 'Na toto nemáte oprávnenie.' }).waitFor();
    expect(await field(officer, 'Názov').inputValue()).toBe('Ešte jeden proces');
    await officer.goto(`${app.url}/processes`);
    await settled(officer);
    expect(await officer.getByRole('link', { name: 'Nový proces' }).count()).toBe(0);
    await officer.goto(`${app.url}/admin`);
    await officer.getByRole('heading', { name: 'Túto stránku sme nenašli' }).waitFor();
  });

  test('what was done and refused stands in the record', async () => {
    await administrator.getByRole('tab', { name: 'Záznamy' }).click();
    await administrator.getByRole('row', { name: /Oľga Úradná.*odmietnuté/ }).first().waitFor();
    await expectSound(administrator);
  });
});
