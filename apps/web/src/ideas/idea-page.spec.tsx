import { expect, test } from '@jest/globals';
import type { CommentThread } from '@spolu/contracts/comments';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { Unreachable } from '../http/api.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { IdeaPage } from './idea-page.tsx';

const talk: IdeaTalk = { supportCount: 3, supporting: false, commentCount: 0, hidden: null, may: { speak: true, asGuest: false, moderate: false } };
const noteId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const idea = (change: Partial<IdeaView> = {}): IdeaView => ({
  id: 'i', title: 'Školy bez strát', summary: 'Začať tam, kde deti sedia v bundách.', noteCount: 9, dots: 12, createdAt: '2026-03-14T10:00:00.000Z', processId: 'p', processTitle: 'Energia',
  revision: 4, state: 'current', supportCount: 0, commentCount: 0, language: null, categoryId: null, category: null, placeName: '', place: null, pictures: [], waiting: false, contribution: null, writtenDown: null, madeFrom: [], became: [], may: { edit: true, publish: false, arrange: true, undo: [] },
  clusters: [{
    id: 'c', title: 'Energia v školách', sessionId: 's', sessionTitle: 'Dielňa', vote: { dots: 12, voters: 7, ofDots: 60, ofVoters: 20 }, hiddenNoteCount: 2,
    notes: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ contributionId: noteId(n), text: `Lístok ${n}`, language: 'sk' as const })),
  }],
  ...change,
});
const show = (answers: Parameters<typeof givenServer>[0] = {}, at = '/ideas/i') => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /ideas/i': idea(), 'GET /ideas/i/talk': talk, 'GET /ideas/i/comments': { items: [], next: null }, 'GET /records/i/following': { following: false }, ...answers });
  return { server, page: renderPage(<IdeaPage />, { texts: ['ideas', 'provenance/notices'], at, path: '/ideas/:id' }) };
};

test('shows people’s own words and the vote, and says how many notes are not for these eyes', async () => {
  await show().page;
  expect(await screen.findByText('Lístok 1')).toBeTruthy();
  expect(screen.getByText('12 bodiek z 60')).toBeTruthy();
  expect(screen.getByText('Bodku tu nechalo 7 z 20 hlasujúcich.')).toBeTruthy();
  expect(screen.getByText('Ešte 1 lístok')).toBeTruthy();
  expect(screen.getByText('2 lístky tu nevidíte: nie sú verejné.')).toBeTruthy();
});

test('an edit that comes after somebody else’s keeps what was typed and builds on hers the next time', async () => {
  let revision = 4;
  const { server, page } = show({
    'GET /ideas/i': () => idea({ revision }),
    'PUT /ideas/i': ({ body }: { body: unknown }) => {
      if ((body as { revision: number }).revision !== revision) throw new Problem('changed-meanwhile');
    },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Upraviť nápad' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Názov nápadu' }), ' energie');
  revision = 5;
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Názov nápadu' }).value).toBe('Školy bez strát energie');
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => (body as { revision: number }).revision)).toEqual([4, 5]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('an edit sorts the idea and says where it is; a place on a plan that is not shown any more stays', async () => {
  const at = { planId: noteId(8), x: 0.5, y: 0.25 };
  const { server, page } = show({
    'GET /ideas/i': idea({ language: 'cs', place: { name: '', at, latitude: null, longitude: null } }),
    'GET /processes/p/idea-intake': { categories: [{ id: noteId(9), title: 'Zeleň' }], plan: null },
    'PUT /ideas/i': () => undefined,
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Upraviť nápad' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: 'Čeština' }).checked).toBe(true);
  await user.click(await dialog.findByRole('button', { name: /Kategória/ }));
  await user.click(await screen.findByRole('option', { name: 'Zeleň' }));
  await user.type(dialog.getByRole('textbox', { name: /Miesto/ }), 'Park');
  await user.click(dialog.getByRole('radio', { name: 'Slovenčina' }));
  await user.click(dialog.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([
    { title: 'Školy bez strát', summary: 'Začať tam, kde deti sedia v bundách.', language: 'sk', categoryId: noteId(9), place: { name: 'Park', at }, revision: 4 },
  ]));
});

test('a merged idea says what it consists of, and the merge is undone after a question', async () => {
  const step = (id: string, title: string) => ({ id, url: `/ideas/${id}`, title, change: 'merge' as const, reason: null, at: '2026-04-01T10:00:00.000Z', undoneAt: null });
  const { server, page } = show({
    'GET /ideas/i': idea({ madeFrom: [step('a', 'Zatepliť školy'), step('b', 'Okná v školách')], may: { edit: true, publish: false, arrange: true, undo: ['merge'] } }),
    'POST /ideas/i/undoings': () => undefined,
  });
  const { user } = await page;
  expect(await screen.findByRole('heading', { name: 'Z čoho sa skladá' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Okná v školách' }).getAttribute('href')).toBe('/ideas/b');
  await user.click(screen.getByRole('button', { name: 'Ďalšie úkony' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Vziať späť zlúčenie' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Vziať späť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ change: 'merge' }]));
});

test('an idea that became part of another one says so first', async () => {
  await show({
    'GET /ideas/i': idea({
      state: 'merged', may: { edit: false, publish: false, arrange: false, undo: [] },
      became: [{ id: 'm', url: '/ideas/m', title: 'Školy a svetlá', change: 'merge', reason: null, at: '2026-04-01T10:00:00.000Z', undoneAt: null }],
    }),
  }).page;
  expect(await screen.findByText('Zlúčený')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Školy a svetlá' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Upraviť nápad' })).toBeNull();
});

test('a split sends each note where it was put', async () => {
  const { server, page } = show({ 'POST /ideas/i/splits': () => ({ ids: ['x', 'y'] }) });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Ďalšie úkony' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Rozdeliť nápad' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getAllByRole('textbox', { name: 'Názov nápadu' })[1]!, 'Okná');
  const second = within(dialog.getByRole('group', { name: 'Lístok 2' }));
  await user.click(second.getByRole('checkbox', { name: 'Časť 1' }));
  await user.click(second.getByRole('checkbox', { name: 'Časť 2' }));
  await user.click(within(dialog.getByRole('group', { name: 'Lístok 3' })).getByRole('checkbox', { name: 'Časť 2' }));
  await user.click(dialog.getByRole('button', { name: 'Rozdeliť' }));
  await waitFor(() => expect(server.commands).toHaveLength(1));
  expect(server.commands[0]!.body).toMatchObject({ parts: [{ contributionIds: [1, 3, 4, 5, 6, 7].map(noteId) }, { title: 'Okná', contributionIds: [2, 3].map(noteId) }] });
});

test('an idea is carried over to a document with a reason', async () => {
  const { server, page } = show({ 'GET /processes': { items: [], next: null }, 'POST /ideas/i/carry-overs': () => ({ id: 'd' }) });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Ďalšie úkony' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Presunúť inam' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /Do iného dokumentu/ }));
  await user.type(dialog.getByRole('textbox', { name: 'Názov dokumentu' }), 'Program rozvoja');
  await user.type(dialog.getByRole('textbox', { name: 'Dôvod' }), 'Neskôr.');
  await user.click(dialog.getByRole('button', { name: 'Presunúť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ to: { kind: 'document', title: 'Program rozvoja' }, reason: 'Neskôr.' }]));
});

test('a resident supports an idea and comments on it', async () => {
  const { server, page } = show({ 'PUT /ideas/i/support': () => undefined, 'POST /ideas/i/comments': () => ({ id: 'c' }) });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Podporiť' }));
  await user.type(screen.getByRole('textbox', { name: 'Váš komentár' }), 'Začnite telocvičňou.');
  await user.click(screen.getByRole('button', { name: 'Odoslať komentár' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ supporting: true }, { text: 'Začnite telocvičňou.', language: 'sk', replyTo: null }]));
});

test('a comment whose answer was lost is sent again under the same key, and the same words said later are another one', async () => {
  let tries = 0;
  const { server, page } = show({
    'POST /ideas/i/comments': () => {
      if (tries++ < 3) throw new Unreachable();
      return { id: 'c' };
    },
  });
  const { user } = await page;
  const send = async () => user.click(screen.getByRole('button', { name: 'Odoslať komentár' }));
  const words = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Váš komentár' });
  await user.type(words, 'Súhlasím.');
  await send();
  expect(await screen.findByRole('alert', {}, { timeout: 10_000 })).toBeTruthy();
  await send();
  await waitFor(() => expect(words.value).toBe(''));
  await user.type(words, 'Súhlasím.');
  await send();
  await waitFor(() => expect(server.commands).toHaveLength(5));
  const keys = server.commands.map(({ key }) => key);
  expect([new Set(keys.slice(0, 4)).size, keys[4] === keys[0]]).toEqual([1, false]);
});

test('a notice of comments leads to them, though they come after the page', async () => {
  Element.prototype.scrollIntoView = () => undefined;
  await show({}, '/ideas/i#comments').page;
  await waitFor(() => expect(document.activeElement?.id).toBe('comments'));
});

test('a visitor becomes a guest of the process with her first support, and is shown her receipt this once', async () => {
  const { server, page } = show({
    'GET /ideas/i/talk': { ...talk, may: { speak: false, asGuest: true, moderate: false } },
    'POST /processes/p/guests': () => ({ participantId: 'g', receipt: { secret: 'tajne', url: 'https://mesto.sk/receipt#tajne' } }), 'PUT /ideas/i/support': () => undefined,
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Podporiť' }));
  await waitFor(() => expect(server.commands.map(({ request }) => request)).toEqual(['POST /processes/p/guests', 'PUT /ideas/i/support']));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Váš odkaz' })).value).toBe('https://mesto.sk/receipt#tajne');
});

test('an idea that waits and is not to be published is hidden with a reason, and says so from then on', async () => {
  let reason: string | null = null;
  const { server, page } = show({
    'GET /ideas/i': () => idea({ waiting: true, clusters: [], may: { edit: true, publish: reason === null, arrange: false, undo: [] } }),
    'GET /ideas/i/talk': () => ({ ...talk, hidden: reason === null ? null : { reason }, may: { speak: false, asGuest: false, moderate: true } }),
    'PUT /ideas/i/hiding': ({ body }: { body: unknown }) => {
      reason = (body as { reason: string }).reason;
    },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Skryť' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Dôvod' }), 'Reklama');
  await user.click(dialog.getByRole('button', { name: 'Skryť' }));
  expect(await screen.findByText('Dôvod: Reklama')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Zverejniť nápad' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Znova ukázať' })).toBeTruthy();
  expect(server.commands.map(({ body }) => body)).toEqual([{ hidden: true, reason: 'Reklama' }]);
});

test('of a hidden comment stands only that it is; staff hide one with a reason', async () => {
  const said = (id: string, change: Partial<CommentThread>): CommentThread => ({
    id, state: 'shown', text: 'Slová', language: 'sk', at: '2026-04-01T10:00:00.000Z', editedAt: null, byStaff: false, mine: false, reason: null, version: null, reports: [], may: { edit: false, remove: false }, replies: [], ...change,
  });
  const { server, page } = show({
    'GET /ideas/i/talk': { ...talk, may: { ...talk.may, moderate: true } },
    'GET /ideas/i/comments': { items: [said('a', { state: 'hidden', text: null }), said('b', { text: 'Nadávka' })], next: null },
    'PUT /idea-comments/b/hiding': () => undefined,
  });
  const { user } = await page;
  expect(await screen.findByText('Komentár je skrytý.')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: 'Skryť' })[1]!);
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Dôvod' }), 'Slušnosť');
  await user.click(dialog.getByRole('button', { name: 'Skryť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ hidden: true, reason: 'Slušnosť' }]));
});
