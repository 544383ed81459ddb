import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import { boardRoleOf } from '../boards/board-rights.ts';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { carryOut, operationsOf } from '../testing/operations.ts';
import { everybody, policies, POLICY, signedIn, type Facts, type Policy } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** The readable matrix; `UPDATE_POLICY_MATRIX=1` writes it anew, and the difference is for people to judge. */
const FILE = join(import.meta.dirname, '../../../../docs/policy-matrix.md');

const HERE = { organisation: 'organisation', process: 'process', session: 'session', body: 'body', participant: 'participant' };
const THERE = { organisation: 'organisation there', process: 'process there', session: 'session there', body: 'body there', participant: 'participant there' };

const person = { id: 'person', name: 'P' };
const holding = (scope: RoleScope, scopeId: string | null, role: RoleName): Viewer => ({ person, roles: [{ scope, scopeId, role }], participants: [], removedFrom: [] });
const VIEWERS: Record<string, Viewer> = {
  'stranger': { person: null, roles: [], participants: [], removedFrom: [] },
  'participant': { person: null, roles: [], participants: [{ id: HERE.participant, sessionId: HERE.session }], removedFrom: [] },
  'account': { person, roles: [], participants: [], removedFrom: [] },
  'administrator': holding('installation', null, 'administrator'),
  'officer': holding('organisation', HERE.organisation, 'officer'),
  'department': holding('organisation', HERE.organisation, 'department-member'),
  'lead': holding('process', HERE.process, 'lead'),
  'facilitator': holding('process', HERE.process, 'facilitator'),
  'lead facil.': holding('session', HERE.session, 'lead-facilitator'),
  'co-facil.': holding('session', HERE.session, 'co-facilitator'),
  'table host': holding('session', HERE.session, 'table-host'),
  'scribe': holding('session', HERE.session, 'scribe'),
  'observer': holding('session', HERE.session, 'observer'),
  'chair': holding('body', HERE.body, 'chair'),
  'secretary': holding('body', HERE.body, 'secretary'),
  'member': holding('body', HERE.body, 'member'),
  'body guest': holding('body', HERE.body, 'guest'),
};

/** All that any policy looks at, as it is for one thing of a place. */
function factsAt(place: typeof HERE, thing: { visibility: 'internal' | 'participants' | 'public'; over: boolean; draft: boolean }, viewer: Viewer): Facts {
  const facts = {
    organisationIds: [place.organisation], processId: place.process, sessionId: place.session, bodyId: place.body, visibility: thing.visibility, participantId: place.participant,
    sessionIds: [place.session], referredTo: [place.body],
    state: thing.draft ? 'draft' : 'running', draft: thing.draft, sessionState: thing.over ? 'closed' : 'open',
    role: boardRoleOf(viewer, {
      sessionId: place.session, processId: place.process, organisationIds: [place.organisation], activityId: null, language: 'sk', visibility: thing.visibility, open: true, locked: false, hidden: false, anonymous: false, createNotes: 'everyone', groupNotes: 'everyone', draw: [],
    }),
  };
  return facts;
}

const CASES: { title: string; place: typeof HERE; visibility: 'internal' | 'participants' | 'public'; over: boolean; draft: boolean }[] = [
  { title: 'A draft of one’s own place, before anybody else may see it', place: HERE, visibility: 'internal', over: false, draft: true },
  { title: 'A running thing of one’s own place, for those who take part', place: HERE, visibility: 'participants', over: false, draft: false },
  { title: 'A finished thing of one’s own place, public', place: HERE, visibility: 'public', over: true, draft: false },
  { title: 'A foreign thing, internal', place: THERE, visibility: 'internal', over: true, draft: false },
  { title: 'A foreign thing, public', place: THERE, visibility: 'public', over: true, draft: false },
];

function cell(policy: Policy, viewer: Viewer, facts: Facts): '+' | '−' | '·' {
  if (policy.allows(viewer, facts)) return '+';
  return policy.knows(viewer, facts) ? '−' : '·';
}

function table({ title, place, ...thing }: (typeof CASES)[number]): string {
  const names = Object.keys(VIEWERS);
  const rows = [...policies].sort((a, b) => a.name.localeCompare(b.name)).map((policy) =>
    `| ${policy.name} | ${Object.values(VIEWERS).map((viewer) => cell(policy, viewer, factsAt(place, thing, viewer))).join(' | ')} |`);
  return [`## ${title}`, '', `| | ${names.join(' | ')} |`, `| --- |${names.map(() => ' :-: |').join('')}`, ...rows].join('\n');
}

interface Handler {
  route: string;
  policy: Policy;
}
function handlersOf(api: TestApi): Handler[] {
  const scanner = new MetadataScanner();
  return api.app.get(DiscoveryService, { strict: false }).getControllers().flatMap(({ instance, metatype }) => {
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
    const base = [Reflect.getMetadata(PATH_METADATA, metatype ?? Object) as string | string[]].flat()[0] ?? '';
    return scanner.getAllMethodNames(prototype).flatMap((method): Handler[] => {
      const handler = prototype[method]!;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const tail = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()[0] ?? '';
      const path = ['/api', base, tail].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
      return [{ route: `${RequestMethod[verb]} /${path}`, policy: Reflect.getMetadata(POLICY, handler) as Policy }];
    });
  }).sort((a, b) => a.route.split(' ')[1]!.localeCompare(b.route.split(' ')[1]!) || a.route.localeCompare(b.route));
}

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

describe('SEC-02: roles × actions', () => {
  it('is what docs/policy-matrix.md says', () => {
    const matrix = [
      '# Who may do what',
      '',
      'Made from the policies of the running application and compared with them by a test (`apps/api/src/http/policy-matrix.int.spec.ts`); after a change of policy',
      'run it with `UPDATE_POLICY_MATRIX=1` and read the difference. Each column holds one role in the place, and no other.',
      '',
      '**+** may · **−** is refused (403, or 401 for a stranger) · **·** is told that there is no such thing (404)',
      '',
      'A policy answers for the whole place; the service adds what the moment asks: a session that is open, an activity that runs, an opinion not yet adopted.',
      '',
      ...CASES.flatMap((each) => [table(each), '']),
      '## Which handler asks which policy',
      '',
      '| handler | policy |',
      '| --- | --- |',
      ...handlersOf(api).map(({ route, policy }) => `| \`${route}\` | ${policy.name} |`),
      '',
    ].join('\n');
    if (process.env['UPDATE_POLICY_MATRIX']) writeFileSync(FILE, matrix);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(matrix);
  });

  it('no policy has two meanings: names are unique and begin with a verb', () => {
    const names = policies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('nothing internal of a foreign place is allowed or known to anybody but administrators, except to say that one may not', () => {
    const thing = { visibility: 'internal', over: true, draft: false } as const;
    const leaks = policies.filter((policy) => policy !== everybody && policy !== signedIn).flatMap((policy) =>
      Object.entries(VIEWERS).filter(([name, viewer]) => name !== 'administrator' && policy.allows(viewer, factsAt(THERE, thing, viewer))).map(([name]) => `${policy.name}: ${name}`));
    // What one has without any place: one's own list, the own desk, the names an officer chooses from.
    // A commitment is the whole town's, whoever made it.
    const placeless = new Set(['read-own-contributions', 'open-review-desk', 'list-people', 'read-overview', 'talk-about-commitment']);
    expect(leaks.filter((leak) => !placeless.has(leak.split(':')[0]!))).toEqual([]);
  });

  it('whoever may do a thing also knows of it: no policy hides what it allows', () => {
    for (const policy of policies) for (const viewer of Object.values(VIEWERS)) for (const { place, ...thing } of CASES) {
      const facts = factsAt(place, thing, viewer);
      if (policy.allows(viewer, facts)) expect(cell(policy, viewer, facts)).toBe('+');
    }
  });
});

describe('SEC-02, SEC-03: every handler asks, over HTTP', () => {
  /** Handlers that everybody may call, or whoever has an account, or that list what the viewer may see. */
  const FREE = new Set(['everybody', 'signed-in', 'read-own-contributions', 'open-review-desk']);

  it('a stranger and an account without a role are refused by every other one, whatever id they name', async () => {
    const account = await api.person();
    const wrong: string[] = [];
    let asked = 0;
    for (const operation of await operationsOf(api)) {
      if (FREE.has(operation.policy)) continue;
      for (const [name, someone] of [['stranger', api.stranger()], ['account', account]] as const) {
        const { status } = await carryOut(someone, operation);
        asked++;
        if (![401, 403, 404].includes(status)) wrong.push(`${name}: ${operation.name} → ${status}`);
        if (name === 'account' && status === 401) wrong.push(`${name}: ${operation.name} → 401 though signed in`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(30);
  });
});
