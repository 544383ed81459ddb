import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { TOPIC_QUESTION_NAMES } from '@spolu/contracts/topic-guide';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { TopicGuidePage } from './topic-guide-page.tsx';

const nobody = { person: null, roles: [], participants: [] };
const officer = { person: { id: 'p', name: 'Oľga', email: 'o@example.org', language: 'sk' }, roles: [{ scope: 'organisation', scopeId: 'o', role: 'officer' }], participants: [] };
const FOR_CO_CREATION = 'decision=open&need=solutions&promise=given&views=differ&time=enough&means=there&people=reachable';
const open = async (query: string, answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': nobody, ...answers });
  return { server, ...(await renderPage(<TopicGuidePage />, { texts: ['methods'], at: `/topic-guide?${query}` })) };
};

describe('the guide to a topic', () => {
  test('asks seven questions, says how many are left, and advises once all are answered', async () => {
    const { user, router } = await open('decision=open&need=solutions&promise=given&views=differ&time=enough');
    expect((await screen.findAllByRole('group'))).toHaveLength(TOPIC_QUESTION_NAMES.length);
    screen.getByText('Chýbajú 2 odpovede.');
    expect(screen.queryByRole('heading', { name: 'Tvorte spolu' })).toBeNull();
    await user.click(within(screen.getByRole('group', { name: 'Sú na to ľudia, miestnosť a peniaze?' })).getByRole('radio', { name: 'Áno' }));
    await user.click(within(screen.getByRole('group', { name: 'Viete zastihnúť tých, ktorých sa to týka?' })).getByRole('radio', { name: 'Áno' }));
    await screen.findByRole('heading', { name: 'Tvorte spolu' });
    expect(router.state.location.search).toBe(`?${FOR_CO_CREATION}`);
  });

  test('goes on paper as questions to be talked over, and as advice once all are answered', async () => {
    const { user } = await open(FOR_CO_CREATION.replace('&people=reachable', ''));
    const last = await screen.findByRole('group', { name: 'Viete zastihnúť tých, ktorých sa to týka?' });
    expect([screen.getByRole('button', { name: 'Vytlačiť' }).tagName, last.closest('.no-print')]).toEqual(['BUTTON', null]);
    await user.click(within(last).getByRole('radio', { name: 'Áno' }));
    await screen.findByRole('heading', { name: 'Tvorte spolu' });
    expect(last.closest('.no-print')).not.toBeNull();
  });

  test('says why, what stands in the way, and what to mind', async () => {
    await open('decision=partly&need=solutions&promise=missing&views=conflict&time=enough&means=there&people=hard');
    const advice = await screen.findByRole('region', { name: 'Zatiaľ nezačínajte' });
    within(advice).getByText(/^Nikto nesľúbil/);
    within(advice).getByText('Sľúbil niekto, kto rozhoduje, že podnety zváži a odpovie? Ešte nie');
    within(advice).getByText(/^Choďte za tými/);
  });

  test('leads to methods for what it advises, and to none where people are only told', async () => {
    await open(FOR_CO_CREATION);
    expect((await screen.findByRole('link', { name: 'Metódy, ktoré sa hodia' })).getAttribute('href')).toBe('/methods?aim=ideas');
  });

  test('an address that was tampered with counts as not answered', async () => {
    await open(FOR_CO_CREATION.replace('decision=open', 'decision=whatever'));
    await screen.findByText('Chýba 1 odpoveď.');
  });

  test('is kept with a process by who answers for one; a visitor is not asked', async () => {
    const { server, user } = await open(FOR_CO_CREATION, { 'GET /me': officer, 'GET /processes': { items: [{ id: 'x', title: 'Energia' }], next: null }, 'PUT /processes/*/topic-check': () => undefined });
    await user.click(await screen.findByRole('button', { name: 'Uložiť' }));
    await screen.findByText('Uložené k procesu.');
    expect(server.commands).toMatchObject([{ request: 'PUT /processes/x/topic-check', body: Object.fromEntries(new URLSearchParams(FOR_CO_CREATION)) }]);
  });

  test('a visitor keeps nothing', async () => {
    await open(FOR_CO_CREATION);
    await screen.findByRole('heading', { name: 'Tvorte spolu' });
    expect(screen.queryByRole('button', { name: 'Uložiť' })).toBeNull();
  });

  test('what was not kept says why', async () => {
    const refused = () => {
      throw new Problem('forbidden');
    };
    const { user } = await open(FOR_CO_CREATION, { 'GET /me': officer, 'GET /processes': { items: [{ id: 'x', title: 'Energia' }], next: null }, 'PUT /processes/*/topic-check': refused });
    await user.click(await screen.findByRole('button', { name: 'Uložiť' }));
    await screen.findByRole('alert');
  });
});
