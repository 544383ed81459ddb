import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ProcessView } from '@spolu/contracts/participation';
import { Problem } from '@spolu/contracts/problems';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { useRefresh } from '../http/queries.ts';
import { EditProcessPage, NewProcessPage } from './edit-process-page.tsx';
import { ProcessTerms } from './process-terms.tsx';

const organisation = { id: '0190d5a6-0000-7000-8000-000000000001', name: 'Mesto Banská Bystrica', sector: 'public', parentId: null };
const id = '0190d5a6-0000-7000-8000-00000000000a';
const process: ProcessView = {
  id,
  title: 'Energetická udržateľnosť mesta',
  problem: '',
  statusQuo: '',
  goals: [],
  phases: [],
  actors: [],
  organisationIds: [organisation.id],
  commitmentIds: [],
  state: 'running',
  visibility: 'public',
  revision: 3,
  updatedAt: '2026-11-01T08:00:00Z',
  may: { edit: true, addSession: true, writeDossier: true, giveRoles: true },
};
const base = {
  'GET /me': { person: { id: 'p', name: 'Jana', email: 'j@bb.sk', language: 'sk' }, roles: [], participants: [] },
  'GET /organisations': { items: [organisation], next: null },
  'GET /action-plans': { items: [], next: null },
};
const openNew = () => renderPage(<NewProcessPage />, { texts: ['participation', 'identity'], at: '/processes/new', path: '/processes/new' });
const openEdit = () => renderPage(<EditProcessPage />, { texts: ['participation', 'identity'], at: `/processes/${id}/edit`, path: '/processes/:id/edit' });

beforeEach(() => {
  sessionStorage.clear();
});

describe('a new process', () => {
  test('whose maker was signed out meanwhile leads to the sign-in beside it and keeps every word', async () => {
    givenServer({ ...base, 'POST /processes': () => { throw new Problem('signed-out'); } });
    const { user } = await openNew();
    await user.type(await screen.findByLabelText('Názov'), 'Zeleň v meste');
    await user.click(await screen.findByRole('checkbox', { name: organisation.name }));
    await user.click(screen.getByRole('button', { name: 'Založiť proces' }));
    const way = await within(await screen.findByRole('alert')).findByRole('link', { name: /Prihláste sa znova/ });
    expect([way.getAttribute('href'), way.getAttribute('target')]).toEqual(['/sign-in', '_blank']);
    expect(screen.getByLabelText<HTMLInputElement>('Názov').value).toBe('Zeleň v meste');
  });

  test('says that the organisations are coming, and why they do not come', async () => {
    let arrive: (answer: object) => void = () => undefined;
    const organisations = new Promise((resolve) => (arrive = resolve));
    givenServer({ ...base, 'GET /organisations': () => organisations, 'GET /action-plans': () => { throw new Problem('forbidden'); } });
    await openNew();
    await screen.findByLabelText('Názov');
    expect((await screen.findByRole('alert')).textContent).toContain('Na toto nemáte oprávnenie.');
    expect(screen.queryAllByText('Načítava sa…').length).toBeGreaterThan(0);
    arrive({ items: [organisation], next: null });
    expect(await screen.findByRole('checkbox', { name: organisation.name })).toBeTruthy();
    expect(screen.queryAllByText('Načítava sa…')).toEqual([]);
  });

  test('is made with goals, phases and actors, and opened', async () => {
    const { commands } = givenServer({ ...base, 'POST /processes': { id } });
    const { user, router } = await openNew();
    await user.type(await screen.findByLabelText('Názov'), 'Zeleň v meste');
    await user.click(screen.getByRole('button', { name: 'Pridať cieľ' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Cieľ 1'));
    await user.keyboard('Viac tieňa');
    await user.click(screen.getByRole('button', { name: 'Pridať fázu' }));
    await user.keyboard('Príprava');
    await user.click(await screen.findByRole('checkbox', { name: organisation.name }));
    await user.click(screen.getByRole('button', { name: 'Založiť proces' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/processes/${id}`));
    expect(commands[0]?.body).toMatchObject({
      title: 'Zeleň v meste',
      goals: ['Viac tieňa'],
      phases: [{ title: 'Príprava', fromOn: null, untilOn: null }],
      organisationIds: [organisation.id],
      revision: 0,
    });
  });

  test('without a title is not sent; the summary leads to the field', async () => {
    const { commands } = givenServer(base);
    const { user } = await openNew();
    await user.click(await screen.findByRole('button', { name: 'Založiť proces' }));
    const summary = await screen.findByRole('alert');
    await user.click(within(summary).getByRole('link', { name: 'Názov: Treba vyplniť' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Názov'));
    expect(within(summary).getByRole('link', { name: 'Kto proces vedie: Treba vyplniť' })).not.toBeNull();
    expect(commands).toEqual([]);
  });

  test('keeps what was typed through a reload, until it is thrown away', async () => {
    givenServer(base);
    const first = await openNew();
    await first.user.type(await screen.findByLabelText('Názov'), 'Rozpísané');
    first.unmount();
    const { user } = await openNew();
    expect((await screen.findByLabelText<HTMLInputElement>('Názov')).value).toBe('Rozpísané');
    await user.click(screen.getByRole('button', { name: 'Začať odznova' }));
    expect(screen.getByLabelText<HTMLInputElement>('Názov').value).toBe('');
  });
});

test('somebody saved meanwhile: nothing typed is lost, and it can be saved over the newest', async () => {
  let newest = process;
  const { commands } = givenServer({
    ...base,
    [`GET /processes/${id}`]: () => newest,
    [`PUT /processes/${id}`]: ({ body }: { body: unknown }) => {
      if ((body as ProcessView).revision !== newest.revision) throw new Problem('changed-meanwhile');
      return newest;
    },
  });
  const { user, router } = await openEdit();
  newest = { ...process, revision: 4, problem: 'Niekto iný písal.' };
  await user.type(await screen.findByLabelText('Názov'), ' a okolia');
  await user.click(screen.getByRole('button', { name: 'Uložiť zmeny' }));
  await user.click(await screen.findByRole('button', { name: 'Uložiť moje znenie' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/processes/${id}`));
  expect(commands.map(({ body }) => body)).toMatchObject([
    { title: 'Energetická udržateľnosť mesta a okolia', revision: 3 },
    { title: 'Energetická udržateľnosť mesta a okolia', revision: 4 },
  ]);
});

test('terms that somebody else set while she wrote hers are not overwritten unseen', async () => {
  let terms = { answerDays: 30, questionDays: null as number | null, revision: 1, may: { edit: true } };
  const server = givenServer({ [`GET /processes/${id}/answer-terms`]: () => terms, [`PUT /processes/${id}/answer-terms`]: () => { throw new Problem('changed-meanwhile'); } });
  function ReadAnew() {
    const refresh = useRefresh();
    return <button onClick={() => void refresh('/processes')}>Read anew</button>;
  }
  const { user } = await renderPage(<><ReadAnew /><ProcessTerms processId={id} /></>, { texts: ['participation'] });
  const anew = await screen.findByText('Read anew');
  await user.click(await screen.findByRole('button', { name: 'Nastaviť lehoty' }));
  terms = { ...terms, answerDays: 60, questionDays: 14, revision: 2 };
  fireEvent.click(anew);
  await screen.findByText(/do 60 dní/);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands.at(-1)?.body).toEqual({ answerDays: 30, questionDays: null, revision: 1 }));
  // she was told, and what came meanwhile stands behind the dialog: the next try is not refused for it
  await screen.findByText(/Niekto to medzitým zmenil/);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(server.commands.at(-1)?.body).toEqual({ answerDays: 30, questionDays: null, revision: 2 }));
});
