import { describe, expect, test } from '@jest/globals';
import type { ReportCluster } from '@spolu/contracts/activities/cluster';
import type { ActivityKind, ReportParts } from '@spolu/contracts/activities/kinds';
import type { ReadReport, ReportBlock } from '@spolu/contracts/report-blocks';
import type { ReportActivityBase, ReportActivityOf } from '@spolu/contracts/sessions';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { ReportPage } from './report-page.tsx';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const IDEA = '00000000-0000-4000-8000-00000000000d';
const note = (id: string, text: string, language: 'sk' | 'uk' = 'sk', author: string | null = null) => ({ contributionId: id, text, language, author });
const cluster = (id: string, title: string, more: Partial<ReportCluster> = {}): ReportCluster => ({ id, title, notes: [note(`${id}1`, `Slová v ${title}`)], dots: null, ideaId: null, ...more });
const activity = <K extends ActivityKind>(id: string, kind: K, part: ReportParts[K], more: Partial<ReportActivityBase> = {}) => ({
  id, kind, part, title: `Aktivita ${id}`, instruction: '', methodTitle: null, plannedMinutes: 20, startedAt: '2026-09-14T14:30:00.000Z', endedAt: '2026-09-14T14:50:00.000Z',
  isCounted: kind === 'dot-vote', clusters: null, ...more,
}) as ReportActivityOf<K>;
const block = (key: string, content: ReportBlock['content'], note = ''): ReportBlock => ({ key, content, hidden: false, note, revision: 0 });
const given = (more: Partial<ReadReport> = {}): ReadReport => ({
  sessionId: 'session-1', processId: 'process-1', processTitle: 'Energia', title: 'Prvá dielňa', kind: 'workshop', language: 'sk', visibility: 'public', place: 'Radnica',
  openedAt: '2026-09-14T14:18:00.000Z', closedAt: '2026-09-14T15:46:00.000Z',
  participation: { total: 4, wroteCount: 3, sectors: [{ sector: null, count: 1 }, { sector: 'residents', count: 3 }] },
  activities: [
    activity('1', 'brainstorm', { mode: 'hidden', noteCount: 2, frames: [{ title: 'Trápi nás', notes: [note('n1', 'Tečie strecha'), note('n2', 'Холодно в школі', 'uk')] }] }),
    activity('2', 'cluster', null, { clusters: { clusters: [cluster(A, 'Strechy', { dots: 4 }), cluster(B, 'Poradňa')], unclustered: [note('n9', 'Bez zhluku')] } }),
    activity(
      '3', 'dot-vote',
      { dots: 3, perOption: 2, secrecy: 'blind', round: 1, earlier: [], sectors: [], result: { eligibleCount: 4, votedCount: 3, abstainedCount: 1, options: [{ optionId: 'o', title: 'Strechy', dots: 4, voters: 3, rank: 1 }] } },
      { title: 'Čo prvé' },
    ),
    activity('4', 'information', null, { title: 'Na toto nedošlo', startedAt: null, endedAt: null }),
  ],
  figures: { people: 4, notes: 2, clusters: 2, votes: 1 }, balance: null, meanings: [], survey: null, boards: [], quoted: [], pictures: [], version: null,
  blocks: [
    block('figures', { kind: 'figures' }), block('participation', { kind: 'participation' }), ...['1', '2', '3'].map((activityId) => block(`activity-${activityId}`, { kind: 'activity', activityId })),
    block('skipped', { kind: 'skipped' }),
  ],
  may: { confirmIdeas: true, edit: false }, ...more,
});
const open = () => renderPage(<ReportPage />, { texts: ['sessions', 'sessions/report'], at: '/sessions/session-1/report', path: '/sessions/:id/report' });
const nobody = { person: null, roles: [], participants: [] };

describe('the report', () => {
  test('tells who took part, in figures and as a table', async () => {
    givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given() });
    await open();
    const table = await screen.findByRole('table', { name: 'Účasť podľa sektorov' });
    expect(within(table).getAllByRole('row').slice(1).map((row) => row.textContent?.replace(/\s/g, ' '))).toEqual(['Obyvatelia375 %', 'Neuviedli125 %']);
    expect(screen.getByText('Zúčastnili sa 4 ľudia. Lístok napísali 3 z nich.')).toBeTruthy();
  });

  test('holds every note in its own language, and what was left out', async () => {
    givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given() });
    await open();
    expect((await screen.findByText('Холодно в школі')).getAttribute('lang')).toBe('uk');
    for (const text of ['Tečie strecha', 'Slová v Strechy', 'Bez zhluku']) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Na tieto aktivity nedošlo' }).parentElement?.textContent).toMatch(/Na toto nedošlo/);
  });

  test('a vote is told with its rules and who did not vote', async () => {
    givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given() });
    await open();
    expect(await screen.findByText('Každý mal 3 bodky. Jednej možnosti najviac 2 bodky. Hlasovalo sa: naslepo.')).toBeTruthy();
    expect(screen.getByText(/Hlasovalo 3 z 4 \(75 %\)\. Nehlasoval 1 človek\./)).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Výsledok: Čo prvé' })).toBeTruthy();
  });

  test('chosen clusters are confirmed as one idea, and the way to it is shown', async () => {
    let ideaId: string | null = null;
    const { commands } = givenServer({
      'GET /me': nobody,
      'GET /sessions/*/report': () => {
        const report = given();
        for (const one of report.activities[1]?.clusters?.clusters ?? []) one.ideaId = ideaId;
        return report;
      },
      'POST /ideas': () => {
        ideaId = IDEA;
        return { id: IDEA };
      },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('checkbox', { name: 'Vybrať do nápadu Poradňa' }));
    await user.click(screen.getByRole('checkbox', { name: 'Vybrať do nápadu Strechy' }));
    expect(screen.getByText('Vybrané 2 zhluky')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Potvrdiť ako nápad' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Názov nápadu' }).value).toBe('Poradňa');
    await user.type(within(dialog).getByRole('textbox', { name: /^Zhrnutie/ }), 'Ľudia chcú radu.');
    await user.click(within(dialog).getByRole('button', { name: 'Potvrdiť ako nápad' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /ideas', body: { clusterIds: [B, A], title: 'Poradňa', summary: 'Ľudia chcú radu.' } }]));
    expect((await screen.findByRole('link', { name: 'Zobraziť nápad' })).getAttribute('href')).toBe(`/ideas/${IDEA}`);
    expect(await screen.findAllByRole('link', { name: 'Zo zhluku je nápad' })).toHaveLength(2);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('ideas are confirmed only by who may, and only once the session is closed', async () => {
    givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given({ may: { confirmIdeas: false, edit: false } }) });
    const first = await open();
    await screen.findByText('Bez zhluku');
    expect(screen.queryByRole('checkbox')).toBeNull();
    first.unmount();

    givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given({ closedAt: null }) });
    await open();
    await screen.findByText('Priebežná správa');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

test('a name stands beside words where she agreed to it, and nowhere else', async () => {
  const named = activity('1', 'brainstorm', { mode: 'open', noteCount: 2, frames: [{ title: 'Trápi nás', notes: [note('n1', 'Tečie strecha', 'sk', 'Marta'), note('n2', 'Hluk')] }] });
  givenServer({ 'GET /me': nobody, 'GET /sessions/*/report': given({ activities: [named] }) });
  await open();
  expect((await screen.findByText('Tečie strecha')).closest('li')?.textContent).toBe('Tečie strechaMarta');
  expect(screen.getByText('Hluk').closest('li')?.textContent).toBe('Hluk');
});

describe('a report that was written', () => {
  test('has its blocks in her order, her words, quotes, tasks and what the hall said', async () => {
    givenServer({
      'GET /me': nobody,
      'GET /sessions/*/report': given({
        version: { number: 2, publishedAt: '2026-09-15T08:00:00.000Z' },
        balance: { groups: [{ sectors: ['residents'], people: 10, wrote: 8, notes: 25 }, { sectors: ['public', null], people: 5, wrote: 2, notes: 5 }], anonymousNotes: 3, tables: [{ activityId: '9', title: 'Pri stoloch', groups: [{ tables: [1, 3], people: 8, wrote: 4, notes: 12 }, { tables: [2], people: 7, wrote: 7, notes: 7 }] }] },
        meanings: [{ summary: 'Najprv strechy.', language: 'sk', askedAt: 'x', eligible: 10, yes: 6, notQuite: 2, words: [{ text: 'Chýbajú kotly.', language: 'sk' }] }],
        quoted: [note('n2', 'Холодно в школі', 'uk', 'Oksana')],
        blocks: [
          block('own-1', { kind: 'text', text: 'Bolo nás dosť.\n- prvé\n- druhé' }),
          block('activity-3', { kind: 'activity', activityId: '3' }, 'Hlasovalo sa rýchlo.'),
          block('own-2', { kind: 'quote', contributionId: 'n2' }),
          block('balance', { kind: 'balance' }),
          block('meaning', { kind: 'meaning' }),
          block('own-3', { kind: 'decision', text: 'Začneme školou.' }),
          block('own-4', { kind: 'actions', items: [{ id: A, text: 'Obhliadka', owner: 'Odbor výstavby', dueOn: '2026-12-15' }] }),
        ],
      }),
    });
    await open();
    expect((await screen.findAllByRole('heading', { level: 2 })).map(({ textContent }) => textContent)).toEqual(['1. Čo prvé', 'Kto sa koľko vyjadril', 'Mysleli sme to takto?', 'Úlohy']);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(['prvé', 'druhé']));
    for (const text of ['Hlasovalo sa rýchlo.', 'Oksana', 'Začneme školou.', 'Chýbajú kotly.', 'Áno: 6 · Nie celkom: 2 · Bez odpovede: 2', 'Verzia 2 z 15. septembra 2026']) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText('Холодно в школі').getAttribute('lang')).toBe('uk');
    expect(within(screen.getByRole('table', { name: 'Kto sa koľko vyjadril' })).getAllByRole('row')[2]?.textContent).toBe('Verejný sektor, Neuviedli5251');
    expect(within(screen.getByRole('table', { name: 'Podľa stola: Pri stoloch' })).getAllByRole('row')[1]?.textContent).toBe('1, 384121,5');
    expect(within(screen.getByRole('table', { name: 'Úlohy' })).getByText('15. decembra 2026')).toBeTruthy();
  });
});
