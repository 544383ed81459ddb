import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { EditBlock, ReportBlock, ReportDraft } from '@spolu/contracts/report-blocks';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer, type Answer } from '../../testing/server.ts';
import { ReportEditPage } from './report-edit-page.tsx';

const nobody = { person: null, roles: [], participants: [] };
const block = (key: string, content: ReportBlock['content'], more: Partial<ReportBlock> = {}): ReportBlock => ({ key, content, hidden: false, note: '', revision: 0, ...more });
const given = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  sessionId: 'session-1', processId: 'process-1', processTitle: 'Energia', title: 'Prvá dielňa', kind: 'workshop', language: 'sk', visibility: 'public', place: 'Radnica',
  openedAt: '2026-09-14T14:18:00.000Z', closedAt: '2026-09-14T15:46:00.000Z', participation: { total: 4, wroteCount: 3, sectors: [] }, activities: [],
  figures: { people: 4, notes: 2, clusters: 2, votes: 1 }, balance: null, meanings: [], survey: null, boards: [], quoted: [], pictures: [], version: null, revision: 3, publishedRevision: null, photoWithdrawals: 0,
  blocks: [block('own-1', { kind: 'text', text: 'Bolo nás dosť.' }, { revision: 3 }), block('figures', { kind: 'figures' }), block('participation', { kind: 'participation' })],
  may: { confirmIdeas: true, edit: true }, ...more,
});
const serve = (draft: { now: ReportDraft }, commands: Record<string, Answer> = {}) =>
  givenServer({ 'GET /me': nobody, 'GET /sessions/*/report-draft': () => draft.now, 'GET /sessions/*/report-versions': [], ...commands });
const open = () => renderPage(<ReportEditPage />, { texts: ['sessions', 'sessions/report'], at: '/sessions/session-1/report/edit', path: '/sessions/:id/report/edit' });
const body = (commands: { request: string; body: unknown }[], request: string) => commands.filter((one) => one.request === request).at(-1)?.body;

describe('the editor of a report', () => {
  test('saves what is typed by itself, with the revision it builds on', async () => {
    const draft = { now: given() };
    const { commands } = serve(draft, { 'PUT /sessions/*/report-draft/blocks/*': () => ({ revision: 4 }) });
    const { user } = await open();
    const field = await screen.findByRole('textbox', { name: /^Text/ });
    await user.type(field, ' A veselo.');
    expect(screen.getAllByText('Neuložené zmeny').length).toBeGreaterThan(0);
    await waitFor(() => expect(body(commands, 'PUT /sessions/session-1/report-draft/blocks/own-1')).toEqual({
      revision: 3, hidden: false, note: '', content: { kind: 'text', text: 'Bolo nás dosť. A veselo.' },
    } satisfies EditBlock), { timeout: 5_000 });
    expect(await screen.findByText('Všetko je uložené.')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Text/ }).value).toBe('Bolo nás dosť. A veselo.');
  });

  test('shows what somebody else wrote meanwhile, and overwrites it only when told to', async () => {
    const draft = { now: given() };
    const { commands } = serve(draft, {
      'PUT /sessions/*/report-draft/blocks/*': ({ body: sent }) => {
        if ((sent as EditBlock).revision === 3) {
          draft.now = given({ revision: 7, blocks: [block('own-1', { kind: 'text', text: 'Cudzie slová.' }, { revision: 7 })] });
          throw new Problem('changed-meanwhile');
        }
        return { revision: 8 };
      },
    });
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: /^Text/ }), ' Moje.');
    const alert = await screen.findByRole('alert', undefined, { timeout: 5_000 });
    expect(await within(alert).findByText('Cudzie slová.')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Text/ }).value).toBe('Bolo nás dosť. Moje.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Zverejniť' }).disabled).toBe(true);
    await user.click(within(alert).getByRole('button', { name: 'Nechať moje' }));
    await waitFor(() => expect(body(commands, 'PUT /sessions/session-1/report-draft/blocks/own-1')).toMatchObject({ revision: 7, content: { text: 'Bolo nás dosť. Moje.' } }), { timeout: 5_000 });
  });

  test('moves blocks by buttons and says where they are now; the focus stays', async () => {
    const draft = { now: given() };
    const { commands } = serve(draft, {
      'POST /sessions/*/report-draft/moves': () => {
        const [own, figures, participation] = given().blocks as [ReportBlock, ReportBlock, ReportBlock];
        draft.now = given({ blocks: [figures, own, participation], revision: 4 });
        return undefined;
      },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Posunúť nižšie: Text' }));
    await waitFor(() => expect(body(commands, 'POST /sessions/session-1/report-draft/moves')).toEqual({ key: 'own-1', after: 'figures' }));
    expect(await screen.findByText('Presunuté na miesto 2 z 3.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.id).toBe('down-own-1'));
    await user.click(screen.getByRole('button', { name: 'Posunúť vyššie: Účasť' }));
    await waitFor(() => expect(body(commands, 'POST /sessions/session-1/report-draft/moves')).toEqual({ key: 'participation', after: 'figures' }));
  });

  test('who opens a comment or adds a task writes at once', async () => {
    const item = { id: '00000000-0000-4000-8000-000000000001', text: 'Zistiť cenu', owner: '', dueOn: null };
    serve({ now: given({ blocks: [block('own-2', { kind: 'actions', items: [item] }), block('figures', { kind: 'figures' })] }) }, { 'PUT /sessions/*/report-draft/blocks/*': () => ({ revision: 4 }) });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Poznámka k bloku Čísla' }));
    await user.keyboard('Bez tímu.');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Poznámka/ }).value).toBe('Bez tímu.');
    await user.click(screen.getByRole('button', { name: 'Pridať úlohu' }));
    await user.keyboard('Zmerať teplotu');
    expect(screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Úloha/ }).map(({ value }) => value)).toEqual(['Zistiť cenu', 'Zmerať teplotu']);
    await screen.findByText('Všetko je uložené.', undefined, { timeout: 5_000 });
  });

  test('a comment is not given up without being asked about', async () => {
    const draft = { now: given({ blocks: [block('figures', { kind: 'figures' }, { revision: 3, note: 'Prišli aj susedia.' })] }) };
    const { commands } = serve(draft, { 'POST /sessions/*/report-draft/blocks/*/restore': () => undefined });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Vrátiť do pôvodnej podoby: Čísla' }));
    const question = await screen.findByRole('alertdialog');
    expect(commands).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Vrátiť' }));
    await waitFor(() => expect(body(commands, 'POST /sessions/session-1/report-draft/blocks/figures/restore')).toEqual({ revision: 3 }));
  });

  test('what was being typed into a block that somebody took away is not lost', async () => {
    const draft = { now: given() };
    const { commands } = serve(draft, {
      'PUT /sessions/*/report-draft/blocks/*': () => {
        draft.now = given({ blocks: given().blocks.slice(1), revision: 9 });
        throw new Problem('changed-meanwhile');
      },
      'POST /sessions/*/report-draft/blocks': () => ({ key: 'own-2', revision: 10 }),
    });
    const { user } = await open();
    await user.type(await screen.findByRole('textbox', { name: /^Text/ }), ' Nechcem prísť o to.');
    expect(await screen.findByText('Blok už v správe nie je', undefined, { timeout: 5_000 })).toBeTruthy();
    expect(screen.getByText('Bolo nás dosť. Nechcem prísť o to.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pridať znova' }));
    await waitFor(() => expect(body(commands, 'POST /sessions/session-1/report-draft/blocks')).toEqual({ content: { kind: 'text', text: 'Bolo nás dosť. Nechcem prísť o to.' }, after: null }));
  });

  test('takes a picture with words for those who can not see it, once it is said who is on it', async () => {
    URL.createObjectURL = () => 'blob:test';
    URL.revokeObjectURL = () => undefined;
    const draft = { now: given({ blocks: [block('figures', { kind: 'figures' })] }) };
    const { commands } = serve(draft, {
      'POST /sessions/*/report-pictures': () => ({ fileId: 'file-1', width: 60, height: 40 }),
      'POST /sessions/*/report-draft/blocks': () => ({ key: 'own-2', revision: 4 }),
    });
    const { user } = await open();
    await user.click((await screen.findAllByRole('button', { name: 'Pridať blok' }))[0]!);
    await user.click(await screen.findByRole('menuitem', { name: 'Obrázok' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pridať obrázok' });
    await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File(['x'], 'strom.jpg', { type: 'image/jpeg' }));
    await user.type(within(dialog).getByRole('textbox', { name: /^Čo je na obrázku/ }), 'Strom so šiestimi vetvami');
    await user.click(within(dialog).getByRole('button', { name: 'Pridať do správy' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('či na ňom možno niekoho spoznať');
    expect(commands).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: 'Nikoho na ňom nemožno spoznať' }));
    await user.click(within(dialog).getByRole('button', { name: 'Pridať do správy' }));
    await waitFor(() => expect(body(commands, 'POST /sessions/session-1/report-draft/blocks')).toEqual({
      content: { kind: 'picture', fileId: 'file-1', alt: 'Strom so šiestimi vetvami', caption: '' }, after: null,
    }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('a picture that readers do not see, because a consent was taken back, is shown to them again by who looked at it', async () => {
    const content = { kind: 'picture', fileId: 'file-1', alt: 'Ľudia pri stole', caption: '' } as const;
    const held = { fileId: 'file-1', width: 60, height: 40, people: 'agreed', held: true } as const;
    const draft = { now: given({ blocks: [block('own-3', content, { revision: 3 })], pictures: [held], photoWithdrawals: 2 }) };
    const { commands } = serve(draft, {
      'PUT /sessions/*/report-pictures/*/people': () => {
        draft.now = given({ blocks: [block('own-3', content, { revision: 3 })], pictures: [{ ...held, held: false }], photoWithdrawals: 2 });
      },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Nie je na ňom, ukázať čitateľom' }));
    await waitFor(() => expect(screen.queryByText('Čitatelia tento obrázok teraz nevidia')).toBeNull());
    expect(body(commands, 'PUT /sessions/session-1/report-pictures/file-1/people')).toEqual({ people: 'agreed', withdrawals: 2 });
    expect(screen.getByRole('img', { name: 'Ľudia pri stole' })).toBeTruthy();
  });
});
