import { expect, test } from '@jest/globals';
import type { AssessmentView, WriteAssessment } from '@spolu/contracts/assessment';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { AssessmentPage } from './assessment-page.tsx';

const [USE, LAND] = ['0190a5f0-0000-7000-8000-000000000001', '0190a5f0-0000-7000-8000-000000000002'];
const view = (change: Partial<AssessmentView> = {}): AssessmentView => ({
  id: 'a', ideaId: 'i', ideaTitle: 'Solárne strechy', organisationId: 'o', organisationName: 'Odbor investícií', dueOn: null, state: 'asked', processId: 'p', processTitle: 'Energia', ideaSummary: 'Tri školy.',
  criteria: [{ kind: 'points', id: USE, title: 'Prínos', description: '', weight: 3, scaleMax: 5 }, { kind: 'must', id: LAND, title: 'Pozemok mesta', description: '' }],
  scores: [], feasibility: null, cost: null, costNote: '', internalNote: '', publicAnswer: '', language: 'sk', assessorName: '', revision: 1, givenAt: null, publishedAt: null, others: null,
  may: { write: true, publish: false, withdraw: false }, ...change,
});
const show = (answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /assessments/a': view(), ...answers });
  return { server, page: renderPage(<AssessmentPage />, { texts: ['assessment', 'provenance'], at: '/assessments/a', path: '/assessments/:id' }) };
};

test('a department saves what it has so far, is told what is missing, and gives the rest', async () => {
  let given = 0;
  const { server, page } = show({
    'PUT /assessments/a': ({ body }: { body: unknown }) => {
      const { give, scores } = body as WriteAssessment;
      if (give && scores.length < 2) throw new Problem('assessment/incomplete');
      given += 1;
    },
  });
  const { user } = await page;
  const points = within(await screen.findByRole('group', { name: 'Prínos (0 až 5)' }));
  expect(points.getAllByRole('radio')).toHaveLength(6);
  await user.click(points.getByRole('radio', { name: '4' }));
  await user.click(screen.getByRole('button', { name: 'Odovzdať posúdenie' }));
  expect(await screen.findByText(/Posúdenie ešte nie je celé/)).toBeTruthy();
  expect(points.getByRole<HTMLInputElement>('radio', { name: '4' }).checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Zatiaľ len uložiť' }));
  await waitFor(() => expect(given).toBe(1));
  expect(server.commands.at(-1)?.body).toMatchObject({ give: false, revision: 1, scores: [{ criterionId: USE, value: 4, reason: '' }] });
  await user.click(within(screen.getByRole('group', { name: 'Pozemok mesta' })).getByRole('radio', { name: 'nespĺňa' }));
  await user.click(screen.getByRole('button', { name: 'Odovzdať posúdenie' }));
  await waitFor(() => expect(given).toBe(2));
  expect((server.commands.at(-1)?.body as WriteAssessment).scores).toMatchObject([{ value: 4 }, { value: 0 }]);
});

test('a reason without points is not lost: the points are asked for; a criterion that is gone stops nobody', async () => {
  sessionStorage.setItem('draft assessment a', JSON.stringify({
    scores: { [USE]: { value: null, reason: 'Sto detí.' }, '0190a5f0-0000-7000-8000-000000000009': { value: 3, reason: '' } },
    feasibility: null, cost: null, costNote: '', internalNote: '', publicAnswer: 'Áno.', language: 'sk', assessorName: '',
  }));
  const { server, page } = show({ 'PUT /assessments/a': {} });
  const { user } = await page;
  const points = await screen.findByRole('group', { name: /Prínos \(0 až 5\)/ });
  await user.click(screen.getByRole('button', { name: 'Zatiaľ len uložiť' }));
  expect(await within(await screen.findByRole('alert')).findByRole('link')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.click(within(points).getByRole('radio', { name: '4' }));
  await user.click(screen.getByRole('button', { name: 'Zatiaľ len uložiť' }));
  await waitFor(() => expect(server.commands).toHaveLength(1));
  expect((server.commands[0]?.body as WriteAssessment).scores).toEqual([{ criterionId: USE, value: 4, reason: 'Sto detí.' }]);
});

test('the people of the process read it, and publish it after a question', async () => {
  const { server, page } = show({
    'GET /assessments/a': view({ state: 'given', feasibility: 'with-changes', cost: 180_000, publicAnswer: 'Začneme v júli.', internalNote: 'Statika.', scores: [{ criterionId: LAND, value: 1, reason: '' }], may: { write: false, publish: true, withdraw: false }, others: [] }),
    'POST /assessments/a/publication': {},
  });
  const { user } = await page;
  expect(await screen.findByText('uskutočniteľné so zmenami')).toBeTruthy();
  expect(screen.getByText(/180\s000\s€/)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Zverejniť' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Zverejniť' }));
  await waitFor(() => expect(server.commands.map(({ request }) => request)).toEqual(['POST /assessments/a/publication']));
});
