import { expect, test } from '@jest/globals';
import type { DecisionView } from '@spolu/contracts/review';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { DecisionPage } from './decision-page.tsx';

const item: DecisionView['items'][number] = {
  id: 'i', recommendationId: 'r', number: 2, title: 'Vymeniť svietidlá v parku', verdict: 'not-accepted', reasons: 'Park sa obnovuje z iných peňazí.', milestones: [], carriedOver: null, may: { carryOver: true, takeBack: false },
};
const decision = (change: Partial<typeof item> = {}): DecisionView => ({
  id: 'd', number: '123/2026-MsZ', decidedOn: '2026-05-12', bodyName: 'Mestské zastupiteľstvo', text: 'Schvaľuje.', dossierId: 's', dossierTitle: 'Energia v meste', dossierVersion: 1, processId: 'p', processTitle: 'Energia', items: [{ ...item, ...change }],
});
const show = (view: DecisionView, answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: null, roles: [], participants: [] }, 'GET /decisions/d': view, ...answers });
  return { server, page: renderPage(<DecisionPage />, { texts: ['review', 'ideas', 'provenance'], at: '/decisions/d', path: '/decisions/:id' }) };
};

test('what was not accepted is sent on from the decision in one step, with its reason', async () => {
  const processes = { items: [{ id: 'p', title: 'Energia' }, { id: '0190a5f0-0000-4000-8000-00000000000a', title: 'Zeleň v meste' }], next: null };
  const { server, page } = show(decision(), { 'GET /processes': processes, 'POST /decision-items/i/carry-over': () => ({ id: 'n' }) });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Presunúť inam odporúčanie 2' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /Do iného dokumentu mesta/ }));
  await user.type(dialog.getByRole('textbox', { name: /Názov dokumentu/ }), 'Program rozvoja mesta 2030');
  await user.type(dialog.getByRole('textbox', { name: /Dôvod/ }), 'Park obnoví program zelene.');
  await user.click(dialog.getByRole('button', { name: 'Presunúť' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'POST /decision-items/i/carry-over', body: { to: { kind: 'document', title: 'Program rozvoja mesta 2030' }, reason: 'Park obnoví program zelene.' } }]));
});

test('where it goes on and why is read by everybody; who may, takes it back after being asked', async () => {
  const carriedOver = { id: 'n', title: 'Program rozvoja mesta 2030', url: null, reason: 'Park obnoví program zelene.', at: '2026-05-20T10:00:00.000Z' };
  const { server, page } = show(decision({ carriedOver, may: { carryOver: false, takeBack: true } }), { 'DELETE /decision-items/i/carry-over': () => undefined });
  const { user } = await page;
  expect(await screen.findByText('Program rozvoja mesta 2030')).toBeTruthy();
  expect(screen.getByText('Park obnoví program zelene.')).toBeTruthy();
  expect(screen.getByText('presunuté 20. mája 2026')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vziať presun späť: odporúčanie 2' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Vziať presun späť' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'DELETE /decision-items/i/carry-over' }]));
});

test('who only reads gets nothing to send on', async () => {
  await show(decision({ may: { carryOver: false, takeBack: false } })).page;
  expect(await screen.findByText('Park sa obnovuje z iných peňazí.')).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Vytlačiť']);
});
