import { describe, expect, test } from '@jest/globals';
import { claimState, type ClaimFacts } from './claim.ts';

const state = (change: Partial<ClaimFacts> = {}) =>
  claimState({ askerId: 'jana', byReceipt: false, seatOfId: null, deviceIsShared: false, ownerIds: [null], processState: 'running', ...change });

describe('what a guest wrote', () => {
  test('is claimed while the process runs, or where there is none', () => {
    expect(state()).toBe('open');
    expect(state({ processState: 'draft' })).toBe('open');
    expect(state({ processState: null })).toBe('open');
    expect(state({ ownerIds: ['jana', null] })).toBe('open');
  });
  test('is claimed no more once the process is over, and what is claimed stays so', () => {
    expect(state({ processState: 'finished' })).toBe('ended');
    expect(state({ processState: 'finished', ownerIds: ['jana'] })).toBe('claimed');
  });
  test('needs the receipt where somebody else uses the device, too', () => {
    expect(state({ deviceIsShared: true })).toBe('needs-receipt');
    expect(state({ deviceIsShared: true, byReceipt: true })).toBe('open');
  });
  test('is never taken from another account, whatever is shown', () => {
    for (const byReceipt of [false, true]) {
      expect(state({ byReceipt, seatOfId: 'eva' })).toBe('somebody-elses');
      expect(state({ byReceipt, ownerIds: [null, 'eva'] })).toBe('somebody-elses');
    }
  });
});
