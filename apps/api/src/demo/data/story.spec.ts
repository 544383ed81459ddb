import { expect, test } from '@jest/globals';
import { storyCalendar } from '../calendar.ts';
import { ballots, clusters, dossier, finishedSession, followUp, ideas, milestone, recommendations, review, storyNotes } from './story.ts';

/** One of each weekday: the days of the story move over weekends. */
const weekdays = Array.from({ length: 7 }, (_, i) => `2026-11-${16 + i}`);

test.each(weekdays)('loaded on %s, everything happens in the order it is told, and before today', (today) => {
  const calendar = storyCalendar(today, 'Europe/Bratislava');
  const told = [
    calendar.at(finishedSession.day - 14, '10:20'),
    calendar.at(finishedSession.day, '17:46'),
    calendar.at(finishedSession.day + 3, '09:10'),
    calendar.at(dossier.day - 4, '13:05'),
    calendar.at(dossier.day, '10:30'),
    calendar.at(review.referredDay, '14:00'),
    ...Object.values(review.positionDays).map((day) => calendar.at(day, '20:15')),
    calendar.at(review.decisionDay, '15:20'),
    calendar.at(milestone.day, '11:10'),
    calendar.at(followUp.day, '10:30'),
    calendar.at(followUp.referredDay, '15:10'),
    calendar.at(followUp.chairDay, '19:30'),
  ].map((instant) => instant.toISOString());
  expect([...told].sort()).toEqual(told);
  expect(told.at(-1)! < today).toBe(true);
  expect(calendar.day(review.dueDay) >= calendar.day(Math.max(...Object.values(review.positionDays)))).toBe(true);
  expect(calendar.day(followUp.dueDay) > today).toBe(true);
});

test('each cluster has notes, becomes an idea, and each idea is recommended', () => {
  const noted = new Set(storyNotes.map(({ cluster }) => cluster));
  const became = new Set(ideas.flatMap((idea) => idea.clusters));
  const cited = new Set(recommendations.flatMap((recommendation) => recommendation.ideas));
  expect(clusters.filter(({ key }) => !noted.has(key) || !became.has(key))).toEqual([]);
  expect(ideas.filter(({ key }) => !cited.has(key))).toEqual([]);
});

test('nobody spends more dots than she has', () => {
  for (const ballot of ballots) {
    const dots = Object.values(ballot);
    expect(dots.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(finishedSession.vote.dots);
    expect(Math.max(0, ...dots)).toBeLessThanOrEqual(finishedSession.vote.perOption);
  }
});

test('the recommendations stand in the order of the votes on what they are about', () => {
  const dotsOn = (key: string) => ballots.reduce((sum, ballot) => sum + (ballot[key as keyof typeof ballot] ?? 0), 0);
  const first = recommendations.map(({ ideas: [idea] }) => ideas.find(({ key }) => key === idea)!.clusters[0]!);
  const dots = first.map(dotsOn);
  expect([...dots].sort((a, b) => b - a)).toEqual(dots);
});
