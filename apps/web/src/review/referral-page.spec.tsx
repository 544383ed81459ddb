import { beforeEach, expect, jest, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralView } from '@spolu/contracts/review';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ReferralPage } from './referral-page.tsx';

const RECOMMENDATION = '0190a5f0-0000-4000-8000-00000000000a';
const COUNCIL = '0190a5f0-0000-4000-8000-00000000000c';
const referral = (change: Partial<ReferralView> = {}, item: Partial<ReferralView['items'][number]> = {}): ReferralView => ({
  id: 'ref', bodyId: 'b', bodyName: 'Komisia životného prostredia', dossierId: 'd', dossierTitle: 'Energia v meste', dossierVersion: 1, processTitle: 'Energia',
  referredAt: '2026-03-01T10:00:00.000Z', dueOn: '2099-05-12', state: 'open', recommendationCount: 1, myPositionCount: 0, waitsFor: 'position', returned: false, rules: { memberCount: 9, quorum: 'more-than-half', majority: 'more-than-half', majorityOf: 'present' }, decisions: [], earlier: [], asked: '', deciding: false, positionsShown: 'after-own', spokenFor: [],
  dossier: {
    dossierId: 'd', version: 1, processId: 'p', processTitle: 'Energia', title: 'Energia v meste', summary: 'Zhrnutie.', publishedAt: '2026-03-01T09:00:00.000Z', visibility: 'public',
    recommendations: [{
      id: RECOMMENDATION, number: 1, title: 'Zatepliť dve školy', text: 'Do roku 2028.', reasons: '', draftId: null, opinions: [], questions: [],
      evidence: [{ ideaId: 'i', title: 'Školy bez strát', summary: '', words: [], assessments: [], votes: [], clusters: [{ id: 'c', title: 'Energia v školách', sessionId: 's', sessionTitle: 'Dielňa', vote: { dots: 12, voters: 7, ofDots: 60, ofVoters: 20 },
        notes: [{ contributionId: 'n', text: 'Zatepliť školy na Fončorde', language: 'sk' }] }] }],
    }],
  },
  items: [{ recommendationId: RECOMMENDATION, myPosition: null, positionCount: 2, positions: null, myConflict: null, conflicts: [], myNote: '', questions: [], mayAsk: true, opinion: null, decision: null, ...item }],
  may: { givePosition: true, adoptOpinion: false, correctOpinion: false, recordDecision: false, forward: false },
  ...change,
});
const show = (view: ReferralView, answers: Parameters<typeof givenServer>[0] = {}) => {
  const { commands } = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referrals/ref': view, 'PUT /dossiers/d/versions/*/look': () => undefined, ...answers });
  // that she has the version before her goes by itself
  const server = { get commands() { return commands.filter(({ request }) => !request.endsWith('/look')); }, get looks() { return commands.filter(({ request }) => request.endsWith('/look')); } };
  return { server, page: renderPage(<ReferralPage />, { texts: ['review', 'outputs', 'ideas', 'provenance'], at: '/referrals/ref', path: '/referrals/:id' }) };
};
beforeEach(() => sessionStorage.clear());

test('a member reads the evidence in people’s own words and does not see others’ positions before her own', async () => {
  await show(referral()).page;
  expect(await screen.findByText('Zatepliť školy na Fončorde')).toBeTruthy();
  expect(screen.getByText('12 bodiek z 60')).toBeTruthy();
  expect(screen.getByText('Vyjadrili sa 2 členovia. Stanoviská ostatných uvidíte, keď dáte svoje.')).toBeTruthy();
});

test('of an idea that was hidden later she reads when and why, and no link leads to it', async () => {
  const view = referral();
  Object.assign(view.dossier.recommendations[0]!.evidence[0]!, { title: '', hiddenWordCount: 1, hidden: { at: '2026-05-01T08:00:00.000Z', reason: 'Je v ňom telefónne číslo.' } });
  await show(view).page;
  expect(await screen.findByRole('heading', { name: 'Skrytý nápad', hidden: true })).toBeTruthy();
  expect(screen.getByText('Po zverejnení tejto verzie ho 1. mája 2026 skryli organizátori: Je v ňom telefónne číslo.')).toBeTruthy();
  expect(document.querySelector('a[href^="/ideas/"]')).toBeNull();
});

test('who has an older version before her reads that there is a newer one, which lies before the same body', async () => {
  const versions = [
    { version: 2, publishedAt: '2026-04-01T09:00:00.000Z', referrals: [{ id: 'other', bodyId: 'x', bodyName: 'Rada', dueOn: '2099-05-12', state: 'open' }, { id: 'newer', bodyId: 'b', bodyName: 'Komisia', dueOn: '2099-05-12', state: 'open' }] },
    { version: 1, publishedAt: '2026-03-01T09:00:00.000Z', referrals: [] },
  ];
  await show(referral(), { 'GET /dossiers/d': { id: 'd', versions } }).page;
  expect((await screen.findByRole('link', { name: 'Čítať novšiu verziu' })).getAttribute('href')).toBe('/referrals/newer');
});

test('what was returned goes on with a new version and waits for no decision; what was decided shows how, and its opinion stays', async () => {
  const opinion = { id: 'o', motion: 'return', verdict: 'return', reasoning: 'Doplniť.', dissent: '', vote: { for: 5, against: 0, abstained: 0 }, adoptedOn: '2026-05-02' } as const;
  const first = await show(referral({ state: 'opinion-adopted', returned: true }, { opinion })).page;
  expect(await screen.findByText('Vrátené na prepracovanie')).toBeTruthy();
  expect(screen.queryByText('Stanovisko prijaté')).toBeNull();
  expect(await screen.findByText('Orgán vrátil podklady na prepracovanie. Pokračuje sa novou verziou.')).toBeTruthy();
  first.unmount();
  const may = { givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false };
  await show(referral({ state: 'opinion-adopted', may }, { opinion: { ...opinion, motion: 'support', verdict: 'support' }, decision: 'accepted' })).page;
  expect(await screen.findByText('schválené')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Opraviť/ })).toBeNull();
});

test('a position needs a choice and a reason, and is sent with both', async () => {
  const { server, page } = show(referral(), { [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/position`]: () => undefined });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Dať stanovisko' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getAllByRole('link').map((link) => link.textContent)).toEqual(['Vaše stanovisko: Treba vyplniť', 'Dôvod: Treba vyplniť']);
  expect(server.commands).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Podporujem so zmenami' }));
  await user.type(screen.getByRole('textbox', { name: /Dôvod/ }), 'Chýba rozpočet.');
  await user.click(screen.getByRole('button', { name: 'Dať stanovisko' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { verdict: 'support-with-changes', reason: 'Chýba rozpočet.' } }]));
});

test('what she typed stays when the server refuses, and outlives a reload', async () => {
  const refuse = { [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/position`]: () => { throw new Problem('review/opinion-adopted'); } };
  const first = await show(referral(), refuse).page;
  await first.user.click(await screen.findByRole('radio', { name: 'Podporujem' }));
  await first.user.type(screen.getByRole('textbox', { name: /Dôvod/ }), 'Rozumné.');
  await first.user.click(screen.getByRole('button', { name: 'Dať stanovisko' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  first.unmount();
  await show(referral(), refuse).page;
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Dôvod/ })).value).toBe('Rozumné.');
});

test('what reaches nobody waits on this device as her position, and what was refused meanwhile stays there with the reason', async () => {
  let answer = (): unknown => {
    throw new TypeError('Failed to fetch');
  };
  const { page } = show(referral(), { [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/position`]: () => answer() });
  const { user } = await page;
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await user.click(await screen.findByRole('radio', { name: 'Podporujem' }));
  await user.type(screen.getByRole('textbox', { name: /Dôvod/ }), 'Napísané bez siete.');
  await user.click(screen.getByRole('button', { name: 'Dať stanovisko' }));
  expect(await screen.findByText('Čaká v zariadení na odoslanie')).toBeTruthy();
  expect(screen.getByText('Vaše stanovisko')).toBeTruthy();
  expect(screen.getByText('1 vec čaká v zariadení na odoslanie.')).toBeTruthy();
  expect(screen.getByText(/^Ste bez siete\. Čítate stav k/)).toBeTruthy();
  answer = () => {
    throw new Problem('review/opinion-adopted');
  };
  online.mockRestore();
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('Neprijaté')).toBeTruthy();
  expect(screen.getByText('Napísané bez siete.', { selector: 'p' })).toBeTruthy();
  expect(screen.getByText('1 vec nebola prijatá. Nájdete ju pri odporúčaní aj s dôvodom.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Zahodiť/ }));
  await waitFor(() => expect(screen.queryByText('Neprijaté')).toBeNull());
});

test('after her own she sees the others’, drawn and by name', async () => {
  const mine = { verdict: 'support' as const, reason: 'Rozumné.' };
  await show(referral({ myPositionCount: 1 }, {
    myPosition: mine,
    positions: [{ personName: 'Marta Členka', mandateId: null, verdict: 'return', reason: 'Chýba rozpočet.', givenAt: '2026-03-02T10:00:00.000Z' }, { personName: 'Ja', mandateId: null, ...mine, givenAt: '2026-03-03T10:00:00.000Z' }],
  })).page;
  expect(await screen.findByText('Marta Členka')).toBeTruthy();
  expect(screen.getByRole('list', { name: 'Stanoviská 2 členov' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Zmeniť stanovisko k odporúčaniu 1' })).toBeTruthy();
});

test('the secretary records the opinion with the vote, and is told about the quorum', async () => {
  const { server, page } = show(referral({ myPositionCount: null, may: { givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false } }), {
    [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/opinion`]: () => undefined,
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Zapísať stanovisko komisie k odporúčaniu 1' }));
  await user.click(screen.getByRole('radio', { name: 'Podporuje' }));
  await user.type(screen.getByRole('textbox', { name: 'Za' }), '4');
  await user.tab();
  expect(await screen.findByText(/Prítomných 4 z 9 členov. Komisia nie je uznášaniaschopná/)).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Za' }));
  await user.type(screen.getByRole('textbox', { name: 'Za' }), '6');
  await user.type(screen.getByRole('textbox', { name: /Odôvodnenie/ }), 'Komisia podporuje.');
  await user.click(screen.getByRole('button', { name: 'Uložiť stanovisko' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { motion: 'support', reasoning: 'Komisia podporuje.', vote: { for: 6, against: 0, abstained: 0 } } }]));
});

test('an opinion older than its referral is complained of at its day', async () => {
  const { page } = show(referral({ myPositionCount: null, may: { givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false } }), {
    [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/opinion`]: () => { throw new Problem('review/before-referral', { day: '2026-03-01' }); },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Zapísať stanovisko komisie k odporúčaniu 1' }));
  await user.click(screen.getByRole('radio', { name: 'Podporuje' }));
  await user.type(screen.getByRole('textbox', { name: 'Za' }), '6');
  await user.type(screen.getByRole('textbox', { name: /Odôvodnenie/ }), 'Komisia podporuje.');
  await user.click(screen.getByRole('button', { name: 'Uložiť stanovisko' }));
  const link = await within(await screen.findByRole('alert')).findByRole('link', { name: /1\. marca 2026/ });
  expect(link.getAttribute('href')).toBe(`#field-adoptedOn-${RECOMMENDATION}`);
  expect(screen.getAllByText(/postúpenie je z 1\. marca 2026/)).toHaveLength(2);
});

test('a decision is final, so it is asked for twice', async () => {
  const opinion = { id: 'o', motion: 'support' as const, verdict: 'support' as const, reasoning: 'Áno.', dissent: '', vote: { for: 6, against: 1, abstained: 0 }, adoptedOn: '2026-03-10' };
  const { server, page } = show(referral({ state: 'opinion-adopted', myPositionCount: null, may: { givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: true, forward: false } }, { opinion }), {
    'GET /bodies': { items: [{ id: COUNCIL, name: 'Mestské zastupiteľstvo', kind: 'council', organisationId: 'o', memberCount: 31, deciding: true, members: [] }], next: null },
    'POST /referrals/ref/decision': { id: 'dec' },
  });
  const { user, router } = await page;
  const form = within(await screen.findByRole('region', { name: 'Zapísať uznesenie' }));
  // A choice without anything to choose from would not open: it is there when the bodies are known.
  await user.click(await form.findByRole('button', { name: /Kto rozhodol/ }));
  await user.click(await screen.findByRole('option', { name: 'Mestské zastupiteľstvo' }));
  await user.type(form.getByRole('textbox', { name: /Číslo uznesenia/ }), '123/2026-MsZ');
  await user.type(form.getByRole('textbox', { name: /Znenie uznesenia/ }), 'Schvaľuje.');
  await user.click(form.getByRole('radio', { name: 'Schválené' }));
  await user.type(form.getByRole('textbox', { name: /Dôvod/ }), 'Je to v pláne.');
  await user.click(form.getByRole('button', { name: 'Zapísať uznesenie…' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(server.commands).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Zapísať a zverejniť' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { bodyId: COUNCIL, number: '123/2026-MsZ', items: [{ recommendationId: RECOMMENDATION, verdict: 'accepted', reasons: 'Je to v pláne.' }] } }]));
  await waitFor(() => expect(router.state.location.pathname).toBe('/decisions/dec'));
});

test('who has an interest says so with a reason, and then has no form for a position but a way back', async () => {
  let declared: { reason: string } | null = null;
  const path = `/referrals/ref/recommendations/${RECOMMENDATION}/conflict`;
  const { server, page } = show(referral(), {
    'GET /referrals/ref': () => referral({ myPositionCount: declared ? 1 : 0 }, { myConflict: declared, conflicts: declared ? [{ personName: 'Ja', mandateId: null, ...declared }] : [] }),
    [`PUT ${path}`]: ({ body }: { body: unknown }) => {
      declared = body as { reason: string };
    },
    [`DELETE ${path}`]: () => {
      declared = null;
    },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Mám konflikt záujmov pri odporúčaní 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Oznámiť konflikt záujmov' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.type(dialog.getByRole('textbox', { name: /^V čom je konflikt/ }), 'Sused.');
  await user.click(dialog.getByRole('button', { name: 'Oznámiť konflikt záujmov' }));
  await screen.findByText('Oznámili ste konflikt záujmov');
  expect(screen.queryByRole('button', { name: 'Dať stanovisko' })).toBeNull();
  expect(screen.getByText('Konflikt záujmov oznámil 1 člen')).toBeTruthy();
  expect(screen.getByText('Vyjadrili sa 2 členovia. Stanoviská ostatných uvidíte, keď komisia prijme stanovisko.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vziať oznámenie späť' }));
  expect(await screen.findByRole('button', { name: 'Dať stanovisko' })).toBeTruthy();
});

test('a note that she began and did not save stands open after a reload, as what it is', async () => {
  sessionStorage.setItem(`draft note ref ${RECOMMENDATION}`, JSON.stringify({ text: 'Spýtať sa na rozpočet' }));
  const { page } = show(referral({}));
  const { user } = await page;
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Poznámka k odporúčaniu 1/ });
  expect(field.value).toBe('Spýtať sa na rozpočet');
  expect(field.closest('details')!.open).toBe(true);
  expect(screen.getByText('Je tu, čo ste písali naposledy a neuložili.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Zahodiť' }));
  expect(field.value).toBe('');
  expect(field.closest('details')!.open).toBe(true);
  expect(sessionStorage.getItem(`draft note ref ${RECOMMENDATION}`)).toBeNull();
});

test('a note for herself is written beside her position, and what she typed outlives a refusal', async () => {
  let fails = true;
  const { server, page } = show(referral(), {
    [`PUT /referrals/ref/recommendations/${RECOMMENDATION}/note`]: () => {
      if (fails) throw new Problem('review/unknown-recommendation');
    },
  });
  const { user } = await page;
  await user.click(await screen.findByText('Moja súkromná poznámka'));
  await user.type(screen.getByRole('textbox', { name: /^Poznámka k odporúčaniu 1/ }), 'Spýtať sa na rozpočet');
  await user.click(screen.getByRole('button', { name: 'Uložiť poznámku' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Uložiť poznámku' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(server.commands.map(({ body }) => body)).toEqual([{ text: 'Spýtať sa na rozpočet' }, { text: 'Spýtať sa na rozpočet' }]);
});

test('the secretary enters what a member without an account said', async () => {
  const eva = { mandateId: '0190a5f0-0000-4000-8000-0000000000e1', name: 'Eva Lesná' };
  const path = `PUT /referrals/ref/recommendations/${RECOMMENDATION}/mandates/${eva.mandateId}/position`;
  const view = referral({ spokenFor: [eva], myPositionCount: null, may: { givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false } }, { positions: [], positionCount: 0 });
  const { server, page } = show(view, { [path]: () => undefined });
  const { user } = await page;
  await user.click(await screen.findByText('Zapísať za člena bez účtu'));
  await user.click(screen.getByRole('button', { name: 'Zapísať stanovisko – Eva Lesná: odporúčanie 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: 'Nepodporujem' }));
  await user.type(dialog.getByRole('textbox', { name: /Dôvod/ }), 'Ani s rozpočtom.');
  await user.click(dialog.getByRole('button', { name: 'Zapísať stanovisko' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ body: { verdict: 'not-support', reason: 'Ani s rozpočtom.' } }]));
});

test('a new version tells what changed since the one she read last, in words and not by colour alone, and that she has read this one', async () => {
  const view = referral();
  const since = { version: 1, publishedAt: '2026-03-01T09:00:00.000Z', lookedAt: '2026-03-02T18:00:00.000Z' };
  const { server, page } = show({ ...view, dossierVersion: 2, dossier: { ...view.dossier, version: 2 } }, {
    'GET /dossiers/d/versions/2/changes': {
      since, earlier: [since], title: null, summary: null, gone: [{ number: 2, title: 'Vymeniť svietidlá' }],
      recommendations: [{
        recommendationId: RECOMMENDATION, kind: 'changed', numberBefore: null, words: [{ part: 'text', before: 'Do roku 2027.', after: 'Do roku 2028.' }],
        added: [{ kind: 'opinion', count: 1, names: ['Komisia životného prostredia'] }], removed: [],
      }],
    },
  });
  await page;
  const summary = within(await screen.findByRole('region', { name: 'Čo sa zmenilo od verzie 1' }));
  expect(summary.getByText('Verzia 1, čítali ste ju 2. marca 2026')).toBeTruthy();
  expect(summary.getByText('1 zmenené')).toBeTruthy();
  expect(summary.getByText('2. Vymeniť svietidlá')).toBeTruthy();
  const article = screen.getByRole('article', { name: /Zatepliť dve školy/ });
  expect(within(article).getByText('Do roku 2028.', { selector: '.keep-lines' })).toBeTruthy();
  expect(article.querySelector('del')?.textContent?.replace(/\s+/g, ' ')).toBe(' vypustené: 2027 (koniec zmeny) ');
  expect(article.querySelector('ins')?.textContent?.replace(/\s+/g, ' ')).toBe(' pridané: 2028 (koniec zmeny) ');
  expect(within(article).getByText('1 stanovisko orgánu: Komisia životného prostredia')).toBeTruthy();
  await waitFor(() => expect(server.looks).toMatchObject([{ request: 'PUT /dossiers/d/versions/2/look' }]));
  // On paper too: what is recommended no more would be told nowhere else.
  expect(screen.getByText('2. Vymeniť svietidlá').closest('.no-print')).toBeNull();
});

test('the whole evidence is one tap away: words written online, what departments said, public votes, what bodies said before', async () => {
  const view = referral();
  const [recommendation] = view.dossier.recommendations;
  const [idea] = recommendation!.evidence;
  await show({
    ...view,
    dossier: { ...view.dossier, recommendations: [{
      ...recommendation!,
      opinions: [{ id: 'o', version: 1, bodyName: 'Komisia dopravy', verdict: 'return', reasoning: 'Chýba rozpočet.', dissent: '', vote: { for: 5, against: 1, abstained: 0 }, adoptedOn: '2026-02-12' }],
      evidence: [{
        ...idea!, words: [{ contributionId: 'w', text: 'Прошу ліхтар.', language: 'uk' }],
        assessments: [{ id: 'as', organisationName: 'Odbor dopravy', feasibility: 'feasible', cost: 12000, costNote: '', publicAnswer: 'Lampu postavíme.', language: 'sk', scores: [], publishedAt: '2026-02-01T10:00:00.000Z' }],
        votes: [{ voteId: 'v', title: 'Projekty', categoryTitle: 'Zeleň', method: 'fixed-number', points: 40, voterCount: 40, ballotCount: 100, rank: 1, optionCount: 5, outcome: 'chosen', countedAt: '2026-02-03T10:00:00.000Z' }],
      }],
    }] },
  }).page;
  const details = (await screen.findByText('Na čom stojí: 1 nápad, 1 lístok, 1 text online, 1 odborné posúdenie, 1 verejné hlasovanie, 1 stanovisko orgánu')).closest('details')!;
  expect(details.querySelector('blockquote')?.lang).toBe('uk');
  for (const words of ['Прошу ліхтар.', 'Lampu postavíme.', 'Verejné hlasovanie: Projekty, Zeleň', '40 z 100 hlasujúcich', '1. miesto z 5, spočítané 3. februára 2026', 'Komisia dopravy', 'Chýba rozpočet.']) {
    expect(within(details).getByText(words, { exact: false, ignore: 'del,ins' })).toBeTruthy();
  }
});

test('a question to a department is asked beside the recommendation, stands there as waiting, and is taken back only when asked twice', async () => {
  const department = '0190a5f0-0000-4000-8000-0000000000d1';
  const asked = { id: 'q', organisationName: 'Odbor školstva', contribution: null, personName: 'Marta Členka', text: 'Koľko to stojí?', askedAt: '2026-03-02T10:00:00.000Z', dueOn: null, answer: '', answeredAt: null, hidden: null, mayWithdraw: true, mayHide: false };
  let questions: ReferralView['items'][number]['questions'] = [];
  const { server, page } = show(referral(), {
    'GET /referrals/ref': () => referral({}, { questions }),
    'GET /organisations': { items: [{ id: department, name: 'Odbor školstva', sector: 'public', parentId: null }], next: null },
    [`POST /referrals/ref/recommendations/${RECOMMENDATION}/questions`]: () => {
      questions = [asked];
      return { id: 'q' };
    },
    'DELETE /referral-questions/q': () => {
      questions = [];
    },
  });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Spýtať sa na odporúčanie 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Položiť otázku' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.click(await dialog.findByRole('button', { name: /Útvar/ }));
  await user.click(await screen.findByRole('option', { name: 'Odbor školstva' }));
  await user.type(dialog.getByRole('textbox', { name: /^Otázka/ }), 'Koľko to stojí?');
  await user.click(dialog.getByRole('button', { name: 'Položiť otázku' }));
  expect(await screen.findByText('čaká na odpoveď od 2. marca 2026')).toBeTruthy();
  expect(server.commands).toMatchObject([{ body: { organisationId: department, text: 'Koľko to stojí?' } }]);
  await user.click(screen.getByRole('button', { name: 'Vziať otázku späť: Odbor školstva' }));
  const twice = within(await screen.findByRole('alertdialog'));
  expect(server.commands).toHaveLength(1);
  await user.click(twice.getByRole('button', { name: 'Vziať otázku späť' }));
  await waitFor(() => expect(screen.queryByText('Koľko to stojí?')).toBeNull());
});

test('once the body has spoken questions and answers stay and none is asked any more', async () => {
  const answered = { id: 'q', organisationName: 'Odbor školstva', contribution: null, personName: 'Marta Členka', text: 'Koľko to stojí?', askedAt: '2026-03-02T10:00:00.000Z', dueOn: null, answer: 'Asi dvestotisíc eur.', answeredAt: '2026-03-04T10:00:00.000Z', hidden: null, mayWithdraw: false, mayHide: false };
  await show(referral({}, { questions: [answered], mayAsk: false })).page;
  expect(await screen.findByText('Asi dvestotisíc eur.')).toBeTruthy();
  expect(screen.getByText('Odpoveď: Odbor školstva, 4. marca 2026')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Spýtať sa|Vziať otázku späť/ })).toBeNull();
});
