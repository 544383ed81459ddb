import type { Locator, Page } from 'playwright-core';

/** Types a day into a date field, part by part as a Slovak date is written. */
export async function typeDay(fields: Page | Locator, label: string | RegExp, day: Date): Promise<void> {
  const parts = fields.getByRole('group', { name: label }).getByRole('spinbutton');
  for (const [i, part] of [day.getDate(), day.getMonth() + 1, day.getFullYear()].entries()) await parts.nth(i).pressSequentially(String(part).padStart(2, '0'));
}

/** Chooses from a folded list. */
export async function choose(fields: Page | Locator, label: string | RegExp, option: string | RegExp): Promise<void> {
  const button = fields.getByRole('button', { name: label });
  await button.click();
  await button.page().getByRole('option', { name: option }).click();
}

/** A member says what she thinks of a recommendation. */
export async function givePosition(page: Page, number: number, verdict: string, reason: string): Promise<void> {
  const positions = page.getByRole('region', { name: `Stanoviská členov k odporúčaniu ${number}` });
  await positions.getByRole('radio', { name: verdict, exact: true }).check();
  await positions.getByLabel('Dôvod').fill(reason);
  await positions.getByRole('button', { name: 'Dať stanovisko' }).click();
  await positions.getByText('Vaše stanovisko').waitFor();
}

/** The secretary writes down what the commission resolved on a recommendation, and how it voted. */
export async function recordOpinion(
  page: Page,
  number: number,
  { motion, vote, reasoning, before }: { motion: string; vote: { for: number; against: number; abstained: number }; reasoning: string; before?: () => Promise<void> },
): Promise<void> {
  await page.getByRole('button', { name: `Zapísať stanovisko komisie k odporúčaniu ${number}` }).click();
  const opinion = page.getByRole('region', { name: `Stanovisko komisie k odporúčaniu ${number}` });
  await opinion.getByRole('radio', { name: motion, exact: true }).check();
  await opinion.getByLabel('Za', { exact: true }).fill(String(vote.for));
  await opinion.getByLabel('Proti', { exact: true }).fill(String(vote.against));
  await opinion.getByLabel('Zdržali sa', { exact: true }).fill(String(vote.abstained));
  await opinion.getByLabel('Odôvodnenie').fill(reasoning);
  await before?.();
  await opinion.getByRole('button', { name: 'Uložiť stanovisko' }).click();
  await opinion.getByRole('list', { name: 'Hlasovanie komisie' }).waitFor();
}
