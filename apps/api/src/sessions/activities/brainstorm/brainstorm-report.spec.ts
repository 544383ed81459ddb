import { describe, expect, test } from '@jest/globals';
import type { BrainstormMode } from '@spolu/contracts/activities/brainstorm';
import type { PlacedNote } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import { REPORT_WORDS } from '../../report/report-words.ts';
import { PLAIN_BRAINSTORM } from './brainstorm-plain.ts';
import { brainstormReport } from './brainstorm-report.ts';

const noon = new Date('2026-04-01T12:00:00Z');
const activity = (mode: BrainstormMode): ReadActivity => ({
  id: 'a', kind: 'brainstorm', title: 'Nápady', instruction: '', staffNotes: '', minutes: 10, settings: { kind: 'brainstorm', mode, frames: [] }, second: null, state: 'ended',
  startedAt: noon, endsAt: noon, openUntil: null, endedAt: noon, lockedAt: null, revealedAt: noon, resultShownAt: null, pausedAt: null, skippedAt: null,
});
const note = (contributionId: string, frameId: string, activityId = 'a'): PlacedNote => ({ contributionId, text: contributionId.toUpperCase(), language: 'sk', author: null, activityId, frameId, grouped: false, createdAt: noon });

describe('a brainstorm in the report', () => {
  test('shows its own notes by frame, in the order of the board; moved ones under its title', () => {
    const block = brainstormReport(activity('open'), {
      frames: [{ id: 'f1', title: 'Dnes' }, { id: 'f2', title: 'Zajtra' }],
      heldCount: 0,
      notes: [note('n1', 'f2'), note('n2', 'f1'), note('n3', 'elsewhere'), note('n4', 'f1'), note('foreign', 'f1', 'b')],
    });
    expect(block.frames.map(({ title, notes }) => [title, notes.map(({ contributionId }) => contributionId)])).toEqual([
      ['Dnes', ['n2', 'n4']], ['Zajtra', ['n1']], ['Nápady', ['n3']],
    ]);
    expect(block.noteCount).toBe(4);
  });

  test('begins with what was asked, where the question was “how might we”', () => {
    const asked = { ...activity('open'), settings: { kind: 'brainstorm' as const, mode: 'open' as const, frames: [], howMightWe: 'Ako by sme mohli ochladiť námestie?' } };
    const part = brainstormReport(asked, { frames: [], heldCount: 0, notes: [] });
    expect(part.howMightWe).toBe('Ako by sme mohli ochladiť námestie?');
    expect(PLAIN_BRAINSTORM.parts({ part } as never, REPORT_WORDS.sk)[0]).toEqual({ kind: 'paragraph', text: 'Ako by sme mohli ochladiť námestie?' });
    expect(brainstormReport(activity('open'), { frames: [], heldCount: 0, notes: [] })).not.toHaveProperty('howMightWe');
  });

  test('counts what is held and says none of it', () => {
    const held = { ...activity('hidden'), revealedAt: null };
    expect(brainstormReport(held, { frames: [{ id: 'f1', title: 'Dnes' }], heldCount: 3, notes: [note('n1', 'f1')] })).toEqual({ mode: 'hidden', frames: [{ title: 'Dnes', notes: [] }], noteCount: 3 });
  });
});
