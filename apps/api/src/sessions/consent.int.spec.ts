import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { ConsentView } from '@spolu/contracts/consents';
import type { ReceiptView } from '@spolu/contracts/provenance';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, type GivenSession, type Phone } from './given-session.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const decide = (phone: Phone, kind: 'quote' | 'photo' | 'contact', given: boolean, version = 1) =>
  ask(phone, 'put', `/participants/${phone.participantId}/consents`, { kind, given, version, language: 'sk' });
const quoted = async (given: GivenSession) => {
  const { activities } = await given.report();
  return activities.flatMap((activity) => partOf(activity, 'brainstorm')?.frames.flatMap(({ notes }) => notes.map(({ text, author }) => [text, author])) ?? []).sort();
};
async function exported(given: GivenSession): Promise<string> {
  const { boardId } = await given.view();
  const file = { format: 'csv', language: 'sk', range: { kind: 'whole' }, authors: true };
  return ((await ask(given.facilitator, 'post', `/boards/${boardId}/exports`, file).responseType('blob').expect(200)).body as Buffer).toString();
}

describe('SEC-60: no name stands beside words without consent', () => {
  test('in the report and in tables, until she agrees, and no more once she takes it back', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const [marta, jana] = [await given.join({ nickname: 'Marta' }), await given.join({ nickname: 'Jana' })];
    await compose(marta, activityId, 'Lavičky');
    await compose(jana, activityId, 'Stromy');
    expect(await quoted(given)).toEqual([['Lavičky', null], ['Stromy', null]]);
    expect(await exported(given)).not.toMatch(/Marta|Jana/);

    await decide(marta, 'quote', true).expect(204);
    expect(await quoted(given)).toEqual([['Lavičky', 'Marta'], ['Stromy', null]]);
    const table = await exported(given);
    expect(table).toContain('Marta');
    expect(table).not.toContain('Jana');

    const withdrawn = { secret: marta.receipt, kind: 'quote', given: false, version: 1, language: 'sk' };
    await ask(api.stranger(), 'post', '/receipt-consents', withdrawn).expect(204);
    expect(await quoted(given)).toEqual([['Lavičky', null], ['Stromy', null]]);
    expect(await exported(given)).not.toContain('Marta');
  });

  test('in an anonymous activity not even with it', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('anonymous'));
    const phone = await given.join({ nickname: 'Marta' });
    await decide(phone, 'quote', true).expect(204);
    await compose(phone, activityId, 'Bojím sa povedať');
    expect(await quoted(given)).toEqual([['Bojím sa povedať', null]]);
    expect(await exported(given)).not.toContain('Marta');
  });

  test('she finds what she decided on her phone and by her receipt', async () => {
    const given = await givenSession(api);
    const phone = await given.join({ nickname: 'Marta' });
    await decide(phone, 'photo', true).expect(204);
    const own = await command<ConsentView[]>(phone, 'get', `/participants/${phone.participantId}/consents?lang=uk`);
    expect(own).toMatchObject([{ kind: 'quote', given: false, decidedAt: null, language: 'uk' }, { kind: 'photo', given: true, version: 1 }]);
    const { consents } = await command<ReceiptView>(api.stranger(), 'post', '/receipt-lookups?lang=uk', { secret: phone.receipt });
    expect(consents).toEqual(own);
  });

  test('nobody decides for another, on a kind she is not asked, or on a text that is not', async () => {
    const given = await givenSession(api);
    const [phone, other] = await given.joinAll(2);
    await ask(other!, 'put', `/participants/${phone!.participantId}/consents`, { kind: 'quote', given: true, version: 1, language: 'sk' }).expect(404);
    await ask(other!, 'get', `/participants/${phone!.participantId}/consents`).expect(404);
    await decide(phone!, 'contact', true).expect(400);
    expect((await decide(phone!, 'quote', true, 2)).body.code).toBe('changed-meanwhile');
    await ask(api.stranger(), 'post', '/receipt-consents', { secret: 'A'.repeat(43), kind: 'quote', given: true, version: 1, language: 'sk' }).expect(404);
    expect(await api.database.query('select 1 from consent_entry where session_id = $1', [given.sessionId])).toEqual([]);
  });

  test('two of her devices that decide at once leave one clear log', async () => {
    const given = await givenSession(api);
    const phone = await given.join({ nickname: 'Marta' });
    await Promise.all(Array.from({ length: 8 }, () => decide(phone, 'quote', true).expect(204)));
    expect(await api.database.query('select given from consent_entry where subject_id = $1', [phone.participantId])).toEqual([{ given: true }]);
  });
});
