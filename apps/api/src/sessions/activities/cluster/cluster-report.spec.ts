import { describe, expect, test } from '@jest/globals';
import type { PlacedNote, SessionFindings } from '../../report-findings.ts';
import { clusterReport } from './cluster-report.ts';

const note = (contributionId: string): PlacedNote => ({ contributionId, text: contributionId.toUpperCase(), language: 'sk', author: null, activityId: 'a', frameId: null });
const found = (...notes: PlacedNote[]): SessionFindings => ({
  sessionState: 'open', notes, words: new Map(notes.map(({ contributionId, text, language, author }) => [contributionId, { contributionId, text, language, author }])), dots: new Map(), ideas: new Map(), authorOf: () => null,
});

describe('clusters in the report', () => {
  const clusters = [{ id: 'c1', boardClusterId: 'x', title: 'Energia', contributionIds: ['n1', 'left-the-board'] }];

  test('show every note, also one that left the board since, their dots and their idea', () => {
    const session = found(note('n1'), note('n2'));
    const report = clusterReport({ kind: 'cluster', state: 'ended' }, clusters, {
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

  test('stand with the vote where no cluster activity was', () => {
    expect(clusterReport({ kind: 'dot-vote', state: 'ended' }, clusters, found(note('n1')))?.clusters).toHaveLength(1);
    expect(clusterReport({ kind: 'dot-vote', state: 'ended' }, [], found(note('n1')))).toBeNull();
  });
});
