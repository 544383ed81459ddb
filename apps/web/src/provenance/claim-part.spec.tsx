import { expect, test } from '@jest/globals';
import type { Claimable } from '@spolu/contracts/claims';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ClaimPart, ClaimReceiptPart } from './claim-part.tsx';

const SECRET = 'a'.repeat(43);
const me = { person: { id: 'p', name: 'Jana', email: 'jana@example.org', language: 'sk' }, roles: [], participants: [] };
const notes: Claimable = {
  participantId: '01a204d7-924a-75fe-8e73-6f531f153caf', state: 'open', saidIn: 'Dielňa o energii', contributionCount: 2,
  words: [{ id: 'n', kind: 'note', text: 'Zatepliť školy', language: 'sk', createdAt: '2026-03-14T09:00:00.000Z' }],
};

test('nothing is ticked before she ticks it, and only that is taken', async () => {
  const server = givenServer({ 'GET /me': me, 'POST /claim-lookups': { items: [notes] }, 'POST /claims': { contributionCount: 2 } });
  const { user } = await renderPage(<ClaimPart />, { texts: ['provenance'] });
  const place = await screen.findByRole('checkbox', { name: 'Dielňa o energii: 2 príspevky' });
  expect((place as HTMLInputElement).checked).toBe(false);
  expect(screen.getByText('Zatepliť školy').getAttribute('lang')).toBe('sk');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Pridať do účtu' }).disabled).toBe(true);
  await user.click(place);
  await user.click(screen.getByRole('button', { name: 'Pridať do účtu' }));
  expect(await screen.findByText('Vo vašom účte pribudli 2 príspevky.')).toBeTruthy();
  expect(server.commands.find(({ request }) => request === 'POST /claims')?.body).toEqual({ participantIds: [notes.participantId], secret: null });
});

test('a receipt from elsewhere is looked up by its link, and half a link is told', async () => {
  const server = givenServer({ 'GET /me': me, 'POST /claim-lookups': ({ body }) => ({ items: (body as { secret: string | null }).secret === null ? [] : [notes] }) });
  const { user } = await renderPage(<ClaimPart />, { texts: ['provenance'] });
  const field = await screen.findByRole('textbox', { name: /Odkaz z potvrdenia/ });
  await user.type(field, 'https://mesto.example/r#abc');
  await user.click(screen.getByRole('button', { name: 'Nájsť príspevky' }));
  expect(await screen.findByText(/Toto nie je celý odkaz/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, `https://mesto.example/r#${SECRET}`);
  await user.click(screen.getByRole('button', { name: 'Nájsť príspevky' }));
  expect(await screen.findByRole('checkbox', { name: /Dielňa o energii/ })).toBeTruthy();
  expect(server.commands.at(-1)?.body).toEqual({ secret: SECRET });
});

test('each receipt shows what it finds itself, also right after another one', async () => {
  const other: Claimable = { ...notes, participantId: '01a204d7-924a-75fe-8e73-6f531f153cb0', saidIn: 'Dielňa o zeleni' };
  givenServer({
    'GET /me': me,
    'POST /claim-lookups': ({ body }) => {
      const { secret } = body as { secret: string | null };
      return { items: secret === null ? [] : [secret === SECRET ? notes : other] };
    },
  });
  const { user } = await renderPage(<ClaimPart />, { texts: ['provenance'] });
  const field = await screen.findByRole('textbox', { name: /Odkaz z potvrdenia/ });
  for (const [secret, place] of [[SECRET, /Dielňa o energii/], ['b'.repeat(43), /Dielňa o zeleni/]] as const) {
    await user.type(field, `https://mesto.example/r#${secret}`);
    await user.click(screen.getByRole('button', { name: 'Nájsť príspevky' }));
    expect(await screen.findByRole('checkbox', { name: place })).toBeTruthy();
  }
});

test('says why something stays where it is', async () => {
  givenServer({ 'GET /me': me, 'POST /claim-lookups': { items: [{ ...notes, state: 'ended' }, { ...notes, participantId: 'x', state: 'somebody-elses', words: [] }] } });
  await renderPage(<ClaimReceiptPart secret={SECRET} />, { texts: ['provenance'] });
  expect(await screen.findByText(/Proces sa už skončil/)).toBeTruthy();
  expect(screen.getByText(/má vo svojom účte už niekto iný/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Pridať do účtu' })).toBeNull();
});

test('who is not signed in learns how on a receipt, and sees nothing in her own list', async () => {
  const server = givenServer({ 'GET /me': { person: null, roles: [], participants: [] }, 'POST /claim-lookups': () => { throw new Problem('signed-out'); } });
  await renderPage(<><ClaimPart /><ClaimReceiptPart secret={SECRET} /></>, { texts: ['provenance'] });
  expect(await screen.findByText(/Máte účet\?/)).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole('heading')).toHaveLength(1));
  expect(server.commands).toEqual([]);
});
