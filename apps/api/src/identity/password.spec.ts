import { describe, expect, it } from '@jest/globals';
import { ChangePassword, Password } from '@spolu/contracts/identity';
import { demandStrong, hashPassword, isPassword, weaknessOf } from './password.ts';

describe('a password (SEC-11)', () => {
  const about = ['Jana Horváthová', 'jana.horvathova@mesto.example', 'Banská Bystrica', 'Dialogue Centre n.o.'];

  it.each([
    ['password1234', 'breached'],
    ['PassWord1234', 'breached'],
    ['1q2w3e4r5t6y', 'breached'],
    ['mojeheslo123', 'breached'],
    ['aaaaaaaaaaaaaa', 'repetitive'],
    ['abcabcabcabcabc', 'repetitive'],
    ['abcdefghijklmn', 'repetitive'],
    ['0987654321098', 'repetitive'],
    ['qwertzuiopasdfg', 'repetitive'],
    ['Heslo-2026-2026', 'common-words'],
    ['P@$$w0rd!2026!', 'common-words'],
    ['BanskáBystrica2026', 'common-words'],
    ['Horváthová1985!', 'common-words'],
    ['jana.horvathova', 'common-words'],
    ['Mestský úrad 12', 'breached'],
    ['correct horse battery staple', 'breached'],
    ['Spolupracovňa123', 'common-words'],
    ['Primátor!2026!!', 'common-words'],
    ['dialogue-centre-1', 'common-words'],
  ] as const)('%s is %s', (password, weakness) => {
    expect(weaknessOf(password, about)).toBe(weakness);
  });

  it.each(['modrý vlak jazdí cez most', 'kôň baterka spona sedem', 'Gx7!kd93Lq0z', 'ряска гойдає човен', 'my grandmother bakes on Mondays'])(
    'needs no digits, capitals or signs: "%s" is fine', (password) => {
      expect(weaknessOf(password, about)).toBeNull();
    });

  it('has twelve signs at least and may have 128, spaces and pasted ones included', () => {
    expect(Password.safeParse('a'.repeat(11)).success).toBe(false);
    expect(Password.safeParse(' x'.repeat(64)).data).toBe(' x'.repeat(64));
    expect(Password.safeParse('a'.repeat(129)).success).toBe(false);
    expect(ChangePassword.safeParse({ current: 'x', password: 'short' }).success).toBe(false);
  });

  it('is refused with the reason and never with itself', () => {
    expect(() => demandStrong('password1234', [])).toThrow(expect.objectContaining({ code: 'identity/weak-password', facts: { reason: 'breached' } }));
  });

  it('is kept as Argon2id with 19 MiB, two passes and one lane', async () => {
    const stored = await hashPassword('modrý vlak jazdí cez most');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(stored, 'modrý vlak jazdí cez most')).toBe(true);
    expect(await isPassword(stored, 'modrý vlak jazdí cez Most')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });
});
