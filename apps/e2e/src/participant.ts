import type { Page } from 'playwright-core';

/** Joins a session on a device: with a name or anonymously, with a sector or without. */
export async function join(page: Page, { name, sector }: { name?: string; sector?: string }): Promise<void> {
  if (name) await page.getByLabel('Ako vás máme volať?').fill(name);
  await page.getByRole('button', { name: name ? `Vstúpiť ako ${name}` : 'Vstúpiť anonymne' }).click();
  await page.getByRole('heading', { name: 'Za koho ste tu?' }).waitFor();
  if (sector) {
    await page.getByRole('radio', { name: sector }).check();
    await page.getByRole('button', { name: 'Pokračovať' }).click();
  } else {
    await page.getByRole('button', { name: 'Preskočiť' }).click();
  }
  await page.getByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' }).waitFor();
}

/** Writes a card and sends it off; whether it has arrived is another matter. */
export async function writeCard(page: Page, text: string, frame: string): Promise<void> {
  await page.getByLabel('Váš lístok').fill(text);
  await page.getByRole('radio', { name: frame }).check();
  await page.getByRole('button', { name: 'Odoslať lístok' }).click();
  await ownCard(page, text).waitFor();
}

/** One of the cards she wrote, as her phone lists it with what became of it. */
export const ownCard = (page: Page, text: string) => page.getByRole('region', { name: /^Moje lístky/ }).getByRole('listitem').filter({ hasText: text });

/** What remains on the phone's timer, in seconds. */
export async function secondsLeft(page: Page): Promise<number> {
  const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec((await page.getByRole('timer').textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
