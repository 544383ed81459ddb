import { expect, test } from '@jest/globals';
import type { CommitmentView, MilestoneView } from '@spolu/contracts/commitments';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ActionPlanPage } from './action-plan-page.tsx';

const milestone = (id: string, dueOn: string | null, state: MilestoneView['state']): MilestoneView => ({
  id, order: 1, title: `Míľnik ${id}`, output: null, ownerId: null, ownerName: '', ownerTitle: 'Odbor školstva', dueOn, state, progress: '', percent: null, budget: '', budgetSource: '', evidence: '', delays: [],
  decisionItemId: null, language: 'sk', revision: 1, updatedAt: '2026-01-01T00:00:00Z',
});
const commitment = (id: string, order: number, milestones: MilestoneView[]): CommitmentView => ({
  id, order, actionPlanId: 'p', actionPlanTitle: 'Plán', title: `Záväzok o ${id}`, summary: '', revision: 1, fromOn: '2020-01-01', untilOn: null, leadInternal: [], leadExternal: [], otherActors: [],
  problem: `Problém ${id}.`, statusQuo: '', action: '', contribution: '', vision: '', values: [], resources: '', amount: null, currency: 'EUR', isAmountApproximate: false, funding: null, additional: '', language: 'sk', versionCounts: {}, commentCounts: {}, reportedCounts: {}, milestones, processes: [], may: { edit: false, comment: false },
});

test('a plan shows its milestones over time, what is late and what stands today, and all its commitments say', async () => {
  givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /action-plans/p': {
      id: 'p', title: 'Plán', fromOn: '2020-01-01', untilOn: '2999-12-31', vision: '', language: 'sk', organisationId: 'o', revision: 1, may: { edit: false },
      commitments: [
        commitment('a', 1, [milestone('bez-dna', null, 'not-started'), milestone('potom', '2999-01-01', 'in-progress')]),
        commitment('b', 2, [milestone('davno', '2020-05-01', 'in-progress'), milestone('hotove', '2020-04-01', 'done')]),
      ],
    },
  });
  await renderPage(<ActionPlanPage />, { texts: ['commitments'], at: '/action-plans/p', path: '/action-plans/:id' });
  const line = await screen.findByRole('list', { name: 'Na časovej osi' });
  const rows = within(line).getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows.map((row) => /Míľnik (\S+?)(?=nezačatý|prebieha|splnený)|Dnes/.exec(row ?? '')?.[0])).toEqual(['Míľnik hotove', 'Míľnik davno', 'Dnes', 'Míľnik potom', 'Míľnik bez-dna']);
  expect(rows.map((row) => row?.includes('po termíne'))).toEqual([false, true, false, false, false]);
  expect(within(line).getByRole('link', { name: 'Míľnik davno' }).getAttribute('href')).toBe('/commitments/b#davno');
  for (const id of ['a', 'b']) expect(screen.getByText(`Problém ${id}.`)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tlačiť plán' })).toBeTruthy();
});

test('a plan that is not there is not found', async () => {
  givenServer({ 'GET /me': { person: null, roles: [], participants: [] } });
  await renderPage(<ActionPlanPage />, { texts: ['commitments'], at: '/action-plans/p', path: '/action-plans/:id' });
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  expect(screen.queryByRole('list', { name: 'Na časovej osi' })).toBeNull();
});
