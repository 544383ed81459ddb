import { describe, expect, test } from '@jest/globals';
import type { PlacedNote, SessionFindings } from '../../report-findings.ts';
import { clusterReport } from './cluster-report.ts';

const note = (contributionId: string): PlacedNote => ({ contributionId, text: contributionId.toUpperCase(), language: 'sk', author: null, activityId: 'a', frameId: null, grouped: false, createdAt: new Date('2026-12-07T09:00:00Z') });
const endedAt = new Date('2026-12-07T10:00:00Z');
const found = (...notes: PlacedNote[]): SessionFindings => ({
  sessionState: 'open', notes, words: new Map(notes.map(({ contributionId, text, language, author }) => [contributionId, { contributionId, text, language, author }])), dots: new Map(), ideas: new Map(), authorOf: () => null,
});

describe('clusters in the report', () => {
  const clusters = [{ id: 'c1', boardClusterId: 'x', title: 'Energia', contributionIds: ['n1', 'left-the-board'] }];

  test('show every note, also one that left the board since, their dots and their idea', () => {
    const session = found(note('n1'), note('n2'));
    const report = clusterReport({ kind: 'cluster', state: 'ended', endedAt }, clusters, {
      ...session,
      words: new Map([...session.words, ['left-the-board', { contributionId: 'left-the-board', text: 'Preč', language: 'sk', author: null }]]),
      dots: new Map([['c1', 4]]),
      ideas: new Map([['c1', 'idea']]),
    });
    expect(report).toEqual({
      clusters: [
        {
          id: 'c1', title: 'Energia', dots: 4, ideaId: 'idea',
          notes: [{ contributionId: 'n1', text: 'N1', language: 'sk', author: null }, { contributionId: 'left-the-board', text: 'Preč', language: 'sk', author: null }],
        },
      ],
      unclustered: [{ contributionId: 'n2', text: 'N2', language: 'sk', author: null }],
    });
  });

  test('say nothing was left out that was said later or grouped since', () => {
    const later: PlacedNote = { ...note('later'), createdAt: new Date('2026-12-07T10:00:01Z') };
    const grouped: PlacedNote = { ...note('grouped'), grouped: true };
    expect(clusterReport({ kind: 'cluster', state: 'ended', endedAt }, clusters, found(note('n1'), later, grouped, note('n2')))?.unclustered.map(({ contributionId }) => contributionId)).toEqual(['n2']);
  });

  test('show all notes as not grouped while they are being grouped', () => {
    const grouped: PlacedNote = { ...note('n1'), grouped: true };
    expect(clusterReport({ kind: 'cluster', state: 'running', endedAt: null }, [], found(grouped))).toMatchObject({ clusters: [], unclustered: [{ contributionId: 'n1' }] });
  });

  test('stand with the vote where no cluster activity was', () => {
    expect(clusterReport({ kind: 'dot-vote', state: 'ended', endedAt }, clusters, found(note('n1')))?.clusters).toHaveLength(1);
    expect(clusterReport({ kind: 'dot-vote', state: 'ended', endedAt }, [], found(note('n1')))).toBeNull();
  });
});
