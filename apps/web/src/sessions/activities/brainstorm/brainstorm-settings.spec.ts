import { expect, test } from '@jest/globals';
import { BrainstormSettings } from '@spolu/contracts/activities/brainstorm';
import { BRAINSTORM_SETTINGS } from './brainstorm-settings.tsx';

const { start, valuesOf, settingsOf } = BRAINSTORM_SETTINGS;
const parsed = (values: Partial<typeof start>) => BrainstormSettings.safeParse({ kind: 'brainstorm', ...settingsOf({ ...start, ...values }) });

test('what is stored comes back into the form, also from before there were inboxes and questions', () => {
  const settings = { kind: 'brainstorm' as const, mode: 'open' as const, frames: ['Dnes', 'Zajtra'], moderated: true, howMightWe: 'Ako by sme mohli ochladiť námestie?' };
  expect({ kind: 'brainstorm', ...settingsOf(valuesOf(settings)) }).toEqual(settings);
  expect(valuesOf({ kind: 'brainstorm', mode: 'open', frames: [] })).toEqual({ mode: 'open', frames: '', moderated: false, asksHow: false, howMightWe: '', way: 'free', rounds: 6 });
});

test('a question that was begun and given up is not asked; an empty or endless one is refused', () => {
  expect(parsed({ howMightWe: 'Ako by sme mohli' }).data).not.toHaveProperty('howMightWe', 'Ako by sme mohli');
  expect(parsed({ asksHow: true, howMightWe: 'Ako by sme mohli šetriť?' }).data?.howMightWe).toBe('Ako by sme mohli šetriť?');
  for (const howMightWe of ['', 'x'.repeat(201)]) expect(parsed({ asksHow: true, howMightWe }).error?.issues[0]?.path).toEqual(['howMightWe']);
});

test('sheets that go round have a number of rounds, and neither columns nor an inbox', () => {
  const turns = { way: 'brainwriting' as const, rounds: 4, frames: 'Dnes', moderated: true, mode: 'open' as const };
  expect(parsed(turns).data).toMatchObject({ way: { kind: 'brainwriting', rounds: 4 }, frames: [], moderated: false });
  expect(valuesOf(parsed(turns).data!)).toMatchObject({ way: 'brainwriting', rounds: 4 });
  expect(parsed({ ...turns, rounds: null }).error?.issues[0]?.path).toEqual(['way', 'rounds']);
  expect(parsed({ ...turns, mode: 'anonymous' }).error?.issues[0]?.path).toEqual(['mode']);
});
