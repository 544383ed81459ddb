import { beforeEach, expect, jest, test } from '@jest/globals';
import type { OwnJury, RoomJury, SaveSheet } from '@spolu/contracts/activities/ideathon-jury';
import { Problem } from '@spolu/contracts/problems';
import type { RoomActivityOf } from '@spolu/contracts/sessions';
import { act, screen, waitFor } from '@testing-library/react';
import { startTexts } from '../../../../i18n/i18n.ts';
import { givenServer } from '../../../../testing/server.ts';
import { InTwoLanguages } from '../../../in-both.tsx';
import { givenActivity, givenPhone } from '../../../phone/given-phone.tsx';
import { PhoneJury } from './phone-jury.tsx';
import sk from './sk.json' with { type: 'json' };

const criteria = [{ title: 'Prínos', weight: 3, anchors: ['žiadny', '', 'veľký'] }, { title: 'Reálnosť', weight: 1, anchors: ['nie', 'áno'] }];
const CANVASES = { 'GET /activities/activity-1/jury/canvases': [{ teamId: 'team-1', fields: [{ title: 'Riešenie', text: 'Stromy v kvetináčoch' }] }] };
const jury = (changes: Partial<RoomJury> = {}): RoomJury => ({ state: 'scoring', jurorCount: 1, doneCount: 0, askedCount: 2, version: 1, revision: 1, result: null, ...changes });
const team = (number: number, changes: Partial<OwnJury['teams'][number]> = {}): OwnJury['teams'][number] => ({
  id: `team-${String(number)}`, number, name: `Tím ${String(number)}`, idea: '', conflict: null, scores: [null, null], feedback: '', note: '', ...changes,
});
const own = (changes: Partial<OwnJury> = {}): OwnJury => ({ state: 'scoring', revision: 1, criteria, declared: true, teams: [team(1), team(2)], discussion: null, ...changes });
const ideathon = (of: RoomJury, stage = 'jury'): RoomActivityOf<'ideathon'> => givenActivity('ideathon', {
  settings: { challenge: 'Chládok', brief: '', goodProposal: [], teamMin: 1, teamMax: 6, fields: [] }, stage, stages: [], stageEndsAt: null, teams: [], jury: of,
} as unknown as RoomActivityOf<'ideathon'>['part']);
const shown = (of: RoomJury, stage?: string) => givenPhone(<PhoneJury activity={ideathon(of, stage)} />);

beforeEach(async () => {
  // a hall spreads its questions over a second
  jest.spyOn(Math, 'random').mockReturnValue(0);
  await startTexts('sk', async () => sk, ['sessions/activities/ideathon/jury']);
});

test('a juror is asked for conflicts of interest before she scores, and says why', async () => {
  const server = givenServer({ ...CANVASES, 'GET /activities/activity-1/jury/own': { jury: own({ declared: false, teams: [team(1), team(2, { conflict: { kind: 'member' } })] }) }, 'PUT /activities/activity-1/jury/conflicts': {} });
  const { user } = shown(jury());
  const box = await screen.findByRole('checkbox', { name: 'Tím 1 · Tím 1' });
  expect(screen.getByText('Ste v tomto tíme, preto ho nehodnotíte.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nemám konflikt záujmov' })).toBeTruthy();
  await user.click(box);
  await user.click(screen.getByRole('button', { name: 'Potvrdiť a hodnotiť' }));
  expect(screen.getByText('Doplňte dôvod.')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.type(screen.getByLabelText('Dôvod: Tím 1 · Tím 1'), 'Moja sestra');
  await user.click(screen.getByRole('button', { name: 'Potvrdiť a hodnotiť' }));
  await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ conflicts: [{ teamId: 'team-1', reason: 'Moja sestra' }] }]));
});

test('each tap is saved, what is typed when she goes on, and she sees what she has still to do', async () => {
  const server = givenServer({ ...CANVASES, 'GET /activities/activity-1/jury/own': { jury: own() }, 'PUT /activities/activity-1/jury/sheet': {} });
  const { user, device } = shown(jury());
  await screen.findByText('Ostávajú 2 tímy');
  await user.click(screen.getByRole('button', { name: 'Tím 1 · Tím 1' }));
  await user.click(screen.getByRole('radio', { name: '2 · veľký' }));
  expect(screen.getByText('Stromy v kvetináčoch')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: '1 · áno' }));
  await user.type(screen.getByLabelText(/Odkaz tímu/), 'Výborne');
  await user.click(screen.getByRole('button', { name: 'Ďalej: Tím 2 · Tím 2' }));
  expect(screen.getByRole('heading', { name: 'Tím 2 · Tím 2' })).toBeTruthy();
  await act(() => device.queue.drain());
  await waitFor(() => expect((server.commands.at(-1)?.body as SaveSheet | undefined)?.feedback).toBe('Výborne'));
  expect(server.commands.at(-1)?.body).toEqual({ teamId: 'team-1', scores: [2, 1], feedback: 'Výborne', note: '' });
});

test('in a session of two languages her criteria and a canvas are called in both', async () => {
  givenServer({ ...CANVASES, 'GET /activities/activity-1/jury/own': { jury: own() } });
  const second = [{ of: 'Prínos', is: 'Користь' }, { of: 'Riešenie', is: 'Рішення' }];
  const { user } = givenPhone(<InTwoLanguages room={{ language: 'sk', secondLanguage: 'uk' }} activity={{ second }}><PhoneJury activity={ideathon(jury())} /></InTwoLanguages>);
  await user.click(await screen.findByRole('button', { name: 'Tím 1 · Tím 1' }));
  expect(screen.getByRole('group', { name: /^Prínos \/ Користь/ })).toBeTruthy();
  expect(screen.getByText('Користь').lang).toBe('uk');
  expect(screen.getByText('Рішення').lang).toBe('uk');
});

test('a refusal for whatever reason says one', async () => {
  givenServer({ ...CANVASES, 'GET /activities/activity-1/jury/own': { jury: own() }, 'PUT /activities/activity-1/jury/sheet': () => {
      throw new Problem('not-found');
    } });
  const { user, device } = shown(jury());
  await user.click(await screen.findByRole('button', { name: 'Tím 1 · Tím 1' }));
  await user.click(screen.getByRole('radio', { name: '2 · veľký' }));
  await act(() => device.queue.drain());
  expect((await screen.findByRole('alert')).textContent).toContain('Tím 1 · Tím 1: To, čo hľadáte, tu nie je, alebo to nie je pre vás.');
});

test('a refusal stays until she has seen why', async () => {
  givenServer({ ...CANVASES, 'GET /activities/activity-1/jury/own': { jury: own() }, 'PUT /activities/activity-1/jury/sheet': () => {
      throw new Problem('jury/fixed');
    } });
  const { user, device } = shown(jury());
  await user.click(await screen.findByRole('button', { name: 'Tím 1 · Tím 1' }));
  await user.click(screen.getByRole('radio', { name: '2 · veľký' }));
  await act(() => device.queue.drain());
  expect((await screen.findByRole('alert')).textContent).toContain('Tím 1 · Tím 1: Výsledok je už uzavretý.');
  await user.click(screen.getByRole('button', { name: 'Rozumiem' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('who is no juror sees how far the jury is while it is its turn, and nothing before', async () => {
  givenServer({ 'GET /activities/activity-1/jury/own': { jury: null } });
  const { show } = shown(jury({ doneCount: 3, askedCount: 6 }));
  expect(await screen.findByText('Hotové hárky: 3 z 6')).toBeTruthy();
  show(<PhoneJury activity={ideathon(jury(), 'pitches')} />);
  expect(screen.queryByText('Porota hodnotí')).toBeNull();
});

test('a told result names the own team and what the jury wrote to it', async () => {
  givenServer({
    'GET /activities/activity-1/jury/own': { jury: null },
    'GET /activities/activity-1/jury/feedback': { feedback: { teamId: 'team-2', feedback: ['Držíme palce.'] } },
  });
  const judged = { number: 2, name: 'Strechy', jurorCount: 2 };
  shown(jury({
    state: 'fixed',
    result: { criteria, jurorCount: 2, teams: [{ ...judged, teamId: 'team-1', number: 1, rank: 1, points: 80, means: [2, 1] }, { ...judged, teamId: 'team-2', rank: 2, points: 200 / 3, means: [1.25, 1] }] },
  }), 'results');
  expect(await screen.findByText('Držíme palce.')).toBeTruthy();
  expect(screen.getByText('2. miesto · Tím 2 · Strechy · váš tím')).toBeTruthy();
  expect(screen.getByText('66,7 zo 100')).toBeTruthy();
  expect(screen.getByText('Prínos: priemer 1,3 z 2')).toBeTruthy();
});
