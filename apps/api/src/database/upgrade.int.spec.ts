import { afterEach, describe, expect, test } from '@jest/globals';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { Page } from '@spolu/contracts/common';
import type { Way } from '@spolu/contracts/provenance';
import type { DecisionRow, DecisionView } from '@spolu/contracts/review';
import type { SessionRow, SessionView } from '@spolu/contracts/sessions';
import { givenRelease, RELEASES, type TestDatabase } from '../testing/databases.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';

let database: TestDatabase | undefined;
let api: TestApi | undefined;
afterEach(async () => {
  await api?.stop();
  await database?.drop();
});

describe('a town that upgrades', () => {
  test('from this very release, at least', () => expect(RELEASES.length).toBeGreaterThan(0));

  test.each(RELEASES)('keeps all it had: %s', async (file) => {
    database = await givenRelease(file);
    // the application itself migrates while it starts
    api = await givenApi({ databaseUrl: database.url });
    const { agent } = api.stranger();
    const read = async <Answer>(path: string, who = agent): Promise<Answer> => (await who.get(`/api${path}`).expect(200)).body as Answer;
    const [decision] = (await read<Page<DecisionRow>>('/decisions')).items;
    const { items } = await read<DecisionView>(`/decisions/${decision!.id}`);
    const followed = items.find(({ milestones }) => milestones.length > 0);
    const way = await read<Way>(`/records/${followed!.milestones[0]!.id}/way`);
    expect(new Set(way.stations.map(({ kind }) => kind))).toEqual(
      new Set(['contribution', 'cluster', 'idea', 'recommendation', 'referral', 'opinion', 'decision', 'milestone']),
    );

    const running = (await read<Page<SessionRow>>('/sessions')).items.find(({ state }) => state === 'open')!;
    const facilitator = await api.person({ roles: [{ scope: 'session', scopeId: running.id, role: 'lead-facilitator' }] });
    const { boardId } = await read<SessionView>(`/sessions/${running.id}`, facilitator.agent);
    expect((await read<BoardOutline>(`/boards/${boardId}`, facilitator.agent)).noteCount).toBe(60);
  });
});
