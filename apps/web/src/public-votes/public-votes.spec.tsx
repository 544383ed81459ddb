import { beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { EditPublicVote, PublicVoteResult, PublicVoteView, WaitingSheets } from '@spolu/contracts/public-votes';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { BallotPage } from './ballot-page.tsx';
import { NewVotePage } from './edit-vote-page.tsx';
import { PaperPage } from './paper-page.tsx';
import { PrintedSheets } from './printed-sheets.tsx';
import { PublicVotePage } from './public-vote-page.tsx';

const id = '0190d5a6-0000-7000-8000-0000000000a1';
const option = (n: number, cost: number | null = null) => ({ id: `0190d5a6-0000-7000-8000-00000000000${n}`, ideaId: `0190d5a6-0000-7000-8000-0000000000b${n}`, title: `Návrh ${n}`, summary: '', cost, hidden: false });
const vote: PublicVoteView = {
  id, processId: 'p', processTitle: 'Energia', title: 'Projekty pre mesto', intro: '', rule: { method: 'fixed-number' }, voters: 'accounts', state: 'open', opensAt: '2026-11-01T08:00:00.000Z',
  closesAt: '2026-11-30T19:00:00.000Z', openBallots: false, revision: 1, categories: [{ id: 'c', title: '', limit: 2, winners: 1, budget: null, options: [option(1), option(2), option(3)] }],
  turnout: { given: 12, eligible: 40 }, given: false, standing: null, result: null, may: { run: false },
};
const me = { person: { id: 'p', name: 'Jana', email: 'j@bb.sk', language: 'sk' }, roles: [], participants: [] };
const texts = ['public-votes', 'participation', 'provenance', 'ideas'] as const;
const openBallot = () => renderPage(<BallotPage />, { texts: [...texts], at: `/public-votes/${id}/ballot`, path: '/public-votes/:id/ballot' });
const openVote = () => renderPage(<PublicVotePage />, { texts: [...texts], at: `/public-votes/${id}`, path: '/public-votes/:id' });

beforeEach(() => {
  sessionStorage.clear();
  window.scrollTo = () => undefined;
});

describe('a ballot', () => {
  test('is chosen, looked at and sent once, and says before that it can’t be changed', async () => {
    let tries = 0;
    const { commands } = givenServer({
      'GET /me': me, [`GET /public-votes/${id}`]: vote,
      [`POST /public-votes/${id}/ballots`]: () => {
        tries += 1;
        if (tries === 1) throw new Problem('unavailable');
        return undefined;
      },
    });
    const { user } = await openBallot();
    expect(await screen.findByText(/Odoslaný hlas sa preto už nedá zmeniť/)).toBeTruthy();
    const check = await screen.findByRole<HTMLButtonElement>('button', { name: 'Skontrolovať' });
    expect(check.disabled).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: /Návrh 1/ }));
    await user.click(screen.getByRole('checkbox', { name: /Návrh 3/ }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Návrh 2/ }).disabled).toBe(true);
    expect(screen.getByText('vybrané 2 z 2', { selector: '[role=status]' })).toBeTruthy();
    await user.click(check);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(['Návrh 1', 'Návrh 3']));
    await user.click(screen.getByRole('button', { name: 'Odoslať hlas' }));
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Odoslať hlas' }));
    expect(await screen.findByRole('heading', { name: 'Ďakujeme, hlas je v urne' })).toBeTruthy();
    expect(commands.map(({ body }) => body)).toEqual(Array(2).fill({ ballot: { kind: 'choice', optionIds: [option(1).id, option(3).id] }, code: null }));
    // the same ballot both times, so that one that did arrive is not refused
    expect(new Set(commands.map(({ key }) => key)).size).toBe(1);
    // nothing of the ballot stays on the device
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toMatch(new RegExp([option(1).id, option(3).id].join('|')));
  });

  test('says before anything is chosen that ballots will be published without names, where they will', async () => {
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, openBallots: true } });
    await openBallot();
    expect(await screen.findByText(/zverejníme aj jednotlivé hlasy bez mien/)).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Návrh 1/ })).toBeTruthy();
  });

  test('is not for a visitor without an account, and not twice', async () => {
    givenServer({ 'GET /me': { ...me, person: null }, [`GET /public-votes/${id}`]: vote });
    await openBallot();
    expect((await screen.findAllByRole('link', { name: /Prihlás/ })).length).toBeGreaterThan(0);
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, given: true } });
    await openBallot();
    expect(await screen.findByText(/už hlasovali/)).toBeTruthy();
  });

  test('of those who took part is a guest’s too, and says to everybody else why she may not vote', async () => {
    const forThem = { ...vote, voters: 'took-part' as const };
    givenServer({ 'GET /me': { ...me, person: null }, [`GET /public-votes/${id}`]: { ...forThem, standing: 'may-vote' } });
    const { unmount: leave } = await openBallot();
    expect(await screen.findByRole('checkbox', { name: /Návrh 1/ })).toBeTruthy();
    leave();
    for (const [standing, words] of [['joined-later', /až po jeho začiatku/], ['did-not-take-part', /nikto na procese nezúčastnil/], ['sign-in', /má v účte/]] as const) {
      givenServer({ 'GET /me': { ...me, person: null }, [`GET /public-votes/${id}`]: { ...forThem, standing } });
      const { unmount } = await openBallot();
      expect(await screen.findByText(words)).toBeTruthy();
      expect(screen.queryByRole('checkbox')).toBeNull();
      unmount();
    }
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...forThem, standing: 'did-not-take-part', state: 'published' } });
    await openVote();
    expect(await screen.findByText(/Ešte to stihnete/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Hlasovať' })).toBeNull();
  });

  test('with a code begins with it, and a used one goes no further', async () => {
    let used = true;
    const { commands } = givenServer({
      'GET /me': { ...me, person: null }, [`GET /public-votes/${id}`]: { ...vote, voters: 'codes', rule: { method: 'ranking' } },
      [`POST /public-votes/${id}/code-lookups`]: () => ({ used }), [`POST /public-votes/${id}/ballots`]: () => undefined,
    });
    const { user } = await openBallot();
    const code = await screen.findByLabelText('Kód z listu');
    await user.type(code, 'k7qp 3mnx 8rtw');
    await user.click(screen.getByRole('button', { name: 'Pokračovať' }));
    expect(await screen.findByText('S týmto kódom sa už hlasovalo.')).toBeTruthy();
    used = false;
    await user.click(screen.getByRole('button', { name: 'Pokračovať' }));
    for (const title of ['Návrh 2', 'Návrh 1']) await user.click(await screen.findByRole('button', { name: new RegExp(`^Dať na .* miesto: ${title}$`) }));
    await user.click(screen.getByRole('button', { name: 'Vyššie: Návrh 1' }));
    expect(within(screen.getByRole('list', { name: 'Vaše poradie' })).getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['1. Návrh 1', '2. Návrh 2']);
    await user.click(screen.getByRole('button', { name: 'Skontrolovať' }));
    await user.click(screen.getByRole('button', { name: 'Odoslať hlas' }));
    await screen.findByRole('heading', { name: 'Ďakujeme, hlas je v urne' });
    expect(commands.at(-1)?.body).toEqual({ ballot: { kind: 'ranking', optionIds: [option(1).id, option(2).id] }, code: 'k7qp 3mnx 8rtw' });
  });
});

describe('the page of a vote', () => {
  test('shows the turnout while it is open, and nothing of what people chose', async () => {
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: vote });
    await openVote();
    expect((await screen.findByRole('progressbar', { name: 'Hlasovalo účtov' })).getAttribute('aria-valuetext')).toBe('12 z 40');
    expect(screen.getByRole('link', { name: 'Hlasovať' }).getAttribute('href')).toBe(`/public-votes/${id}/ballot`);
    expect(screen.queryByRole('heading', { name: 'Výsledok' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Pre úrad' })).toBeNull();
  });

  test('calls an option whose idea was hidden since by its place, and leads nowhere from it', async () => {
    const options = [option(1), { ...option(2), title: '', hidden: true }, option(3)];
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, categories: [{ ...vote.categories[0]!, options }] } });
    await openVote();
    expect((await screen.findByRole('heading', { name: 'Skrytý nápad (č. 2)' })).querySelector('a')).toBeNull();
    expect(screen.getByRole('link', { name: 'Návrh 3' })).toBeTruthy();
    await openBallot();
    expect(await screen.findByRole('checkbox', { name: 'Skrytý nápad (č. 2)' })).toBeTruthy();
  });

  test('says by equal shares why a proposal with more votes was not paid', async () => {
    const counted = (n: number, points: number, outcome: 'chosen' | 'not-chosen') => ({ optionId: option(n).id, points, voterCount: points, rank: n, outcome, missing: null, paidFor: [] });
    const result: PublicVoteResult = {
      countedAt: '2026-12-01T08:00:00.000Z', ballotCount: 90, paperCount: 0, invalidPaperCount: 0, abstentionCount: 0, eligible: 200,
      categories: [{
        categoryId: 'c', spent: 60, share: 1, pairWinnerId: null,
        options: [counted(1, 60, 'chosen'), { ...counted(2, 55, 'not-chosen'), missing: 30, paidFor: [{ optionId: option(1).id, amount: 25 }] }, counted(3, 30, 'chosen')],
      }],
    };
    const categories = [{ ...vote.categories[0]!, budget: 90, options: [option(1, 30), option(2, 30), option(3, 30)] }];
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, state: 'counted', rule: { method: 'budget', count: 'equal-shares', currency: 'EUR' }, categories, result } });
    await openVote();
    const bars = within(await screen.findByRole('list', { name: 'Výsledok' })).getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(bars).toEqual(['Návrh 1 uspel60 hlasov', 'Návrh 2 neuspel55 hlasov', 'Návrh 3 uspel30 hlasov']);
    const why = screen.getByText(/Dielom jeho podporovateľov/).textContent?.replaceAll('\u00a0', ' ');
    // the same in a table, without bars
    const rows = within(screen.getByRole('table', { name: 'Výsledok', hidden: true })).getAllByRole('row', { hidden: true }).map((row) => [...row.children].map(({ textContent }) => textContent?.replaceAll('\u00a0', ' ')));
    expect(rows.slice(0, 3)).toEqual([['Poradie', 'Návrh', 'Získal', 'Koľko ľudí ho vybralo', 'Cena', 'Výsledok'], ['1', 'Návrh 1', '60 hlasov', '60', '30 €', 'uspel'], ['2', 'Návrh 2', '55 hlasov', '55', '30 €', 'neuspel']]);
    expect(screen.queryByRole('heading', { name: 'Otvorené dáta' })).toBeNull();
    expect(why).toBe('Návrh 2 – 55 hlasov, cena 30 €. Dielom jeho podporovateľov do nej chýbalo 30 €. Zo svojich dielov už zaplatili 25 € na Návrh 1, čo tiež chceli. Menej hlasov stačilo tam, kde podporovatelia ešte svoje diely neminuli: Návrh 3.');
  });

  test('offers single ballots where people were told so before, from a hundred on', async () => {
    const options = [1, 2, 3].map((n) => ({ optionId: option(n).id, points: 1, voterCount: 1, rank: n, outcome: 'chosen' as const, missing: null, paidFor: [] }));
    const counted = (ballotCount: number, openBallots = true): PublicVoteView => ({
      ...vote, state: 'counted', openBallots, rule: { method: 'budget', count: 'greedy', currency: 'EUR' },
      categories: ['Šport', 'Zeleň'].map((title) => ({ ...vote.categories[0]!, id: title, title, budget: 90 })),
      result: {
        countedAt: '2026-12-01T08:00:00.000Z', ballotCount, paperCount: 0, invalidPaperCount: 0, abstentionCount: 0, eligible: 200,
        categories: [{ categoryId: 'Šport', spent: 60, share: null, pairWinnerId: null, options }],
      },
    });
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: counted(100) });
    const { unmount } = await openVote();
    await screen.findByRole('heading', { name: 'Otvorené dáta' });
    const files = screen.getAllByRole('link').filter((link) => link.hasAttribute('download')).map((link) => [link.textContent, link.getAttribute('href')]);
    const file = `/api/public-votes/${id}/open-ballots?format=`;
    expect(files).toEqual([
      ['Hlasy ako tabuľka (CSV)', `${file}csv`], ['Hlasy s opisom (JSON)', `${file}json`], ['Hlasy vo formáte Pabulib (.pb): Šport', `${file}pb`], ['Hlasy vo formáte Pabulib (.pb): Zeleň', `${file}pb&category=2`],
    ]);
    unmount();
    givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: counted(99) });
    await openVote();
    expect(await screen.findByText(/je ich menej ako sto/)).toBeTruthy();
    expect(screen.queryByText('Hlasy ako tabuľka (CSV)')).toBeNull();
  });

  test('lets its staff publish it once they were told that it is for good', async () => {
    const { commands } = givenServer({ 'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, state: 'draft', may: { run: true } }, [`POST /public-votes/${id}/publication`]: () => undefined });
    const { user } = await openVote();
    await user.click(await screen.findByRole('button', { name: 'Zverejniť' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('nič sa v ňom už nezmení');
    await user.click(within(dialog).getByRole('button', { name: 'Zverejniť' }));
    await waitFor(() => expect(commands.map(({ request }) => request)).toEqual([`POST /public-votes/${id}/publication`]));
  });
});

test('a vote is prepared with its ideas, costs and a preview of what people will read', async () => {
  const ideas = [1, 2].map((n) => ({ id: option(n).ideaId, title: `Nápad ${n}`, summary: '', noteCount: 3, dots: null, state: 'current', createdAt: '2026-11-01T08:00:00.000Z' }));
  const { commands } = givenServer({
    'GET /me': me, 'GET /processes/p': { id: 'p', title: 'Energia', may: { edit: true } }, 'GET /processes/p/ideas': { items: ideas, next: null },
    'POST /processes/p/public-votes': { id },
  });
  const { user, router } = await renderPage(<NewVotePage />, { texts: [...texts], at: '/processes/p/public-votes/new', path: '/processes/:processId/public-votes/new' });
  await user.type(await screen.findByLabelText('Názov'), 'Projekty');
  await user.click(screen.getByRole('radio', { name: /Rozpočet/ }));
  const preview = screen.getByRole('region', { name: 'Takto to ľudia uvidia' });
  expect(preview.textContent).toContain('Rozpočet sa rozdelí rovnakým dielom');
  expect(preview.textContent).not.toContain('zverejníme aj jednotlivé hlasy');
  await user.click(screen.getByRole('checkbox', { name: /Zverejniť jednotlivé hlasy/ }));
  expect(preview.textContent).toContain('zverejníme aj jednotlivé hlasy bez mien');
  await user.type(screen.getByRole('textbox', { name: 'Rozpočet' }), '100');
  await user.click(screen.getByRole('checkbox', { name: 'Nápad 2' }));
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  // days and the cost are missing: said on top and at the fields
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('Prvý deň');
  expect(commands).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'Cena' }), '60');
  const fill = async (label: string, keys: string) => {
    await user.click(within(screen.getByRole('group', { name: label })).getAllByRole('spinbutton')[0]!);
    await user.keyboard(keys);
  };
  await fill('Prvý deň', '10102026');
  await fill('Posledný deň', '12122026');
  await user.click(screen.getByRole('button', { name: 'Uložiť' }));
  await waitFor(() => expect(commands).toHaveLength(1));
  expect(commands[0]?.body).toEqual({
    title: 'Projekty', intro: '', rule: { method: 'budget', count: 'equal-shares', currency: 'EUR' }, voters: 'accounts', opens: { on: '2026-10-10', time: '08:00' },
    closes: { on: '2026-12-12', time: '20:00' }, openBallots: true, revision: 0,
    categories: [{ title: '', limit: null, winners: null, budget: 100, options: [{ ideaId: option(2).ideaId, cost: 60 }] }],
  } satisfies EditPublicVote);
  await waitFor(() => expect(router.state.location.pathname).toBe(`/public-votes/${id}`));
});

test('a printed sheet of a budget says what each project costs', async () => {
  window.print = () => undefined;
  const budget = { ...vote, rule: { method: 'budget' as const, count: 'greedy' as const, currency: 'EUR' as const }, categories: [{ ...vote.categories[0]!, budget: 100, options: [{ ...option(1), cost: 60 }] }] };
  await renderPage(<PrintedSheets vote={budget} codes={['AAAA-BBBB-CCCC']} onPrinted={() => undefined} />, { texts: [...texts] });
  expect((await screen.findByText(/Návrh 1/)).textContent?.replace(/\s/g, ' ')).toBe('☐Návrh 1 – 60 €');
});

describe('the desk for paper', () => {
  const openDesk = () => renderPage(<PaperPage />, { texts: [...texts], at: `/public-votes/${id}/paper`, path: '/public-votes/:id/paper' });
  const waits: WaitingSheets = { items: [{ number: 4, state: 'waits', readByMe: false, readings: [] }], next: null, countedCount: 3, spoiledCount: 1 };

  test('takes sheet after sheet, and says what became of each', async () => {
    const { commands } = givenServer({
      'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, voters: 'codes', may: { run: true } }, [`GET /public-votes/${id}/sheets`]: waits,
      [`PUT /public-votes/${id}/sheets/7`]: () => ({ state: 'waits' }), [`PUT /public-votes/${id}/sheets/4`]: () => ({ state: 'spoiled' }),
    });
    const { user } = await openDesk();
    await user.type(await screen.findByLabelText(/Číslo lístka/), '7');
    await user.click(screen.getByRole('checkbox', { name: /Návrh 2/ }));
    await user.click(screen.getByRole('button', { name: 'Uložiť lístok' }));
    expect(await screen.findByText('Lístok 7 je prepísaný. Teraz ho prepíše niekto druhý.')).toBeTruthy();
    // the next one begins empty
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Návrh 2/ }).checked).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Prepísať: 4' }));
    await user.click(screen.getByRole('radio', { name: 'neplatný' }));
    await user.click(screen.getByRole('radio', { name: 'dá sa z neho poznať, kto hlasoval' }));
    await user.click(screen.getByRole('button', { name: 'Uložiť lístok' }));
    expect(await screen.findByText('Lístok 4 je zapísaný ako neplatný.')).toBeTruthy();
    expect(commands.map(({ body }) => body)).toEqual([{ kind: 'ballot', ballot: { kind: 'choice', optionIds: [option(2).id] } }, { kind: 'spoiled', reason: 'signed' }]);
  });

  test('takes a number back that was typed by mistake', async () => {
    const { commands } = givenServer({
      'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, voters: 'codes', may: { run: true } }, [`GET /public-votes/${id}/sheets`]: waits, [`DELETE /public-votes/${id}/sheets/4`]: () => undefined,
    });
    const { user } = await openDesk();
    await user.click(await screen.findByRole('button', { name: 'Zrušiť prepis: 4' }));
    await user.click(await screen.findByRole('button', { name: 'Zrušiť prepis' }));
    await waitFor(() => expect(commands.map(({ request }) => request)).toEqual([`DELETE /public-votes/${id}/sheets/4`]));
  });

  test('shows both readings where they differ', async () => {
    const reading = (n: number, mine: boolean) => ({ mine, reading: { kind: 'ballot' as const, ballot: { kind: 'choice' as const, optionIds: [option(n).id] } } });
    givenServer({
      'GET /me': me, [`GET /public-votes/${id}`]: { ...vote, voters: 'codes', may: { run: true } },
      [`GET /public-votes/${id}/sheets`]: { ...waits, items: [{ number: 4, state: 'differs', readByMe: true, readings: [reading(1, true), reading(3, false)] }] } satisfies WaitingSheets,
    });
    await openDesk();
    const sheet = within((await screen.findByRole('heading', { name: 'Lístok 4' })).closest('li')!);
    expect(sheet.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['Návrh 1', 'Návrh 3']);
    expect(sheet.getByRole('button', { name: 'Prepísať znova: 4' })).toBeTruthy();
  });
});
