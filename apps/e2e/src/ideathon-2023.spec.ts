import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { givePosition, recordOpinion } from './commission.ts';
import { EmbeddedDatabase } from './embedded-database.ts';
import { groupNotes, signInAs, startActivity } from './facilitator.ts';
import * as told from './ideathon-2023.ts';
import { join, ownCard, writeCard } from './participant.ts';
import { settled } from './page-checks.ts';
import { expectSound, someone, startBrowser } from './people.ts';
import { startApp, type RunningApp } from './running-app.ts';
import { storyOf } from './story.ts';
import { Townsperson } from './townspeople.ts';

const [WRITING, CLUSTERING, VOTING] = ['Čo spája naše územie', 'Čo patrí k sebe', 'Na čom nám záleží najviac'];
const FRAME = 'Nápady';
const PEOPLE = 20;
const VOTERS = 41;
const PROJECTS = 25;
const CHOSEN = 3;

interface Idea {
  id: string;
  title: string;
}
interface Option {
  id: string;
  ideaId: string;
  title: string;
}
interface Vote {
  categories: { title: string; options: Option[] }[];
  result: { ballotCount: number; categories: { options: { optionId: string; outcome: string }[] }[] } | null;
}

describe('the ideathon of 2023, from twenty people’s notes to the answers', () => {
  let app: RunningApp;
  let browser: Browser;
  let anna: Page;
  let zuzana: Page;
  let peter: Page;
  let resident: Page;
  let officer: Page;
  let member: Page;
  let secretary: Page;
  /** Their own devices without a screen. */
  let staff: Record<'officer' | 'facilitator' | 'department-member' | 'administrator' | 'secretary', Townsperson>;
  let hall: Townsperson[];
  const at = { process: '', session: '', vote: '', dossier: '', decision: '', council: '' };
  const activities = { writing: '', clustering: '', voting: '' };
  let residentsReceipt: string;
  let taken: Idea[];
  let others: Idea[];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp({ demo: true }), startBrowser()]);
    [officer, secretary, member] = await Promise.all([someone(browser, 'laptop'), someone(browser, 'laptop'), someone(browser, 'tablet')]);
    const phone = () => someone(browser, 'phone');
    [anna, zuzana, peter, resident] = await Promise.all([phone(), phone(), phone(), phone()]);
    const roles = ['officer', 'facilitator', 'department-member', 'administrator', 'secretary'] as const;
    staff = Object.fromEntries(await Promise.all(roles.map(async (role) => {
      const person = new Townsperson(app.url);
      await person.post('demo-sign-ins', { role });
      return [role, person] as const;
    }))) as typeof staff;
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  const step = storyOf('ideathon-2023', () => ({ anna, zuzana, peter, resident, officer, member, secretary }));
  const ideasNow = () => staff.officer.items<Idea>(`processes/${at.process}/ideas?limit=100`);
  async function see(page: Page, address: string): Promise<void> {
    await page.goto(`${app.url}${address}`);
    await settled(page);
  }

  step('1 the office prepares the process, its cooperation council and the day', async () => {
    const organisations = await staff.officer.items<{ id: string; name: string }>('organisations');
    const municipality = organisations.find(({ name }) => name.startsWith('Mestský úrad'))!.id;
    at.process = await staff.officer.make('processes', {
      ...told.PROCESS, actors: [], organisationIds: [municipality], commitmentIds: [], state: 'running', visibility: 'public', revision: 0,
      phases: told.PHASES.map((phase) => ({ id: randomUUID(), ...phase })),
    });
    at.council = await staff.administrator.make('bodies', { name: told.COUNCIL, kind: 'advisory-board', organisationId: municipality, memberCount: 3, deciding: true });
    const idOf = async (role: string) => {
      const person = new Townsperson(app.url);
      await person.post('demo-sign-ins', { role });
      return (await person.get<{ person: { id: string } }>('me')).person.id;
    };
    for (const [role, as] of [['commission-member', 'member'], ['secretary', 'secretary']] as const) {
      await staff.administrator.post('roles', { personId: await idOf(role), scope: 'body', scopeId: at.council, role: as });
    }
    await staff.officer.post('roles', { personId: await idOf('facilitator'), scope: 'process', scopeId: at.process, role: 'facilitator' });
    for (const name of told.MAYORS) await staff.administrator.post(`bodies/${at.council}/mandates`, { name, sector: 'public', represents: 'starostovia obcí' });

    at.session = await staff.officer.make(`processes/${at.process}/sessions`, {
      kind: 'ideathon', title: 'Ideathon k integrovanej územnej stratégii', welcome: 'Vitajte. Dnes hľadáme projekty, ktoré spoja mesto a obce okolo neho.', plannedOn: '2023-04-01', plannedTime: '09:00',
      place: 'Robotnícky dom', language: 'sk', visibility: 'public',
    });
    const plan = async (title: string, settings: object) =>
      staff.officer.make(`sessions/${at.session}/activities`, { title, instruction: '', staffNotes: '', minutes: 30, methodId: null, settings });
    activities.writing = await plan(WRITING, { kind: 'brainstorm', mode: 'hidden', frames: ['Čo nás trápi', FRAME] });
    activities.clustering = await plan(CLUSTERING, { kind: 'cluster' });
    activities.voting = await plan(VOTING, { kind: 'dot-vote', dots: 3, perOption: 1 });
    await staff.officer.post(`sessions/${at.session}/open`);
    await signInAs(officer, app.url, 'Úradníčka participácie');
    await see(officer, `/processes/${at.process}`);
    await officer.getByRole('heading', { level: 1, name: told.PROCESS.title }).waitFor();
    await expectSound(officer);
  });

  step('2 twenty people come and write; nobody reads the others before all is shown, then the hall makes clusters and votes', async () => {
    const { room } = await staff.officer.get<{ room: { code: string } }>(`sessions/${at.session}/room`);
    hall = await Promise.all(Array.from({ length: PEOPLE - 3 }, async (_, i) => {
      const person = new Townsperson(app.url);
      await person.post('joins', { code: room.code, nickname: i % 2 ? `Hosť ${i + 1}` : null, sector: told.SECTORS[i % told.SECTORS.length], language: 'sk' });
      return person;
    }));
    await Promise.all([[anna, {}], [zuzana, { name: 'Zuzana', sector: 'Som tu ako obyvateľ/ka' }], [peter, { name: 'Peter' }]].map(async ([phone, who]) => {
      await (phone as Page).goto(`${app.url}/j#${room.code}`);
      await join(phone as Page, who as { name?: string; sector?: string });
    }));
    await see(officer, `/sessions/${at.session}/canvas`);
    await officer.getByText(`${PEOPLE} účastníkov`).first().waitFor();
    await startActivity(officer, WRITING);
    const onPhones = [told.ANNA_WROTE, told.ZUZANA_WROTE, told.PETER_WROTE];
    const bulk = told.CLUSTERS.flatMap(({ notes }) => notes).filter((note) => !onPhones.includes(note));
    await Promise.all(bulk.map((text, i) =>
      hall[i % hall.length]!.post(`activities/${activities.writing}/cards`, { text, colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString() })));
    for (const [i, phone] of [anna, zuzana, peter].entries()) {
      await writeCard(phone, onPhones[i]!, FRAME);
      await ownCard(phone, onPhones[i]!).getByText('uložený').waitFor();
    }
    expect(await zuzana.getByText(told.ANNA_WROTE).count()).toBe(0);
    await expectSound(anna);
    await officer.getByRole('button', { name: 'Odkryť lístky' }).click();
    await zuzana.getByText('Čo napísali ostatní').click();
    await zuzana.getByText(told.ANNA_WROTE).waitFor();

    await startActivity(officer, CLUSTERING);
    await officer.getByRole('button', { name: 'Zoznam' }).click();
    for (const { title, notes } of told.CLUSTERS) await groupNotes(officer, [...notes], title);
    await expectSound(officer);
    await startActivity(officer, VOTING);
    await anna.getByRole('group', { name: told.CLUSTERS[0]!.title }).getByRole('button', { name: 'Pridať bodku' }).click();
    await anna.getByText('Všetko je uložené').waitFor();
    const voting = await staff.officer.get<{ room: { activity: { part: { options: { id: string }[] } } } }>(`sessions/${at.session}/room`);
    const { options } = voting.room.activity.part;
    await Promise.all(hall.map((person, i) =>
      person.put(`activities/${activities.voting}/ballot`, { dots: [0, 1, 2].map((n) => ({ optionId: options[(i + n) % options.length]!.id, count: 1 })) })));
    await officer.getByRole('region', { name: 'Práve beží' }).getByText(`Hlasovalo ${hall.length + 1} z ${PEOPLE}`).waitFor();
  });

  step('3 the day is over: its report stands at once, and its clusters become ideas', async () => {
    await officer.getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await officer.getByRole('alertdialog').getByRole('button', { name: 'Skončiť stretnutie' }).click();
    await officer.waitForURL('**/report');
    await officer.getByText(`Zúčastnilo sa ${PEOPLE} ľudí.`).waitFor({ timeout: 10_000 });
    await expectSound(officer);
    const { activities: parts } = await staff.officer.get<{ activities: { clusters: { clusters: { id: string; title: string }[] } | null }[] }>(`sessions/${at.session}/report`);
    const clusters = new Map(parts.flatMap((part) => part.clusters?.clusters ?? []).map(({ title, id }) => [title, id]));
    expect([...clusters.keys()].sort()).toEqual(told.CLUSTERS.map(({ title }) => title).sort());
    for (const { title, idea } of told.CLUSTERS) await staff.officer.post('ideas', { clusterIds: [clusters.get(title)], title: idea, summary: '' });
  });

  step('4 residents add ideas from home, are shown what is similar, and what says the same becomes one without losing anybody', async () => {
    const categories = told.CATEGORIES.map((title) => ({ id: randomUUID(), title }));
    await staff.officer.put(`processes/${at.process}/idea-intake`, { fromOn: '2023-04-02', untilOn: null, lookFirst: false, categories, revision: 0 });
    await Promise.all(told.ONLINE.filter((idea) => idea !== told.RESIDENTS_IDEA).map(async ({ title, text, category }) => {
      const person = new Townsperson(app.url);
      await person.post(`processes/${at.process}/guests`, { language: 'sk' });
      await person.post(`processes/${at.process}/ideas`, { title, text, language: 'sk', categoryId: categories.find((one) => one.title === category)!.id });
    }));
    await see(resident, `/processes/${at.process}/ideas/new`);
    await resident.getByRole('textbox', { name: /^Názov nápadu/ }).fill(told.MERGED);
    await resident.getByRole('link', { name: told.MERGED, exact: true }).waitFor();
    await resident.getByRole('textbox', { name: /^Názov nápadu/ }).fill(told.RESIDENTS_IDEA.title);
    await resident.getByRole('textbox', { name: /^O čo ide/ }).fill(told.RESIDENTS_IDEA.text);
    await expectSound(resident);
    await resident.getByRole('button', { name: 'Poslať nápad' }).click();
    await resident.getByRole('heading', { name: 'Nápad je uložený' }).waitFor();
    residentsReceipt = await resident.getByRole('textbox', { name: 'Váš odkaz' }).inputValue();

    await see(officer, `/processes/${at.process}/ideas?search=${encodeURIComponent('do školy na bicykli')}`);
    await officer.getByRole('button', { name: 'Vybrať nápady na zlúčenie' }).click();
    for (const idea of [told.MERGED, told.ONLINE[0]!.title]) await officer.getByRole('listitem').filter({ hasText: idea }).getByRole('checkbox').check();
    await officer.getByRole('button', { name: 'Zlúčiť', exact: true }).click();
    const merging = officer.getByRole('dialog', { name: 'Zlúčiť 2 nápady' });
    await merging.getByLabel('Názov nápadu').fill(told.MERGED);
    await expectSound(officer);
    await merging.getByRole('button', { name: 'Zlúčiť' }).click();
    await officer.getByText('Z čoho sa skladá').waitFor();
    await expectSound(officer);
    expect(await ideasNow()).toHaveLength(PROJECTS);
  });

  step('5 a department assesses every idea by criteria that the process agreed on, and its answer is published', async () => {
    const criteria = told.CRITERIA.map((criterion) => ({ id: randomUUID(), ...criterion }));
    await staff.officer.put(`processes/${at.process}/criteria`, { criteria, revision: 0 });
    const department = staff['department-member'];
    const organisations = await staff.officer.items<{ id: string; name: string }>('organisations');
    const organisationIds = organisations.filter(({ name }) => name === 'Oddelenie rozvojových aktivít').map(({ id }) => id);
    const ideas = await ideasNow();
    await staff.officer.post(`processes/${at.process}/assessments`, { ideaIds: ideas.map(({ id }) => id), organisationIds, dueOn: null });
    const assessed = await staff.officer.items<{ ideaId: string; title: string; assessments: { id: string }[] }>(`processes/${at.process}/assessments?limit=100`);
    expect(assessed).toHaveLength(PROJECTS);
    await Promise.all(assessed.map(async ({ title, assessments }, i) => {
      const { id } = assessments[0]!;
      await department.put(`assessments/${id}`, {
        scores: criteria.map(({ id: criterionId, kind }) => ({ criterionId, value: kind === 'must' ? 1 : 2 + (i % 4), reason: '' })), feasibility: 'feasible', cost: 20_000 + 5_000 * i, costNote: '',
        internalNote: 'Pozemky preveriť.', publicAnswer: title === told.MERGED ? told.DEPARTMENT_SAID : 'Uskutočniteľné.', language: 'sk', assessorName: '', give: true, revision: 1,
      });
      await staff.officer.post(`assessments/${id}/publication`);
    }));
    await see(officer, `/processes/${at.process}/assessments`);
    await officer.getByText(told.MERGED).first().waitFor();
    await expectSound(officer);
  });

  step('6 twenty-five projects in three categories go to a public vote: secret, once, counted after it closed', async () => {
    const ideas = await ideasNow();
    const categoryOf = new Map([...told.CLUSTERS.map(({ idea, category }) => [idea, category] as const), ...told.ONLINE.map(({ title, category }) => [title, category] as const)]);
    const inOrder = [told.MERGED, ...told.CLUSTERS.map(({ idea }) => idea), ...told.ONLINE.map(({ title }) => title)];
    ideas.sort((a, b) => inOrder.indexOf(a.title) - inOrder.indexOf(b.title));
    at.vote = await staff.officer.make(`processes/${at.process}/public-votes`, {
      title: 'Ktoré projekty majú byť prvé', intro: 'Dvadsaťpäť projektov, tri kategórie. V každej vyberte najviac tri.', rule: { method: 'fixed-number' }, voters: 'codes',
      opens: { on: '2023-05-25', time: '08:00' }, closes: { on: '2099-06-08', time: '20:00' }, openBallots: false, revision: 0,
      categories: told.CATEGORIES.map((title) => ({
        title, limit: CHOSEN, winners: CHOSEN, budget: null, options: ideas.filter((idea) => categoryOf.get(idea.title) === title).map(({ id }) => ({ ideaId: id, cost: null })),
      })),
    });
    const { codes } = await staff.officer.post<{ codes: string[] }>(`public-votes/${at.vote}/codes`, { count: 60 });
    await staff.officer.post(`public-votes/${at.vote}/publication`);
    const { categories } = await staff.officer.get<Vote>(`public-votes/${at.vote}`);
    expect(categories.map(({ options }) => options.length).reduce((sum, count) => sum + count)).toBe(PROJECTS);

    await see(resident, `/public-votes/${at.vote}`);
    await expectSound(resident);
    await resident.getByRole('link', { name: 'Hlasovať' }).click();
    await resident.getByLabel('Kód z listu').fill(codes[0]!.toLowerCase());
    await resident.getByRole('button', { name: 'Pokračovať' }).click();
    for (const { options } of categories) await resident.getByRole('checkbox', { name: options[0]!.title }).check();
    await expectSound(resident);
    await resident.getByRole('button', { name: 'Skontrolovať' }).click();
    await resident.getByText('Hlasuje sa raz').waitFor();
    await resident.getByRole('button', { name: 'Odoslať hlas' }).click();
    await resident.getByRole('heading', { name: 'Ďakujeme, hlas je v urne' }).waitFor();
    await expectSound(resident);
    // The first three of each category are wanted by most, each by fewer than the one before.
    await Promise.all(codes.slice(1, VOTERS).map(async (code, i) => {
      const wanted = categories.flatMap(({ options }) => {
        const liked = [i < 36, i < 30, i < 24].flatMap((likes, n) => (likes ? [options[n]!.id] : []));
        return liked.length < CHOSEN ? [...liked, options[CHOSEN + (i % (options.length - CHOSEN))]!.id] : liked;
      });
      await new Townsperson(app.url).post(`public-votes/${at.vote}/ballots`, { ballot: { kind: 'choice', optionIds: wanted }, code });
    }));
    await expect(new Townsperson(app.url).post(`public-votes/${at.vote}/ballots`, { ballot: { kind: 'choice', optionIds: [] }, code: codes[1] })).rejects.toThrow('already-voted');

    // A neighbour without a phone drops her sheet into the box at the office; two people type it, the first in haste.
    const [sheet, onPaper] = [codes.length, categories.map(({ options }) => options[0]!)];
    await see(officer, `/public-votes/${at.vote}/paper`);
    const readSheet = async (options: Option[]) => {
      await officer.getByLabel('Číslo lístka').fill(String(sheet));
      for (const { title } of options) await officer.getByRole('checkbox', { name: title }).check();
      await officer.getByRole('button', { name: 'Uložiť lístok' }).click();
    };
    await readSheet(onPaper.slice(1));
    await officer.getByText(`Lístok ${sheet} je prepísaný.`).waitFor();
    await staff.facilitator.put(`public-votes/${at.vote}/sheets/${sheet}`, { kind: 'ballot', ballot: { kind: 'choice', optionIds: onPaper.map(({ id }) => id) } });
    await officer.reload();
    await officer.getByText('Prepisy sa líšia. Kto sa pomýlil, prepíše lístok znova.').waitFor();
    await expectSound(officer);
    await readSheet(onPaper);
    await officer.getByText(`Lístok ${sheet} je započítaný.`).waitFor();

    await new EmbeddedDatabase(app.output()).run(`update public_vote set closes_at = '2023-06-08T18:00:00Z' where id = $1`, [at.vote]);
    await see(officer, `/public-votes/${at.vote}`);
    await officer.getByRole('button', { name: 'Sčítať a zverejniť výsledok' }).click();
    await officer.getByRole('alertdialog').getByRole('button', { name: 'Sčítať a zverejniť výsledok' }).click();
    await officer.getByText(`Hlasovalo ${VOTERS + 1} ľudí z 60. 1 z nich na papieri.`).waitFor();
    await expectSound(officer);
    const { result } = await staff.officer.get<Vote>(`public-votes/${at.vote}`);
    const chosen = new Set(result!.categories.flatMap(({ options }) => options).filter(({ outcome }) => outcome === 'chosen').map(({ optionId }) => optionId));
    const ideaOf = new Map(categories.flatMap(({ options }) => options).map(({ id, ideaId }) => [ideaId, id]));
    taken = ideas.filter(({ id }) => chosen.has(ideaOf.get(id)!));
    others = ideas.filter(({ id }) => !chosen.has(ideaOf.get(id)!));
    expect([taken.length, others.length]).toEqual([CHOSEN * told.CATEGORIES.length, PROJECTS - CHOSEN * told.CATEGORIES.length]);
    expect(others.map(({ title }) => title)).toContain(told.RESIDENTS_IDEA.title);
  });

  step('7 the cooperation council reads what stands behind each project, gives its opinion with reasons, and decides', async () => {
    at.dossier = await staff.officer.make(`processes/${at.process}/dossiers`, { title: 'Projekty integrovanej územnej stratégie' });
    await staff.officer.put(`dossiers/${at.dossier}`, {
      title: 'Projekty integrovanej územnej stratégie', summary: 'Deväť projektov, ktoré si obyvatelia vybrali z dvadsiatich piatich.', visibility: 'public', revision: 1,
      recommendations: taken.map(({ id, title }) => ({ id: randomUUID(), title: `Zaradiť: ${title}`, text: `Projekt „${title}“ zaradiť do stratégie.`, reasons: '', ideaIds: [id] })),
    });
    await staff.officer.post(`dossiers/${at.dossier}/versions`);
    const referral = await staff.officer.make(`dossiers/${at.dossier}/versions/1/referrals`, { bodyId: at.council, dueOn: '2099-01-01' });
    const { dossier, spokenFor } = await staff.secretary.get<{ dossier: { recommendations: { id: string; title: string; number: number }[] }; spokenFor: { mandateId: string }[] }>(`referrals/${referral}`);
    const ours = dossier.recommendations.find(({ title }) => title.endsWith(told.MERGED))!;

    await signInAs(member, app.url, 'Členka komisie');
    await see(member, `/referrals/${referral}`);
    const article = member.getByRole('article', { name: new RegExp(`^${ours.number}\\. `) });
    await article.getByText(/^Na čom stojí/).click();
    await article.getByText(told.ANNA_WROTE).waitFor();
    await givePosition(member, ours.number, 'Podporujem', 'Trasu sme prešli s deťmi, stačí ju oddeliť.');
    await expectSound(member);
    for (const { mandateId } of spokenFor) {
      await staff.secretary.put(`referrals/${referral}/recommendations/${ours.id}/mandates/${mandateId}/position`, { verdict: 'support', reason: 'Spája naše obce.' });
    }
    for (const { id } of dossier.recommendations.filter((other) => other !== ours)) {
      await staff.secretary.put(`referrals/${referral}/recommendations/${id}/opinion`, { motion: 'support', reasoning: 'V súlade so stratégiou.', vote: { for: 3, against: 0, abstained: 0 }, adoptedOn: today() });
    }
    await signInAs(secretary, app.url, 'Tajomníčka komisie');
    await see(secretary, `/referrals/${referral}`);
    await recordOpinion(secretary, ours.number, { motion: 'Podporuje', vote: { for: 2, against: 1, abstained: 0 }, reasoning: told.COUNCIL_SAID, before: () => expectSound(secretary) });
    at.decision = await staff.secretary.make(`referrals/${referral}/decision`, {
      bodyId: at.council, number: told.DECIDED.number, decidedOn: today(), text: 'Kooperačná rada schvaľuje zaradenie projektov.',
      items: dossier.recommendations.map(({ id }) => ({ recommendationId: id, verdict: 'accepted', reasons: id === ours.id ? told.DECIDED.why : 'Vybrali obyvatelia.' })),
    });
    await see(secretary, `/decisions/${at.decision}`);
    await secretary.getByText(told.DECIDED.why).waitFor();
    await expectSound(secretary);
  });

  step('8 what was not taken goes on to the development programme, and what was becomes milestones', async () => {
    const own = others.find(({ title }) => title === told.RESIDENTS_IDEA.title)!;
    const carry = { to: { kind: 'document', title: told.PROGRAMME }, reason: told.CARRIED_WHY };
    for (const { id } of others.filter((idea) => idea !== own)) await staff.officer.post(`ideas/${id}/carry-overs`, carry);
    await see(officer, `/ideas/${own.id}`);
    await officer.getByRole('button', { name: 'Ďalšie úkony' }).click();
    await officer.getByRole('menuitem', { name: 'Presunúť inam' }).click();
    const dialog = officer.getByRole('dialog', { name: 'Presunúť nápad inam' });
    await dialog.getByRole('radio', { name: 'Do iného dokumentu mesta' }).check();
    await dialog.getByLabel('Názov dokumentu').fill(told.PROGRAMME);
    await dialog.getByLabel('Dôvod').fill(told.CARRIED_WHY);
    await expectSound(officer);
    await dialog.getByRole('button', { name: 'Presunúť' }).click();
    await officer.getByText('Presunutý ďalej').waitFor();
    expect((await ideasNow()).map(({ title }) => title).sort()).toEqual(taken.map(({ title }) => title).sort());

    const { items } = await staff.officer.get<{ items: { id: string; title: string }[] }>(`decisions/${at.decision}`);
    const [plan] = await staff.officer.items<{ commitments: { id: string }[] }>('action-plans');
    await staff.officer.post(`commitments/${plan!.commitments[0]!.id}/milestones`, {
      ...told.MILESTONE, ownerId: null, ownerName: 'Oddelenie rozvojových aktivít', dueOn: '2099-09-30', state: 'in-progress', language: 'sk', revision: 0,
      decisionItemId: items.find(({ title }) => title.endsWith(told.MERGED))!.id,
    });
  });

  step('9 everybody learns what became of it: the anonymous guest by her receipt, the resident by hers, the public on the pages', async () => {
    await anna.reload();
    await anna.getByRole('link', { name: 'Čo sa stalo s mojimi lístkami' }).click();
    const said = anna.getByRole('article').filter({ hasText: told.ANNA_WROTE });
    const stops = said.getByRole('list', { name: /^Cesta/ });
    await stops.getByText(told.MILESTONE.title).waitFor();
    const way = await stops.innerText();
    for (const words of [told.CLUSTERS[0]!.title, told.MERGED, told.DEPARTMENT_SAID, told.COUNCIL_SAID, told.DECIDED.why, told.MILESTONE.progress]) expect(way).toContain(words);
    const line = ['Lístok', 'Zhluk', 'Nápad', 'Odborné posúdenie', 'Možnosť v hlasovaní', 'Odporúčanie', 'Stanovisko', 'Uznesenie', 'Míľnik'];
    expect(line.filter((station) => !new RegExp(`^${station}`, 'm').test(way))).toEqual([]);
    await expectSound(anna);

    await resident.goto('about:blank');
    await resident.goto(residentsReceipt);
    const hers = resident.getByRole('article').filter({ hasText: told.RESIDENTS_IDEA.title });
    await hers.getByRole('list', { name: /^Cesta/ }).getByText(told.PROGRAMME).first().waitFor();
    await hers.getByText(told.CARRIED_WHY).first().waitFor();
    await expectSound(resident);

    await see(peter, `/public-votes/${at.vote}`);
    await peter.getByRole('heading', { name: 'Výsledok' }).waitFor();
    await expectSound(peter);
    await see(peter, `/decisions/${at.decision}`);
    await peter.getByText(told.DECIDED.why).waitFor();
    await expectSound(peter);
    await see(zuzana, `/processes/${at.process}`);
    await zuzana.getByRole('heading', { level: 1, name: told.PROCESS.title }).waitFor();
    await expectSound(zuzana);
  });
});

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Bratislava' }).format(new Date());
