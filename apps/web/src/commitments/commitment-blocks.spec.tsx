import { beforeEach, expect, test } from '@jest/globals';
import type { CommentThread } from '@spolu/contracts/comments';
import type { BlockVersion, CommitmentView } from '@spolu/contracts/commitments';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { CommitmentPage } from './commitment-page.tsx';
import { EditCommitmentPage } from './edit-commitment-page.tsx';

const id = '0190d5a6-0000-7000-8000-00000000000c';
const commitment: CommitmentView = {
  id, order: 1, actionPlanId: '0190d5a6-0000-7000-8000-0000000000a1', actionPlanTitle: 'Akčný plán', title: 'Školy', summary: '', revision: 4, fromOn: '2026-01-01', untilOn: '2026-12-31',
  leadInternal: ['Odbor školstva', 'Odbor investícií'], leadExternal: [], otherActors: [], problem: 'Drahé kúrenie v školách.', statusQuo: '', action: '', contribution: '', vision: '', values: [],
  resources: '40 000 eur', amount: null, currency: 'EUR', isAmountApproximate: false, funding: null, additional: '', language: 'sk', versionCounts: { title: 1, problem: 2, leadInternal: 1, schedule: 1, resources: 1 }, commentCounts: {}, reportedCounts: {}, milestones: [], processes: [], may: { edit: true, comment: true },
};
const versions: BlockVersion[] = [
  { number: 2, text: 'Drahé kúrenie v školách.', language: 'sk', at: '2026-03-01T23:30:00Z', reason: 'Podľa pripomienok.', writtenBy: 'Oľga Úradníčka' },
  { number: 1, text: 'Drahé kúrenie.', language: 'sk', at: null, reason: '', writtenBy: null },
];
const base = { 'GET /me': { person: null, roles: [], participants: [] }, [`GET /commitments/${id}`]: commitment, 'GET /decisions': { items: [], next: null }, 'GET /organisations': { items: [], next: null } };

beforeEach(() => {
  sessionStorage.clear();
});

test('fields stand in the order of the template, and what one said before is read when it is opened', async () => {
  const asked: string[] = [];
  givenServer({
    ...base,
    [`GET /commitments/${id}/versions`]: ({ url }: { url: URL }) => {
      asked.push(url.searchParams.get('block') ?? '');
      return { items: versions, next: null };
    },
  });
  const { user } = await renderPage(<CommitmentPage />, { texts: ['commitments', 'outputs'], at: `/commitments/${id}`, path: '/commitments/:id' });
  await screen.findByRole('heading', { name: 'Školy' });
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['Míľniky', 'Odkedy dokedy', 'Kto to vedie na úrade', 'Problém', 'Zdroje', 'Čo tu stálo predtým']);
  expect(asked).toEqual([]);
  await user.click(screen.getByText('Problém: 2 znenia'));
  const [newest, first] = within((await screen.findByText(/Prečo sa zmenilo: Podľa pripomienok\./)).closest('ol')!).getAllByRole('listitem');
  // by the town's calendar the day after
  expect(newest!.textContent).toMatch(/Znenie 2 · 2\. 3\. 2026.*Oľga Úradníčka/);
  expect(newest!.querySelector('ins')?.textContent).toContain('v školách');
  expect(first!.textContent).toContain('stálo tu od začiatku');
  expect(asked).toEqual(['problem']);
});

test('people talk about each field: how many is seen at once, what they say when it is opened, and which version they meant', async () => {
  const said = (change: Partial<CommentThread>): CommentThread => ({
    id: 'a', state: 'shown', text: 'Aj okná.', language: 'sk', at: '2026-04-01T10:00:00.000Z', editedAt: null, byStaff: false, mine: false, reason: null, version: 1, reports: [],
    may: { edit: false, remove: false }, replies: [], ...change,
  });
  const threads = [said({ reports: ['Reklama.'], replies: [said({ id: 'b', text: 'Pribudli.', byStaff: true, version: 2 })] })];
  const asked: string[] = [];
  let counts = { problem: 2 };
  const server = givenServer({
    ...base,
    [`GET /commitments/${id}`]: () => ({ ...commitment, commentCounts: counts, reportedCounts: { problem: 1 } }),
    [`GET /commitments/${id}/comments`]: ({ url }: { url: URL }) => {
      asked.push(url.searchParams.get('block') ?? '');
      return { items: threads, next: null };
    },
    [`POST /commitments/${id}/comments`]: () => {
      counts = { problem: 3 };
      return { id: 'c' };
    },
    'PUT /commitment-comments/a/hiding': () => null,
  });
  const { user } = await renderPage(<CommitmentPage />, { texts: ['commitments', 'ideas', 'shell'], at: `/commitments/${id}`, path: '/commitments/:id' });
  await user.click(await screen.findByText(/Problém: 2 komentáre/));
  expect(screen.getByText('1 nahlásený komentár')).toBeTruthy();
  const [first, answer] = await screen.findAllByRole('article');
  expect(first!.textContent).toContain('k zneniu 1, text sa odvtedy zmenil');
  expect(first!.textContent).toContain('Prečo to niekto nahlásil: Reklama.');
  expect(answer!.textContent).toMatch(/úrad.*k zneniu 2Pribudli\./);
  expect(asked).toEqual(['problem']);
  await user.type(screen.getByRole('textbox', { name: 'Váš komentár' }), 'A strecha?');
  await user.click(screen.getByRole('button', { name: 'Odoslať komentár' }));
  await screen.findByText(/Problém: 3 komentáre/);
  await user.click(screen.getByRole('button', { name: 'Nechať' }));
  await waitFor(() => expect(server.commands).toHaveLength(2));
  expect(server.commands.map(({ body }) => body)).toEqual([{ block: 'problem', version: 2, text: 'A strecha?', language: 'sk', replyTo: null }, { hidden: false }]);
});

test('what somebody reports goes to the office that answers for the plan, and it is named so', async () => {
  const thread = { id: 'a', state: 'shown', text: 'Reklama.', language: 'sk', at: '2026-04-01T10:00:00.000Z', editedAt: null, byStaff: false, mine: false, reason: null, version: 1, reports: [], may: { edit: false, remove: false }, replies: [] };
  const server = givenServer({
    ...base,
    [`GET /commitments/${id}`]: { ...commitment, commentCounts: { problem: 1 }, may: { edit: false, comment: true } },
    [`GET /commitments/${id}/comments`]: { items: [thread], next: null },
    'POST /commitment-comments/a/reports': () => undefined,
  });
  const { user } = await renderPage(<CommitmentPage />, { texts: ['commitments', 'ideas', 'shell'], at: `/commitments/${id}`, path: '/commitments/:id' });
  await user.click(await screen.findByText(/Problém: 1 komentár/));
  await user.click(await screen.findByRole('button', { name: 'Nahlásiť' }));
  expect(await screen.findByText('Napíšte, prečo to sem nepatrí. Prečíta si to úrad, nikto iný.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Dôvod/ }), 'Predáva okná.');
  await user.click(screen.getByRole('button', { name: 'Odoslať' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { reason: 'Predáva okná.' } }]));
});

test('whoever is not signed in reads what is said and is led to the sign-in', async () => {
  givenServer({ ...base, [`GET /commitments/${id}`]: { ...commitment, may: { edit: false, comment: false } }, [`GET /commitments/${id}/comments`]: { items: [], next: null } });
  const { user } = await renderPage(<CommitmentPage />, { texts: ['commitments', 'ideas'], at: `/commitments/${id}`, path: '/commitments/:id' });
  await user.click(await screen.findByText('Zdroje: zatiaľ bez komentárov'));
  await screen.findByText('Zatiaľ nikto nič nenapísal.');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('link', { name: /Prihláste sa/ }).getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(`/commitments/${id}`)}`);
});

test('a change says why, and what somebody else saved meanwhile is not overwritten unseen', async () => {
  const sent: { changeReason: string; revision: number; leadInternal: string[] }[] = [];
  let newest = commitment;
  givenServer({
    ...base,
    [`GET /commitments/${id}`]: () => newest,
    [`PUT /commitments/${id}`]: ({ body }: { body: unknown }) => {
      const input = body as (typeof sent)[number];
      sent.push(input);
      if (input.changeReason === '') throw new Problem('invalid-input', {}, [{ path: 'changeReason', code: 'required' }]);
      if (input.revision !== newest.revision) throw new Problem('changed-meanwhile');
      return null;
    },
  });
  const { user } = await renderPage(<EditCommitmentPage />, { texts: ['commitments'], at: `/commitments/${id}/edit`, path: '/commitments/:id/edit' });
  const problem = await screen.findByLabelText<HTMLTextAreaElement>('Problém', { exact: false });
  await user.type(problem, ' A prievan.');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  expect((await screen.findAllByText('Prečo sa to mení: Treba vyplniť')).length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText(/Prečo sa to mení/), 'Doplnené.');
  newest = { ...commitment, revision: 5 };
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await screen.findByText('Záväzok medzitým zmenil niekto iný');
  expect(problem.value).toBe('Drahé kúrenie v školách. A prievan.');
  await user.click(screen.getByRole('button', { name: 'Uložiť moje znenie' }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent.map(({ revision }) => revision)).toEqual([4, 4, 5]);
  expect(sent[2]).toMatchObject({ changeReason: 'Doplnené.', leadInternal: ['Odbor školstva', 'Odbor investícií'], fromOn: '2026-01-01' });
});

test('money stands with the resources, and in what they said before', async () => {
  givenServer({
    ...base,
    [`GET /commitments/${id}`]: { ...commitment, amount: 40_000, isAmountApproximate: true, funding: 'partly-secured', resources: 'A dvaja ľudia.', versionCounts: { resources: 2 } },
    [`GET /commitments/${id}/versions`]: {
      items: [{ ...versions[0], text: '40000 EUR approximate partly-secured\nA dvaja ľudia.' }, { ...versions[1], text: 'Ľudia.' }], next: null,
    },
  });
  const { user } = await renderPage(<CommitmentPage />, { texts: ['commitments', 'outputs'], at: `/commitments/${id}`, path: '/commitments/:id' });
  const section = (await screen.findByRole('heading', { name: 'Zdroje' })).parentElement!;
  expect(section.textContent).toMatch(/^Zdrojepribližne\s40\s000\s€peniaze sú zabezpečené čiastočneA dvaja ľudia\./);
  await user.click(screen.getByText('Zdroje: 2 znenia'));
  expect((await screen.findByText(/Znenie 2/)).closest('li')!.textContent).toMatch(/približne\s40\s000\s€, peniaze sú zabezpečené čiastočne/);
});

test('money is typed with the resources', async () => {
  const sent: object[] = [];
  givenServer({ ...base, [`PUT /commitments/${id}`]: ({ body }: { body: object }) => void sent.push(body) });
  const { user } = await renderPage(<EditCommitmentPage />, { texts: ['commitments'], at: `/commitments/${id}/edit`, path: '/commitments/:id/edit' });
  await user.type(await screen.findByLabelText(/Koľko peňazí treba/), '40000');
  await user.click(screen.getByRole('radio', { name: 'CZK' }));
  await user.click(screen.getByRole('checkbox', { name: 'Suma je približná' }));
  await user.click(screen.getByLabelText(/Či sú peniaze zabezpečené/));
  await user.click(await screen.findByRole('option', { name: 'peniaze nie sú zabezpečené' }));
  await user.type(screen.getByLabelText(/Prečo sa to mení/), 'Rozpočet.');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(sent).toMatchObject([{ amount: 40_000, currency: 'CZK', isAmountApproximate: true, funding: 'not-secured' }]));
});
