import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { v7 as newId } from 'uuid';
import type { TestApi } from '../testing/given-api.ts';
import { hashPassword } from './password.ts';

export const PASSWORD = 'modrý vlak jazdí cez most';

export interface Account {
  id: string;
  email: string;
}

/** Somebody who can sign in with {@link PASSWORD}. */
export async function givenAccount(api: TestApi, { name = 'Oľga Skúšobná', active = true } = {}): Promise<Account> {
  const id = newId();
  const email = `${randomBytes(6).toString('hex')}@example.org`;
  await api.database.query(`insert into person (id, name, email, language, active, password_hash) values ($1, $2, $3, 'sk', $4, $5)`, [
    id, name, email, active, await hashPassword(PASSWORD),
  ]);
  return { id, email };
}

/** The cookies an answer sets, by name, with their attributes. */
export function cookiesOf(response: Response): string[] {
  const header: unknown = response.headers['set-cookie'];
  return Array.isArray(header) ? (header as string[]) : [];
}

/** `name=value` of the sign-in's cookie, as a device sends it back. */
export const signInCookie = (response: Response): string => cookiesOf(response)[0]?.split(';')[0] ?? '';
