import { beforeEach, expect, test } from '@jest/globals';
import type { CommitmentView } from '@spolu/contracts/commitments';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { CommitmentPage } from './commitment-page.tsx';
import { isLate } from './milestone-state.tsx';

const id = '0190d5a6-0000-7000-8000-00000000000c';
const itemId = '0190d5a6-0000-7000-8000-0000000000d1';
const commitment = (may: boolean): CommitmentView => ({
  id,
  order: 1,
  actionPlanId: '0190d5a6-0000-7000-8000-0000000000a1',
  actionPlanTitle: 'Akčný plán 2025 – 2027',
  title: 'Spolupracovňa mesta',
  summary: '',
  revision: 1,
  versionCounts: { title: 1 }, commentCounts: {}, reportedCounts: {},
  fromOn: null,
  untilOn: null,
  leadInternal: [],
  leadExternal: [],
  otherActors: [],
  additional: '',
  problem: '',
  statusQuo: '',
  action: '',
  contribution: '',
  vision: '',
  values: [],
  resources: '',
  amount: null,
  currency: 'EUR',
  isAmountApproximate: false,
  funding: null,
  language: 'sk',
  milestones: [
    {
      id: '0190d5a6-0000-7000-8000-0000000000b1',
      order: 1,
      title: 'Vznik pracovnej skupiny',
      output: null,
      ownerId: null,
      ownerName: 'Referát participácie',
      ownerTitle: null,
      dueOn: '2025-03-31',
      state: 'done',
      progress: '',
      percent: 60,
      budget: '20 000 €',
      budgetSource: 'rozpočet mesta',
      evidence: 'Zápisnica č. 3.',
      delays: [{ at: '2025-01-10T08:00:00Z', dueBefore: '2025-01-31', dueAfter: '2025-03-31', stateAfter: 'in-progress', reason: 'Chýbali členovia.' }],
      decisionItemId: null,
      language: 'sk',
      updatedAt: '2025-04-01T08:00:00Z',
      revision: 4,
    },
  ],
  processes: [{ id: 'p1', title: 'Energetická udržateľnosť mesta' }],
  may: { edit: may, comment: false },
});
const decided = (id: string, title: string) => ({ id, decisionId: 'd1', decisionNumber: '12/2026', decidedOn: '2026-06-30', number: 1, title, dossierTitle: 'Odporúčania' });
const base = (may: boolean) => ({
  'GET /me': { person: null, roles: [], participants: [] },
  [`GET /commitments/${id}`]: commitment(may),
  'GET /organisations': { items: [], next: null },
  // of years of decisions, the newest twenty are not the one
  'GET /decision-items': ({ url: { searchParams } }: { url: URL }) => ({
    items: [decided(itemId, 'Zatepliť školy'), decided('0190d5a6-0000-7000-8000-0000000000d2', 'Stromy na Tulskej')].filter(({ id, title }) =>
      searchParams.has('id') ? id === searchParams.get('id') : searchParams.has('search') ? title.startsWith('Stromy') && 'stromy'.startsWith(searchParams.get('search')!) : id === 'none'),
    next: searchParams.has('id') || searchParams.has('search') ? null : 'more',
  }),
});
const open = (query = '') => renderPage(<CommitmentPage />, { texts: ['commitments'], at: `/commitments/${id}${query}`, path: '/commitments/:id' });

beforeEach(() => {
  sessionStorage.clear();
});

test('everybody sees the milestones as a line with who, by when and how far', async () => {
  givenServer(base(false));
  await open();
  const line = await screen.findByRole('list', { name: 'Míľniky' });
  const [station] = within(line).getAllByRole('listitem');
  expect(station?.textContent).toContain('do 31. marca 2025(hotové)Vznik pracovnej skupinysplnenýReferát participácie');
  expect(within(station!).getByRole('progressbar', { name: 'Hotové' })).toBeTruthy();
  expect(station?.textContent).toContain('Rozpočet: 20 000 € (rozpočet mesta)');
  expect(station?.textContent).toContain('1 zmena oproti sľubu');
  expect(within(station!).getByText('Chýbali členovia.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Nový míľnik' })).toBeNull();
});

test('a milestone that follows from a decision is added from it', async () => {
  const { commands } = givenServer({ ...base(true), [`POST /commitments/${id}/milestones`]: { id: 'new' } });
  const { user } = await open(`?decisionItem=${itemId}`);
  const dialog = await screen.findByRole('dialog', { name: 'Nový míľnik' });
  await waitFor(() => expect(within(dialog).getByRole<HTMLInputElement>('combobox', { name: /Vyplýva z uznesenia/ }).value).toBe('12/2026/1 Zatepliť školy'));
  await user.type(within(dialog).getByLabelText('Čo sa urobí'), 'Audit piatich škôl');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(commands[0]).toMatchObject({ request: `POST /commitments/${id}/milestones`, body: { title: 'Audit piatich škôl', decisionItemId: itemId, state: 'not-started', dueOn: null, revision: 0 } });
});

test('it may follow from any decision there is, found by words', async () => {
  const { commands } = givenServer({ ...base(true), [`POST /commitments/${id}/milestones`]: { id: 'new' } });
  const { user } = await open(`?decisionItem=${itemId}`);
  const dialog = await screen.findByRole('dialog', { name: 'Nový míľnik' });
  await user.type(within(dialog).getByLabelText('Čo sa urobí'), 'Výsadba');
  const field = within(dialog).getByRole<HTMLInputElement>('combobox', { name: /Vyplýva z uznesenia/ });
  await waitFor(() => expect(field.value).toBe('12/2026/1 Zatepliť školy'));
  await user.clear(field);
  await user.type(field, 'stromy');
  await user.click(await screen.findByRole('option', { name: /Stromy na Tulskej/ }));
  expect(field.value).toBe('12/2026/1 Stromy na Tulskej');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(commands[0]?.body).toMatchObject({ decisionItemId: '0190d5a6-0000-7000-8000-0000000000d2' }));
});

test('what it leaves behind is chosen, and how much of it is done is taken as it was typed', async () => {
  const { commands } = givenServer({ ...base(true), [`POST /commitments/${id}/milestones`]: { id: 'new' } });
  const { user } = await open(`?decisionItem=${itemId}`);
  const dialog = await screen.findByRole('dialog', { name: 'Nový míľnik' });
  await user.type(within(dialog).getByLabelText('Čo sa urobí'), 'Príručka');
  await user.click(within(dialog).getByLabelText(/Typ výstupu/));
  await user.click(await screen.findByRole('option', { name: 'Manuál alebo metodika' }));
  await user.type(within(dialog).getByLabelText(/Koľko je hotové/), '63');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(commands[0]?.body).toMatchObject({ output: 'manual', percent: 63 }));
});

test('a reason that is owed is asked for at its field', async () => {
  const reasons: unknown[] = [];
  givenServer({
    ...base(true),
    'PUT /milestones/0190d5a6-0000-7000-8000-0000000000b1': ({ body }: { body: unknown }) => {
      reasons.push((body as { delayReason: string }).delayReason);
      if (reasons.length === 1) throw new Problem('commitment/delay-needs-reason');
      return null;
    },
  });
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: /Vznik pracovnej skupiny/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  expect((await within(dialog).findAllByText(/Napíšte, prečo sa to mešká alebo mení\./)).length).toBeGreaterThan(0);
  await user.type(within(dialog).getByLabelText(/Prečo sa to mešká/), 'Chýba projekt.');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(reasons).toEqual(['', 'Chýba projekt.']);
});

test('what somebody else reported meanwhile is not overwritten unseen, and what was typed stays', async () => {
  const sent: { progress: string; revision: number }[] = [];
  let newest = commitment(true);
  givenServer({
    ...base(true),
    [`GET /commitments/${id}`]: () => newest,
    'PUT /milestones/0190d5a6-0000-7000-8000-0000000000b1': ({ body }: { body: unknown }) => {
      const { progress, revision } = body as { progress: string; revision: number };
      sent.push({ progress, revision });
      if (revision !== 5) throw new Problem('changed-meanwhile');
      return null;
    },
  });
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: /Vznik pracovnej skupiny/ }));
  const dialog = await screen.findByRole('dialog');
  newest = { ...newest, milestones: newest.milestones.map((one) => ({ ...one, progress: 'Hotovo.', revision: 5 })) };
  await user.type(within(dialog).getByLabelText(/Ako je ďaleko/), 'Skupina má členov.');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  await within(dialog).findByText('Míľnik medzitým zmenil niekto iný');
  expect(within(dialog).getByRole('link', { name: /Pozrieť nové znenie/ }).getAttribute('href')).toBe(`/commitments/${id}#0190d5a6-0000-7000-8000-0000000000b1`);
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/Ako je ďaleko/).value).toBe('Skupina má členov.');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť moje znenie' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ progress: 'Skupina má členov.', revision: 4 }, { progress: 'Skupina má členov.', revision: 5 }]);
});

test('what the server refuses is said at its field, and nothing typed is lost', async () => {
  givenServer({
    ...base(true),
    [`POST /commitments/${id}/milestones`]: () => {
      throw new Problem('invalid-input', {}, [{ path: 'progress', code: 'too-long', limit: 2000 }]);
    },
  });
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Nový míľnik' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Čo sa urobí'), 'Audit');
  await user.click(within(dialog).getByRole('button', { name: 'Uložiť' }));
  expect(await within(dialog).findByRole('link', { name: 'Ako je ďaleko: Najviac 2\u00a0000 znakov' })).not.toBeNull();
  expect(within(dialog).getByLabelText<HTMLInputElement>('Čo sa urobí').value).toBe('Audit');
});

test('a milestone is late when its day has passed and it is neither done nor withdrawn', () => {
  expect(isLate({ dueOn: '2026-01-31', state: 'in-progress' }, '2026-02-01')).toBe(true);
  expect(isLate({ dueOn: '2026-01-31', state: 'in-progress' }, '2026-01-31')).toBe(false);
  expect(isLate({ dueOn: '2026-01-31', state: 'done' }, '2026-02-01')).toBe(false);
  expect(isLate({ dueOn: '2026-01-31', state: 'withdrawn' }, '2026-02-01')).toBe(false);
  expect(isLate({ dueOn: null, state: 'in-progress' }, '2026-02-01')).toBe(false);
});
