import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Visibility } from '@spolu/contracts/common';
import type { GuestAddress } from '@spolu/contracts/notices';
import request from 'supertest';
import { sha256 } from '../../database/transactions.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenSession } from '../given-session.ts';
import { ProvenanceService } from '../provenance.service.ts';
import { OUTCOME_WORDS } from './digest-words.ts';
import { DigestsService } from './digests.service.ts';

let api: TestApi;
let provenance: ProvenanceService;
let digests: DigestsService;
let given: Awaited<ReturnType<typeof givenSession>>;
let author: Someone;
const [ownId, guestNoteId] = [randomUUID(), randomUUID()];
const RECEIPT = 'r'.repeat(43);
/** Wednesday morning in Slovakia; the Monday before at seven is 06:00 UTC. */
const WEDNESDAY = new Date('2026-11-25T09:00:00.000Z');

beforeAll(async () => {
  api = await givenApi();
  provenance = api.app.get(ProvenanceService, { strict: false });
  digests = api.app.get(DigestsService, { strict: false });
  given = await givenSession(api);
  author = await api.person({ name: 'Eva Autorka' });
  await api.database.query(`update installation set time_zone = 'Europe/Bratislava'`);
  await api.database.query('insert into receipt (id, participant_id, secret_hash) values ($1, $2, $3)', [randomUUID(), given.participants[1], sha256(RECEIPT)]);
  const note = { kind: 'note' as const, participantId: null, personId: null, sessionId: given.sessionId, activityId: null, language: 'sk' as const, visibility: 'public' as const, createdAt: '2026-03-14T09:00:00.000Z' };
  await provenance.writeContributions(em(), [
    { ...note, id: ownId, personId: author.personId, text: 'Zatepliť školy na Fončorde' },
    { ...note, id: guestNoteId, participantId: given.participants[1], text: 'Panely na strechu' },
  ]);
});
afterAll(() => api?.stop());
beforeEach(async () => {
  for (const table of ['notice', 'notice_address', 'mail']) await em().query(`delete from ${table}`);
});

const em = () => api.database.manager;
interface Written {
  to: string;
  language: string;
  subject: string;
  body: string;
  unsubscribeUrl: string;
}
const mails = () => em().query<Written[]>(`select to_address as "to", language, subject, body, unsubscribe_url as "unsubscribeUrl" from mail order by written_at`);
const choose = (frequency: string) => author.agent.put('/api/notice-choice').send({ frequency }).expect(204);
const secretOf = (text: string) => /[#/]([\w-]{43})\b/.exec(text)![1]!;
const stranger = () => api.stranger().agent;

/** Something comes of both notes, at that moment. */
async function givenIdea({ title = 'Zateplené školy', visibility = 'public' }: { title?: string; visibility?: Visibility } = {}): Promise<string> {
  const at = new Date('2026-11-24T10:00:00.000Z');
  const id = randomUUID();
  await provenance.register(em(), { id, kind: 'idea', title, url: `/ideas/${id}`, visibility, processId: given.processId, language: 'sk', at });
  await provenance.link(em(), [ownId, guestNoteId].map((fromId) => ({ fromId, toId: id, kind: 'became' as const })), null);
  await em().query('update notice set at = $2 where moved_id = $1', [id, at]);
  return id;
}
const leave = (change: object = {}) =>
  stranger().post('/api/receipt-addresses').send({ secret: RECEIPT, email: 'guest@example.org', language: 'uk', frequency: 'at-once', ...change });
const lookUp = async () => (await stranger().post('/api/receipt-address-lookups').send({ secret: RECEIPT }).expect(200)).body as GuestAddress;
async function givenGuest(): Promise<void> {
  await leave().expect(204);
  await stranger().post('/api/address-confirmations').send({ secret: secretOf((await mails())[0]!.body) }).expect(204);
  await em().query('delete from mail');
}

test('letters have words for every outcome that the pages have', () => {
  for (const language of ['sk', 'cs', 'en', 'uk'] as const) {
    const { outcome } = JSON.parse(readFileSync(new URL(`../../../../web/src/provenance/${language}.json`, import.meta.url), 'utf8')) as { outcome: Record<string, string> };
    expect([language, OUTCOME_WORDS[language]]).toEqual([language, outcome]);
  }
});

describe('a digest', () => {
  test('begins with her own words, in her language, and comes once', async () => {
    await choose('at-once');
    const ideaId = await givenIdea();
    await digests.writeDue(WEDNESDAY);
    await digests.writeDue(WEDNESDAY);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ language: 'sk', subject: 'Čo sa stalo s tým, čo ste napísali alebo sledujete' });
    expect(mail!.body.indexOf('„Zatepliť školy na Fončorde“')).toBeGreaterThan(0);
    expect(mail!.body.indexOf('„Zatepliť školy na Fončorde“')).toBeLessThan(mail!.body.indexOf('Je z toho nápad: Zateplené školy'));
    expect(mail!.body).toContain(`/ideas/${ideaId}\n`);
    expect(mail!.body).not.toContain('Panely na strechu');
  });

  test.each([
    ['daily', '2026-11-25T05:59:00.000Z', 0], ['daily', '2026-11-25T06:00:00.000Z', 1],
    ['weekly', '2026-11-29T20:00:00.000Z', 0], ['weekly', '2026-11-30T06:00:00.000Z', 1], ['never', '2026-11-30T06:00:00.000Z', 0],
  ])('%s, at %s: %i letters of what happened on Tuesday', async (frequency, now, count) => {
    await choose(frequency);
    await givenIdea();
    await digests.writeDue(new Date(now));
    expect(await mails()).toHaveLength(count);
  });

  test('comes weekly to whoever chose nothing, and says nothing of what she has read', async () => {
    expect((await author.agent.get('/api/notice-choice').expect(200)).body).toEqual({ frequency: 'weekly' });
    await givenIdea();
    await em().query('update notice set read_at = now()');
    await digests.writeDue(new Date('2026-11-30T06:00:00.000Z'));
    expect(await mails()).toEqual([]);
  });

  test('SEC-03: says no more than its reader may see, and says it once she may', async () => {
    await choose('at-once');
    const ideaId = await givenIdea({ visibility: 'internal', title: 'Tajný zámer' });
    await digests.writeDue(WEDNESDAY);
    expect(await mails()).toEqual([]);
    await provenance.update(em(), ideaId, { visibility: 'public' });
    await digests.writeDue(WEDNESDAY);
    expect((await mails())[0]!.body).toContain('Tajný zámer');
  });

  test('says of her own words that were hidden that, and why', async () => {
    await choose('at-once');
    await provenance.hide(em(), ownId, { reason: 'Slušnosť' }, null);
    await em().query('update notice set at = $1', [new Date('2026-11-24T10:00:00.000Z')]);
    await digests.writeDue(WEDNESDAY);
    const [mail] = await mails();
    await provenance.hide(em(), ownId, { visibility: 'public' }, null);
    expect(mail!.body).toContain('→ Zmenilo sa to: Zatepliť školy na Fončorde – skryté');
    expect(mail!.body).toContain('„Slušnosť“');
  });

  test('an account that is closed gets none', async () => {
    await givenIdea();
    await em().query('update person set active = false where id = $1', [author.personId]);
    await digests.writeDue(new Date('2026-11-30T06:00:00.000Z'));
    await em().query('update person set active = true where id = $1', [author.personId]);
    expect(await mails()).toEqual([]);
  });
});

describe('unsubscribing', () => {
  test('is one request of the mail program, without cookie, origin or JSON, and the secret is stored as its hash', async () => {
    await choose('at-once');
    await givenIdea();
    await digests.writeDue(WEDNESDAY);
    const { unsubscribeUrl, body } = (await mails())[0]!;
    const path = new URL(unsubscribeUrl).pathname;
    expect(path).toMatch(/^\/api\/one-click-unsubscribes\/[\w-]{43}$/);
    await request(api.url).get(path).expect(404);
    await request(api.url).post(path).type('form').send('List-Unsubscribe=One-Click').expect(204);
    expect((await author.agent.get('/api/notice-choice')).body).toEqual({ frequency: 'never' });
    const stored = await em().query<{ row: string }[]>('select notice_unsubscribe::text as row from notice_unsubscribe');
    expect(stored.map(({ row }) => row).join()).not.toContain(secretOf(unsubscribeUrl));
    // by its page too
    await choose('daily');
    await stranger().post('/api/unsubscribes').send({ secret: secretOf(body.slice(body.indexOf('/unsubscribe#'))) }).expect(204);
    expect((await author.agent.get('/api/notice-choice')).body).toEqual({ frequency: 'never' });
  });

  test('SEC-21: an unknown secret ends nothing, and no other address is excused from its origin', async () => {
    await request(api.url).post(`/api/one-click-unsubscribes/${'x'.repeat(43)}`).type('form').send('List-Unsubscribe=One-Click').expect(404);
    await stranger().post('/api/unsubscribes').send({ secret: 'x'.repeat(43) }).expect(404);
    await request(api.url).post('/api/unsubscribes').send({ secret: 'x'.repeat(43) }).expect(403);
    await request(api.url).post(`/api/one-click-unsubscribes/${'x'.repeat(43)}/more`).type('form').send('a=b').expect(403);
  });
});

describe('a guest', () => {
  test('is written to in the language she chose once she opened the link that was sent to her, and not before', async () => {
    await leave().expect(204);
    const [asked] = await mails();
    expect(asked).toMatchObject({ to: 'guest@example.org', language: 'uk' });
    await givenIdea();
    await digests.writeDue(WEDNESDAY);
    expect(await mails()).toHaveLength(1);
    expect(await lookUp()).toEqual({ email: 'guest@example.org', confirmed: false, frequency: 'at-once' });
    const link = { secret: secretOf(asked!.body) };
    await stranger().post('/api/address-confirmations').send(link).expect(204);
    await stranger().post('/api/address-confirmations').send(link).expect(404);
    await em().query('delete from mail');
    await givenIdea({ title: 'Panely' });
    await digests.writeDue(WEDNESDAY);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: 'guest@example.org', language: 'uk' });
    expect(mail!.body).toContain('„Panely na strechu“');
    expect(mail!.body).not.toContain('Zatepliť');
  });

  test('whose link is older than two days asks again', async () => {
    await leave().expect(204);
    await em().query(`update notice_address set confirm_until = now() - interval '1 second'`);
    await stranger().post('/api/address-confirmations').send({ secret: secretOf((await mails())[0]!.body) }).expect(404);
  });

  test('changes how often without another letter, and another address is asked anew', async () => {
    await givenGuest();
    await leave({ frequency: 'daily' }).expect(204);
    expect([await lookUp(), await mails()]).toEqual([{ email: 'guest@example.org', confirmed: true, frequency: 'daily' }, []]);
    await leave({ email: 'other@example.org' }).expect(204);
    expect([(await lookUp()).confirmed, (await mails()).map(({ to }) => to)]).toEqual([false, ['other@example.org']]);
  });

  test('cannot have others pestered: three letters a day', async () => {
    for (const email of ['a', 'b', 'c']) await leave({ email: `${email}@example.org` }).expect(204);
    await leave({ email: 'd@example.org' }).expect(429);
    expect(await mails()).toHaveLength(3);
  });

  test('takes her address back, and nothing of it stays', async () => {
    await givenGuest();
    await givenIdea();
    await stranger().post('/api/receipt-address-removals').send({ secret: RECEIPT }).expect(204);
    expect(await lookUp()).toEqual({ email: null, confirmed: false, frequency: 'weekly' });
    expect(await em().query('select 1 from notice where participant_id is not null')).toEqual([]);
  });

  test('a wrong receipt leaves, shows and removes nothing', async () => {
    const secret = 'w'.repeat(43);
    await leave({ secret }).expect(404);
    for (const path of ['receipt-address-lookups', 'receipt-address-removals']) await stranger().post(`/api/${path}`).send({ secret }).expect(404);
  });
});

describe('the outbox', () => {
  test('shows administrators what would be sent, and others nothing', async () => {
    await leave().expect(204);
    const administrator = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    expect((await administrator.agent.get('/api/mails').expect(200)).body).toMatchObject({ sends: false, next: null, items: [{ to: 'guest@example.org', sentAt: null, subject: 'Підтвердьте, що ми можемо вам писати' }] });
    await author.agent.get('/api/mails').expect(403);
    await stranger().get('/api/mails').expect(401);
  });
});
