import type { Page } from 'playwright-core';

type DemoRole = 'Správca' | 'Úradníčka participácie' | 'Facilitátorka' | 'Členka komisie' | 'Tajomníčka komisie';

/** Becomes somebody of the demo city with one click, and waits for the page her work begins at. */
export async function signInAs(page: Page, url: string, role: DemoRole): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export interface Actor {
  name: string;
  sector?: string;
  role: string;
}

/** Fills in the form of a new process from top to bottom, as it stands on the screen. */
export async function describeProcess(
  page: Page,
  { title, problem, statusQuo, goals, phases, actors, organisations, commitment }: {
    title: string; problem: string; statusQuo: string; goals: string[]; phases: string[]; actors: Actor[]; organisations: string[]; commitment: string;
  },
): Promise<void> {
  await page.getByLabel('Názov', { exact: true }).fill(title);
  await page.getByLabel('Problém').fill(problem);
  await page.getByLabel('Ako je to teraz').fill(statusQuo);
  for (const [i, goal] of goals.entries()) {
    await page.getByRole('button', { name: 'Pridať cieľ' }).click();
    await page.getByLabel(`Cieľ ${i + 1}`, { exact: true }).fill(goal);
  }
  for (const [i, phase] of phases.entries()) {
    await page.getByRole('button', { name: 'Pridať fázu' }).click();
    await page.getByLabel(`Fáza ${i + 1}: názov`).fill(phase);
  }
  for (const [i, { name, sector, role }] of actors.entries()) {
    await page.getByRole('button', { name: 'Pridať aktéra' }).click();
    const actor = page.getByRole('group', { name: 'Aktéri' }).getByRole('listitem').nth(i);
    await actor.getByLabel('Kto', { exact: true }).fill(name);
    await actor.getByLabel('Prečo sa ho to týka').fill(role);
    if (sector) {
      await actor.getByRole('button', { name: /Sektor/ }).click();
      await page.getByRole('option', { name: sector }).click();
    }
  }
  for (const organisation of organisations) await page.getByRole('checkbox', { name: organisation }).check();
  await page.getByRole('checkbox', { name: commitment }).check();
}

export interface ActivityPlan {
  kind: 'Informácia' | 'Písanie lístkov' | 'Triedenie do zhlukov' | 'Hlasovanie bodkami' | 'Práca pri stoloch';
  title: string;
  instruction: string;
  minutes: number;
  /** What only this kind asks for. */
  more?: (page: Page) => Promise<void>;
}

/** Adds an activity to the agenda by hand. */
export async function planActivity(page: Page, { kind, title, instruction, minutes, more }: ActivityPlan): Promise<void> {
  await page.getByRole('button', { name: 'Pridať vlastnú aktivitu' }).click();
  await page.getByRole('radio', { name: kind }).check();
  await page.getByLabel('Názov aktivity').fill(title);
  await page.getByLabel('Pokyn').fill(instruction);
  await page.getByRole('textbox', { name: 'Minúty' }).fill(String(minutes));
  await more?.(page);
  await page.getByRole('button', { name: 'Pridať aktivitu' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** Starts an activity from the run sheet beside the board and waits until it runs. */
export async function startActivity(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Spustiť: ${title}` }).click();
  await page.getByRole('region', { name: 'Práve beží' }).getByRole('heading', { name: title }).waitFor();
}

/** On the board's list: chooses notes, makes a cluster of them and gives it a name. */
export async function groupNotes(page: Page, notes: string[], name: string): Promise<void> {
  for (const text of notes) await page.getByRole('checkbox', { name: `Vybrať: ${text}` }).check();
  await page.getByRole('button', { name: 'Zoskupiť' }).click();
  const dialog = page.getByRole('dialog', { name: 'Názov zhluku' });
  await dialog.getByLabel('Ako sa zhluk volá?').fill(name);
  await dialog.getByRole('button', { name: 'Uložiť' }).click();
  await page.getByRole('button', { name: `Pomenovať zhluk ${name}` }).waitFor();
}
