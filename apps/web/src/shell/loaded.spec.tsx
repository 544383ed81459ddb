import { describe, expect, test } from '@jest/globals';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { screen } from '@testing-library/react';
import { useResource } from '../http/queries.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { Loaded } from './loaded.tsx';

function Thing() {
  const thing = useResource<{ title: string }>('/things/1');
  return (
    <Loaded query={thing} as="page">
      {({ title }) => <h1>{title}</h1>}
    </Loaded>
  );
}
const refusing = (code: ProblemCode) => () => {
  throw new Problem(code);
};
const visitor = { person: null, roles: [], participants: [] };
const jana = { ...visitor, person: { id: 'p', name: 'Jana', email: 'j@bb.sk', language: 'sk' } };

describe('a page whose thing', () => {
  test('is there shows it', async () => {
    givenServer({ 'GET /me': visitor, 'GET /things/1': { title: 'Tu som' } });
    await renderPage(<Thing />);
    expect(await screen.findByRole('heading', { name: 'Tu som' })).not.toBeNull();
  });

  test('is missing or foreign says that it is not found', async () => {
    givenServer({ 'GET /me': jana, 'GET /things/1': refusing('not-found') });
    await renderPage(<Thing />);
    expect(await screen.findByRole('heading', { name: 'Túto stránku sme nenašli' })).not.toBeNull();
    expect(document.title).toBe('Túto stránku sme nenašli – Spolupracovňa');
    expect(screen.queryByRole('link', { name: 'Prihlásiť sa' })).toBeNull();
  });

  test('is not found by a visitor is perhaps not hers to see: she may sign in and come back', async () => {
    givenServer({ 'GET /me': visitor, 'GET /things/1': refusing('not-found') });
    await renderPage(<Thing />, { at: '/things/1?tab=2' });
    expect(await screen.findByRole('heading', { name: 'Túto stránku sme nenašli' })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Prihlásiť sa' }).getAttribute('href')).toBe('/sign-in?to=%2Fthings%2F1%3Ftab%3D2');
  });

  test.each(['invalid-input', 'malformed-request'] as const)('has an address that the server cannot read (%s) is not found either', async (code) => {
    givenServer({ 'GET /me': jana, 'GET /things/1': refusing(code) });
    await renderPage(<Thing />);
    expect(await screen.findByRole('heading', { name: 'Túto stránku sme nenašli' })).not.toBeNull();
  });

  test('is for staff offers a visitor to sign in and come back', async () => {
    givenServer({ 'GET /me': visitor, 'GET /things/1': refusing('signed-out') });
    await renderPage(<Thing />, { at: '/things/1?tab=2' });
    const link = await screen.findByRole('link', { name: 'Prihlásiť sa' });
    expect(link.getAttribute('href')).toBe('/sign-in?to=%2Fthings%2F1%3Ftab%3D2');
  });

  test('cannot be had now says why and tries again', async () => {
    let up = false;
    givenServer({ 'GET /me': jana, 'GET /things/1': () => (up ? { title: 'Už ide' } : refusing('forbidden')()) });
    const { user } = await renderPage(<Thing />);
    expect((await screen.findByRole('alert')).textContent).toContain('Na toto nemáte oprávnenie.');
    up = true;
    await user.click(screen.getByRole('button', { name: 'Skúsiť znova' }));
    expect(await screen.findByRole('heading', { name: 'Už ide' })).not.toBeNull();
  });
});
