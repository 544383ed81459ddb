import { expect, jest, test } from '@jest/globals';
import type { EditTeam, RoomIdeathon, RoomTeam } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone } from '../../phone/given-phone.tsx';
import { PhoneTeams } from './phone-teams.tsx';
import { TeamDialog } from './team-dialog.tsx';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

const team: RoomTeam = { id: 'team-1', number: 1, name: 'Stromy', idea: 'Sto stromov.', memberCount: 2, filled: [], version: 1 };
const part = (changes: Partial<RoomTeam> = {}): RoomIdeathon => ({
  settings: { challenge: 'Tieň', brief: '', goodProposal: [], teamMin: 1, teamMax: 4, fields: [], audience: null },
  stage: 'teams', stages: ['brief', 'teams', 'canvas', 'pitches', 'results'], teams: [{ ...team, ...changes }], pitches: { teamId: null, order: ['team-1'], doneIds: [] }, vote: null, jury: null,
});

test('on the phone what she types stays where somebody else changes it, and takes its place only after she was told', async () => {
  let refuse = true;
  const { commands } = givenServer({
    'PUT /teams/team-1': () => {
      if (refuse) throw new Problem('changed-meanwhile');
      return undefined;
    },
  });
  const phone = (changes?: Partial<RoomTeam>) => <PhoneTeams activity={givenActivity('ideathon', part(changes))} team={{ id: 'team-1', canvas: [], notes: [] }} onChange={() => undefined} />;
  const { user, show } = givenPhone(phone());
  const name = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: 'Ako sa tím volá?', hidden: true })[0]!;
  await user.click(screen.getByText('Zmeniť názov alebo nápad'));
  await user.type(name(), ' a tieň');
  show(phone({ idea: 'Dvesto stromov.', version: 2 }));
  expect(name().value).toBe('Stromy a tieň');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await screen.findByText(/Medzitým to zmenil niekto iný/);
  refuse = false;
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(commands).toHaveLength(2));
  expect(commands.map(({ body }) => (body as EditTeam).before.idea)).toEqual(['Sto stromov.', 'Dvesto stromov.']);
});

test('the staff mend the words that they saw, not those that the team wrote since', async () => {
  givenServer({ 'GET /teams/team-1': { canvas: [], notes: [] } });
  const run = jest.fn<IdeathonCommands['run']>(() => Promise.resolve(true));
  const dialog = (changes?: Partial<RoomTeam>) => <TeamDialog team={{ ...team, ...changes }} part={part(changes)} commands={{ pending: false, run }} running mayChange onClose={() => undefined} />;
  let write: () => void = () => undefined;
  function Live() {
    const [changes, setChanges] = useState<Partial<RoomTeam>>({});
    write = () => setChanges({ idea: 'Dvesto stromov.', version: 2 });
    return dialog(changes);
  }
  const { user } = await renderPage(<Live />, { texts: ['sessions', 'sessions/activities/ideathon'] });
  await user.type(await screen.findByRole('textbox', { name: /Názov tímu/ }), 'y');
  act(() => write());
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  expect(run).toHaveBeenLastCalledWith('put', '/teams/team-1/words', { name: 'Stromyy', idea: 'Sto stromov.', before: { name: 'Stromy', idea: 'Sto stromov.' } });
});

test('what she proposed is sent once: its words are gone from the form with it', async () => {
  const { commands } = givenServer({ 'POST /activities/*/teams': { team: null } });
  const { user } = givenPhone(<PhoneTeams activity={givenActivity('ideathon', part())} team={null} onChange={() => undefined} />);
  await user.click(screen.getByText('Navrhnúť vlastný tím'));
  const [name, idea] = [() => screen.getByRole<HTMLInputElement>('textbox', { name: 'Ako sa tím volá?', hidden: true }), () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Nápad jednou vetou', hidden: true })];
  await user.type(name(), 'Voda');
  await user.type(idea(), 'Fontány.');
  await user.click(screen.getByRole('button', { name: 'Navrhnúť tím' }));
  await waitFor(() => expect(commands).toHaveLength(1));
  await waitFor(() => expect([name().value, idea().value]).toEqual(['', '']));
});
