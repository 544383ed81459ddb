import { describe, expect, test } from '@jest/globals';
import type { IdeathonStage } from '@spolu/contracts/activities/ideathon';
import { Problem } from '@spolu/contracts/problems';
import { ideathonSettings } from './given-ideathon.ts';
import { demandStage, moved } from './stage.ts';

const now = new Date('2026-11-22T10:00:00Z');
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : error;
  }
  return null;
};

const at = (stage: IdeathonStage, toldAt: Date | null = null) => ({ stage, toldAt });

describe('the stages of an ideathon', () => {
  test('are moved on and back, and the canvas has its time each time it begins', () => {
    const settings = ideathonSettings({ canvasMinutes: 30 });
    expect(moved(at('teams'), { from: 'teams', to: 'canvas' }, settings, now)).toEqual({ stage: 'canvas', endsAt: new Date('2026-11-22T10:30:00Z') });
    expect(moved(at('canvas'), { from: 'canvas', to: 'teams' }, settings, now)).toEqual({ stage: 'teams', endsAt: null });
    expect(moved(at('teams'), { from: 'teams', to: 'canvas' }, ideathonSettings({ canvasMinutes: null }), now).endsAt).toBeNull();
  });
  test('are not moved by somebody who saw another one', () =>
    expect(codeOf(() => moved(at('canvas'), { from: 'teams', to: 'canvas' }, ideathonSettings(), now))).toBe('changed-meanwhile'));
  test('leave out what the settings leave out', () => {
    const settings = ideathonSettings({ audience: null, jury: null });
    for (const to of ['jury', 'audience-vote'] as const) expect(codeOf(() => moved(at('pitches'), { from: 'pitches', to }, settings, now))).toBe('conflict');
  });
  test('do not lead back to a vote whose result was told, but to all others', () => {
    expect(codeOf(() => moved(at('results', now), { from: 'results', to: 'audience-vote' }, ideathonSettings(), now))).toBe('vote/result-shown');
    expect(moved(at('results', now), { from: 'results', to: 'pitches' }, ideathonSettings(), now).stage).toBe('pitches');
  });
  test('say what may be done in them', () => {
    expect(codeOf(() => demandStage('brief', 'teams', 'canvas'))).toBe('ideathon/not-now');
    expect(codeOf(() => demandStage('canvas', 'teams', 'canvas'))).toBeNull();
  });
});
