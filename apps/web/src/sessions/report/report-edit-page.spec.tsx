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
  figures: { people: 4, notes: 2, clusters: 2, votes: 1 }, balance: null, meanings: [], survey: null, boards: [], quoted: [], version: null, revision: 3, publishedRevision: null,
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
});
