import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse, Browser, Page } from 'playwright-core';
import { someone, type SCREENS } from './people.ts';
import { startApp, type RunningApp } from './running-app.ts';

export type DemoRole = 'administrator' | 'officer' | 'facilitator' | 'department-member' | 'commission-member' | 'secretary';

/** Where everything of the demo city is found. */
export interface CityPlaces {
  process: string;
  /** The code of the running workshop. */
  code: string;
  ready: string;
  running: string;
  finished: string;
  plan: string;
  commitment: string;
  dossier: string;
  /** Waits for the commission. */
  referral: string;
  body: string;
  meeting: string;
  idea: string;
  /** Public votes: one that is going on, one that was counted with codes, one that is prepared. */
  openVote: string;
  countedVote: string;
  draftVote: string;
  /** Waits for a department. */
  assessment: string;
  /** Waits for a department. */
  question: string;
  decision: string;
  /** A contribution whose way led to a milestone. */
  note: string;
}

interface Named {
  id: string;
}

/** The demo city on a server of its own, with whoever is needed in it. */
export class DemoCity {
  readonly app: RunningApp;
  readonly browser: Browser;
  readonly places: CityPlaces;

  private constructor(app: RunningApp, browser: Browser, places: CityPlaces) {
    this.app = app;
    this.browser = browser;
    this.places = places;
  }

  /** @param settings what the server's environment says besides */
  static async open(browser: Browser, settings: Record<string, string> = {}): Promise<DemoCity> {
    const app = await startApp({ demo: true, settings });
    return new DemoCity(app, browser, await placesIn(app, browser));
  }

  /** Somebody with a device of her own, signed in with one of the demo's roles, or nobody in particular. */
  as(role: DemoRole | null, screen: keyof typeof SCREENS): Promise<Page> {
    return role ? signedIn(this.browser, this.app, role, screen) : someone(this.browser, screen);
  }

  async stop(): Promise<void> {
    await this.app.stop();
  }
}

interface Report {
  activities: { clusters: { clusters: { ideaId: string | null; notes: { contributionId: string }[] }[] } | null }[];
}

/** All files begin with copies of one city: whoever opens it first looks for all of them. */
async function placesIn(app: RunningApp, browser: Browser): Promise<CityPlaces> {
  const known = join(process.env['DEMO_LOADED']!, 'places.json');
  if (existsSync(known)) return JSON.parse(readFileSync(known, 'utf8')) as CityPlaces;
  const staff = await signedIn(browser, app, 'facilitator', 'laptop');
  const member = await signedIn(browser, app, 'commission-member', 'laptop');
  const read = async <Answer>(page: Page, path: string) => (await told(page.context().request.get(`${app.url}/api/${path}`))) as Answer;
  const list = async <Row>(page: Page, path: string) => (await read<{ items: Row[] }>(page, path)).items;
  const sessions = await list<Named & { state: string; processId: string }>(staff, 'sessions');
  const inState = (state: string) => sessions.find((session) => session.state === state)!;
  const { processId } = inState('open');
  const { room } = await read<{ room: { code: string } }>(staff, `sessions/${inState('open').id}/room`);
  const [plan] = await list<Named & { commitments: Named[] }>(staff, 'action-plans');
  const [dossier] = await list<Named>(staff, `processes/${processId}/dossiers`);
  const [idea] = await list<Named>(staff, `processes/${processId}/ideas`);
  const assessed = await list<{ assessments: (Named & { state: string })[] }>(staff, `processes/${processId}/assessments`);
  const assessment = assessed.flatMap(({ assessments }) => assessments).find(({ state }) => state === 'asked')!;
  const votes = await list<Named & { state: string }>(staff, `processes/${processId}/public-votes`);
  const voteIn = (state: string) => votes.find((vote) => vote.state === state)!.id;
  const [decision] = await list<Named>(staff, 'decisions');
  const referral = (await list<Named & { state: string; bodyId: string }>(member, 'referrals')).find(({ state }) => state === 'open')!;
  const { items: asked } = await read<{ items: { questions: Named[] }[] }>(member, `referrals/${referral.id}`);
  const [meeting] = await list<Named>(member, 'meetings');
  const report = await read<Report>(staff, `sessions/${inState('closed').id}/report`);
  const note = report.activities.flatMap(({ clusters }) => clusters?.clusters ?? []).find(({ ideaId }) => ideaId)!.notes[0]!.contributionId;
  await Promise.all([staff.context().close(), member.context().close()]);
  const places: CityPlaces = {
    process: processId, code: room.code, ready: inState('preparing').id, running: inState('open').id, finished: inState('closed').id, plan: plan!.id,
    commitment: plan!.commitments[0]!.id, dossier: dossier!.id, referral: referral.id, body: referral.bodyId, meeting: meeting!.id, idea: idea!.id, openVote: voteIn('open'), countedVote: voteIn('counted'), draftVote: voteIn('draft'), assessment: assessment.id, question: asked.flatMap(({ questions }) => questions)[0]!.id, decision: decision!.id, note,
  };
  // Two files may look at once: they find the same, and nobody reads the half of it.
  const own = `${known}.${process.pid}`;
  writeFileSync(own, JSON.stringify(places));
  renameSync(own, known);
  return places;
}

async function signedIn(browser: Browser, app: RunningApp, role: DemoRole, screen: keyof typeof SCREENS): Promise<Page> {
  const page = await someone(browser, screen);
  await command(page, app.url, 'POST', 'demo-sign-ins', { role });
  return page;
}

/** A command given without a screen, where the screen is not what is shown. */
export async function command(page: Page, url: string, method: 'POST' | 'PUT', path: string, data: object = {}): Promise<unknown> {
  const headers = { origin: url, 'idempotency-key': randomUUID() };
  return told(page.context().request.fetch(`${url}/api/${path}`, { method, headers, data }));
}

async function told(asked: Promise<APIResponse>): Promise<unknown> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}
