import { describe, expect, test } from '@jest/globals';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { useMe } from '../http/use-me.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { NoRoom } from './no-room.tsx';

const visitor = { person: null, roles: [], participants: [] };
const jana = { ...visitor, person: { id: 'p', name: 'Jana', email: 'j@bb.sk', language: 'sk' } };

async function show(code: ProblemCode, me: object) {
  givenServer({ 'GET /me': me });
  await renderPage(<NoRoom ended={new Problem(code)} />, { texts: ['sessions'] });
  return (await screen.findByRole('heading', { level: 1 })).textContent;
}

/** A board that shows who looks until its room is gone. */
function BoardOnce() {
  const { person } = useMe();
  const [gone, setGone] = useState(false);
  return gone ? <NoRoom ended={new Problem('not-found')} /> : <button onClick={() => setGone(true)}>{person?.name}</button>;
}

describe('a screen of a room that this device may not see', () => {
  test.each(['not-found', 'malformed-request', 'signed-out'] as const)('offers a visitor to sign in (%s)', async (code) => {
    await show(code, visitor);
    await screen.findByRole('heading', { level: 1, name: code === 'malformed-request' ? 'Túto stránku sme nenašli' : 'Prihláste sa' });
    expect((await screen.findByRole('link', { name: 'Prihlásiť sa' })).getAttribute('href')).toMatch(/^\/sign-in\?to=/);
  });

  test('asks anew who she is: she may have been signed out in another window', async () => {
    let me: object = jana;
    givenServer({ 'GET /me': () => me });
    givenServer({ 'GET /me': () => me });
    const { user } = await renderPage(<BoardOnce />, { texts: ['sessions'] });
    const board = await screen.findByRole('button', { name: 'Jana' });
    me = visitor;
    await user.click(board);
    expect(await screen.findByRole('link', { name: 'Prihlásiť sa' })).toBeTruthy();
  });

  test('leads who is signed in home', async () => {
    await show('not-found', jana);
    expect(screen.getByRole('link', { name: 'Na úvodnú stránku' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Prihlásiť sa' })).toBeNull();
  });

  test('says why', async () => {
    expect(await show('session/removed', visitor)).toBe('Na toto plátno sa nedá vstúpiť');
  });
});
