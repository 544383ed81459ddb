import { expect, it } from '@jest/globals';
import { INVITATION_LASTS_MS, stateOf } from './invitation.ts';

const made = new Date('2026-04-01T08:00:00Z');
const expiresAt = new Date(made.getTime() + INVITATION_LASTS_MS);
const none = { acceptedAt: null, withdrawnAt: null };

it('an invitation is open for a day (SEC-14)', () => {
  expect(stateOf({ expiresAt, ...none }, new Date('2026-04-02T07:59:59Z'))).toBe('open');
  expect(stateOf({ expiresAt, ...none }, new Date('2026-04-02T08:00:00Z'))).toBe('expired');
});

it('an invitation that was taken or withdrawn never opens again', () => {
  expect(stateOf({ expiresAt, ...none, acceptedAt: made }, made)).toBe('accepted');
  expect(stateOf({ expiresAt, ...none, withdrawnAt: made }, made)).toBe('withdrawn');
});
