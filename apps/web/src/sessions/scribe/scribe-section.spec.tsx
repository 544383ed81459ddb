import { expect, test } from '@jest/globals';
import type { Attendee } from '@spolu/contracts/scribe';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { givenActivity, givenRoom } from '../phone/given-phone.tsx';
import { ScribeSection } from './scribe-section.tsx';

const maria: Attendee = { participantId: '00000000-0000-4000-8000-0000000000b1', nickname: 'Mária', sector: null, language: 'sk', noteCount: 2, hasReceipt: false };
const activity = givenActivity('brainstorm', { mode: 'open', revealed: true, moderated: false, frames: [], cardCount: 0 }, { id: '00000000-0000-4000-8000-000000000001' });
const room = givenRoom({
  activity, agenda: [{ id: activity.id, title: 'Kde strácame energiu', kind: 'brainstorm', minutes: 10, openUntil: null, state: 'running', waitsForReveal: false, resumable: false, skipped: false, hasResult: false }],
});
const frames = [{ id: 'f1', title: 'Silné' }, { id: 'f2', title: 'Slabé' }];
const show = () => renderPage(<ScribeSection room={room} />, { texts: ['sessions'] });

test('lines become notes, in the frame and the name that were chosen', async () => {
  const server = givenServer({ 'GET /sessions/*/attendees': [maria], 'GET /activities/*/paper': { anonymous: false, frames }, 'POST /activities/*/written-down': { cardIds: [] } });
  const { user } = await show();
  await screen.findByText('Mária');
  await user.click(screen.getByRole('button', { name: 'Prepísať lístky' }));
  const dialog = screen.getByRole('dialog', { name: 'Prepísať lístky' });
  await user.click(within(dialog).getByRole('textbox', { name: /^Lístky/ }));
  await user.paste('- Viac zelene\n- Lavičky');
  await user.click(await within(dialog).findByRole('button', { name: /Kam patria/ }));
  await user.click(screen.getByRole('option', { name: 'Slabé' }));
  await user.click(within(dialog).getByRole('button', { name: /Čie sú/ }));
  await user.click(screen.getByRole('option', { name: 'Mária' }));
  await user.click(within(dialog).getByRole('button', { name: 'Pridať 2 lístky' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.commands).toMatchObject([
    {
      request: `POST /activities/${activity.id}/written-down`,
      body: { texts: ['Viac zelene', 'Lavičky'], participantId: maria.participantId, onPaper: true, colour: 'yellow', frameId: 'f2', language: 'sk' },
    },
  ]);
});

test('in an anonymous activity no name can be chosen', async () => {
  givenServer({ 'GET /sessions/*/attendees': [maria], 'GET /activities/*/paper': { anonymous: true, frames: [] } });
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Prepísať lístky' }));
  await screen.findByText(/Aktivita je anonymná/);
  expect(screen.queryByRole('button', { name: /Čie sú/ })).toBeNull();
});

test('somebody without a phone is added, and her receipt is printed', async () => {
  const people: Attendee[] = [];
  const server = givenServer({
    'GET /sessions/*/attendees': () => people,
    'POST /sessions/*/attendees': () => (people.push({ ...maria, nickname: null, noteCount: 0 }), { id: maria.participantId }),
    'POST /attendees/*/receipt': { secret: 'tajne', url: 'https://mesto.example/r#tajne' },
  });
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Pridať človeka' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Pridať človeka' }));
  await user.click(await screen.findByRole('button', { name: 'Vytlačiť potvrdenie: Bez mena 1' }));
  const paper = await screen.findByRole('dialog', { name: 'Potvrdenie o príspevku' });
  expect(within(paper).getByText('https://mesto.example/r#tajne')).toBeTruthy();
  expect(within(paper).getByRole('img', { name: 'QR kód potvrdenia' })).toBeTruthy();
  expect(server.commands[0]).toMatchObject({ body: { nickname: null, sector: null, language: 'sk' } });
});

test('a new receipt ends the one that was printed, so it is asked for twice', async () => {
  const server = givenServer({ 'GET /sessions/*/attendees': [{ ...maria, hasReceipt: true }], 'POST /attendees/*/receipt': { secret: 'tajne', url: 'https://mesto.example/r#tajne' } });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Vytlačiť potvrdenie: Mária' }));
  const question = screen.getByRole('alertdialog', { name: 'Vytlačiť nové potvrdenie?' });
  expect(server.commands).toEqual([]);
  await user.click(within(question).getByRole('button', { name: 'Vytlačiť potvrdenie' }));
  await screen.findByRole('dialog', { name: 'Potvrdenie o príspevku' });
});
