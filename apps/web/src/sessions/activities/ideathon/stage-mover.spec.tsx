import { expect, jest, test } from '@jest/globals';
import { IDEATHON_STAGES, type RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { screen } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { StageMover } from './stage-mover.tsx';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

const told: RoomIdeathon = {
  settings: { challenge: 'Tieň', brief: '', goodProposal: [], teamMin: 1, teamMax: 6, fields: [], audience: { dots: 3, perOption: null, ownTeam: false } },
  stage: 'results', stages: [...IDEATHON_STAGES], teams: [], pitches: { teamId: null, order: [], doneIds: [] }, jury: null,
  vote: { secrecy: 'blind', round: 1, earlier: [], dots: 3, perOption: null, options: [], votedCount: 0, eligibleCount: 0, result: { options: [], eligibleCount: 0, votedCount: 0, abstainedCount: 0 } },
};

test('once it was told how the audience voted, the way leads past its vote', async () => {
  const run = jest.fn<IdeathonCommands['run']>(() => Promise.resolve(true));
  const show = (stage: RoomIdeathon['stage']) => <StageMover activityId="a" part={{ ...told, stage }} running commands={{ pending: false, run }} />;
  const { user } = await renderPage(show('results'), { texts: ['sessions', 'sessions/activities/ideathon'] });
  await user.click(screen.getByRole('button', { name: 'Späť: Porota' }));
  expect(run).toHaveBeenLastCalledWith('post', '/activities/a/stage', { from: 'results', to: 'jury' });
});
