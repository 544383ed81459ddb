import { describe, expect, test } from '@jest/globals';
import type { ActivitySettings } from '@spolu/contracts/sessions';
import { chapter, participation } from './report.ts';
import type { ActivityFindings, PlacedNote, SessionFindings } from './report-findings.ts';
import type { ReadActivity } from './room-state.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const activity = (settings: ActivitySettings, changes: Partial<ReadActivity> = {}): ReadActivity => ({
  id: 'a', kind: settings.kind, title: 'Nápady', instruction: '', staffNotes: '', minutes: 10, settings, state: 'ended', startedAt: noon, endsAt: noon, endedAt: noon,
  lockedAt: null, revealedAt: noon, resultShownAt: null, ...changes,
});
const nothing: ActivityFindings = { methodTitle: null, frames: [], heldCount: 0, clusters: [], vote: null };
const note = (contributionId: string, frameId: string | null = null, activityId: string | null = 'a'): PlacedNote => ({
  contributionId, text: contributionId.toUpperCase(), language: 'sk', author: null, activityId, frameId,
});
const found = (...notes: PlacedNote[]): SessionFindings => ({
  notes, words: new Map(notes.map(({ contributionId, text, language, author }) => [contributionId, { contributionId, text, language, author }])), dots: new Map(), ideas: new Map(),
});
const brainstorm = (mode: 'open' | 'hidden' = 'open'): ActivitySettings => ({ kind: 'brainstorm', mode, frames: [] });

describe('who took part', () => {
  test('is told by sector in the order of the form, those who did not say last', () => {
    expect(participation(['residents', null, 'public', 'residents'], 2)).toEqual({
      total: 4, wroteCount: 2, sectors: [{ sector: 'public', count: 1 }, { sector: 'residents', count: 2 }, { sector: null, count: 1 }],
    });
  });
  test('is nobody where nobody came', () => expect(participation([], 0)).toEqual({ total: 0, wroteCount: 0, sectors: [] }));
});

describe('a brainstorm in the report', () => {
  test('shows its own notes by frame, in the order of the board; moved ones under its title', () => {
    const { brainstorm: block } = chapter(
      activity(brainstorm()),
      { ...nothing, frames: [{ id: 'f1', title: 'Dnes' }, { id: 'f2', title: 'Zajtra' }] },
      found(note('n1', 'f2'), note('n2', 'f1'), note('n3', 'elsewhere'), note('n4', 'f1'), note('foreign', 'f1', 'b')),
    );
    expect(block?.frames.map(({ title, notes }) => [title, notes.map(({ contributionId }) => contributionId)])).toEqual([
      ['Dnes', ['n2', 'n4']], ['Zajtra', ['n1']], ['Nápady', ['n3']],
    ]);
    expect(block?.noteCount).toBe(4);
  });

  test('counts what is held and says none of it', () => {
    const { brainstorm: block } = chapter(activity(brainstorm('hidden'), { revealedAt: null }), { ...nothing, frames: [{ id: 'f1', title: 'Dnes' }], heldCount: 3 }, found(note('n1', 'f1')));
    expect(block).toEqual({ mode: 'hidden', frames: [{ title: 'Dnes', notes: [] }], noteCount: 3 });
  });
});

describe('clusters in the report', () => {
  const clusters = [{ id: 'c1', boardClusterId: 'x', title: 'Energia', contributionIds: ['n1', 'left-the-board'] }];

  test('show every note, also one that left the board since, their dots and their idea', () => {
    const session = found(note('n1'), note('n2'));
    const { cluster } = chapter(activity({ kind: 'cluster' }), { ...nothing, clusters }, {
      ...session,
      words: new Map([...session.words, ['left-the-board', { contributionId: 'left-the-board', text: 'Preč', language: 'sk', author: null }]]),
      dots: new Map([['c1', 4]]),
      ideas: new Map([['c1', 'idea']]),
    });
    expect(cluster).toEqual({
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
    const vote: ActivitySettings = { kind: 'dot-vote', dots: 3, perOption: null };
    expect(chapter(activity(vote), { ...nothing, clusters }, found(note('n1'))).cluster?.clusters).toHaveLength(1);
    expect(chapter(activity(vote), nothing, found(note('n1'))).cluster).toBeNull();
  });
});
