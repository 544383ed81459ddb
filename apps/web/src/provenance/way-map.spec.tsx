import { expect, test } from '@jest/globals';
import type { RecordKind, Station, Way } from '@spolu/contracts/provenance';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { WayMap } from './way-map.tsx';

const at = '2026-03-14T09:00:00.000Z';
const station = (recordId: string, kind: RecordKind, change: Partial<Station> = {}): Station => ({
  recordId, kind, title: `${kind} ${recordId}`, url: `/${recordId}`, at, outcome: null, reason: null, language: 'sk', ...change,
});
const link = (fromId: string, toId: string) => ({ fromId, toId, kind: 'became' as const, at });
const notes = [1, 2, 3, 4, 5].map((i) => station(`n${i}`, 'contribution', { title: `Lístok číslo ${i}` }));
const way: Way = {
  recordId: 'r', contributionCount: 12,
  stations: [...notes, station('c1', 'cluster'), station('c2', 'cluster'), station('i', 'idea'), station('r', 'recommendation', { outcome: 'support', reason: 'Preto.' })],
  links: [...notes.map(({ recordId }) => link(recordId, 'c1')), link('c1', 'i'), link('c2', 'i'), link('i', 'r')],
};

test('is an ordered list of stops: notes together, then what came of them', async () => {
  await renderPage(<WayMap way={way} label="Cesta" />, { texts: ['provenance'] });
  const stops = within(screen.getByRole('list', { name: 'Cesta' })).getAllByRole('listitem').filter((item) => item.className === 'provenance-row');
  expect(stops.map((stop) => stop.querySelector('.provenance-kind')?.textContent)).toEqual(['5 lístkov', 'Zhluk', 'Zhluk', 'Nápad', 'Odporúčanie']);
  expect(screen.getByText('Ešte 2 lístky')).toBeTruthy();
  expect(screen.getByText('podporuje')).toBeTruthy();
});

test('says in words what a stop follows from where tracks meet', async () => {
  await renderPage(<WayMap way={way} label="Cesta" />, { texts: ['provenance'] });
  expect(screen.getByText('Nadväzuje na: Zhluk „cluster c1“ a Zhluk „cluster c2“')).toBeTruthy();
});

test('counts the notes that are not listed, and links to everything but the record that was asked for', async () => {
  await renderPage(<WayMap way={way} label="Cesta" />, { texts: ['provenance'] });
  expect(screen.getByText('A ešte 7 lístkov, ktoré tu nie sú vypísané.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'idea i' }).getAttribute('href')).toBe('/i');
  expect(screen.queryByRole('link', { name: 'recommendation r' })).toBeNull();
});

test('what was written as an idea is called no note', async () => {
  const written = station('w', 'contribution', { title: 'Stromy na námestí', said: 'idea' });
  await renderPage(<WayMap way={{ recordId: 'i', contributionCount: 1, stations: [written, station('i', 'idea')], links: [link('w', 'i')] }} label="Cesta" />, { texts: ['provenance'] });
  expect(screen.getByText('Napísaný nápad')).toBeTruthy();
  expect(screen.queryByText('Lístok')).toBeNull();
});
