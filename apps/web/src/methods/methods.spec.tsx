import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Method, MethodSummary } from '@spolu/contracts/methods';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { MethodGuidePage } from './method-guide-page.tsx';
import { MethodPage } from './method-page.tsx';
import { MethodPicker } from './method-picker.tsx';
import { MethodsPage } from './methods-page.tsx';

const sk = (text: string) => ({ text, lang: 'sk' as const });
const cafe: MethodSummary = {
  id: 'world-cafe',
  name: sk('Svetová kaviareň'),
  purpose: sk('Rozhovor mnohých ľudí pri malých stoloch.'),
  notFor: sk('Rozhodovanie medzi dvoma hotovými možnosťami.'),
  groupSize: { min: 12, max: 2_000 },
  minutes: 210,
  phase: 'explore',
  iap2: 'involve', aims: ['listen', 'understand'], places: ['room', 'online'],
};
const dots: MethodSummary = { ...cafe, id: 'dot-voting', name: sk('Bodové hlasovanie'), groupSize: { min: 5, max: 300 }, minutes: 15, phase: 'prioritise' };
const wholeCafe: Method = {
  ...cafe,
  materials: sk('Stoly a papier'),
  output: sk('Zozbierané vzory'),
  origin: 'Juanita Brown, David Isaacs',
  steps: [
    { title: sk('Privítanie'), minutes: 10, instruction: sk('Privítajte ľudí.'), settings: { kind: 'information' }, approximated: false },
    { title: sk('1. kolo'), minutes: 100, instruction: sk('Píšte na obrus.'), settings: { kind: 'brainstorm', mode: 'hidden', frames: [] }, approximated: false },
    { title: sk('Výber'), minutes: 100, instruction: { text: 'Choose.', lang: 'en' }, settings: { kind: 'dot-vote', dots: 3, perOption: null }, approximated: true },
  ],
  boardTemplate: {
    id: 'cafe-tables',
    name: sk('Kaviarenské stoly'),
    frames: [{ key: 'table', title: sk('Stôl'), divided: null, column: 0, row: 0, columnSpan: 1, rowSpan: 1 }],
  },
};

beforeEach(() => {
  givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /methods': ({ url }: { url: URL }) => (url.searchParams.get('lang') === 'sk' ? [cafe, dots] : []),
    'GET /methods/world-cafe': wholeCafe,
  });
});

describe('the list of methods', () => {
  test('shows what each is good for, how long it takes and for how many', async () => {
    await renderPage(<MethodsPage />, { texts: ['methods'], at: '/methods' });
    const card = (await screen.findByRole('link', { name: 'Svetová kaviareň' })).closest('li')!;
    expect(within(card).getByText('Rozhovor mnohých ľudí pri malých stoloch.')).toBeTruthy();
    expect(within(card).getByText('3 h 30 min')).toBeTruthy();
    expect(within(card).getByText(/12 – 2\s000 ľudí/)).toBeTruthy();
  });

  test('is narrowed by words, keeps the filter in the address, and says how many are left', async () => {
    const { user, router } = await renderPage(<MethodsPage />, { texts: ['methods'], at: '/methods' });
    await user.type(await screen.findByRole('searchbox', { name: /Na čo ju potrebujete/ }), 'bodove');
    expect(screen.queryByRole('link', { name: 'Svetová kaviareň' })).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('1 metóda');
    expect(router.state.location.search).toBe('?q=bodove');
  });

  test('opens with the filter of the address', async () => {
    await renderPage(<MethodsPage />, { texts: ['methods'], at: '/methods?people=8' });
    expect(await screen.findByRole('link', { name: 'Bodové hlasovanie' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Svetová kaviareň' })).toBeNull();
  });

  test('where nothing suits, says so and gives everything back', async () => {
    const { user } = await renderPage(<MethodsPage />, { texts: ['methods'], at: '/methods?q=raketa' });
    expect(await screen.findByRole('heading', { name: 'Takúto metódu nemáme' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ukázať všetky' }));
    expect(screen.getByRole('link', { name: 'Svetová kaviareň' })).toBeTruthy();
  });
});

describe('one method', () => {
  const show = () => renderPage(<MethodPage />, { texts: ['methods'], at: '/methods/world-cafe', path: '/methods/:methodId' });

  test('warns when not to use it, before the steps', async () => {
    await show();
    const warning = await screen.findByText('Rozhodovanie medzi dvoma hotovými možnosťami.');
    const steps = screen.getByRole('heading', { name: 'Postup' });
    expect(warning.compareDocumentPosition(steps)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('shows the steps with their minutes and what the screens do meanwhile', async () => {
    await show();
    const [, round, choice] = within(await screen.findByRole('list', { name: 'Postup' })).getAllByRole('listitem');
    expect(round!.textContent).toContain('100 min');
    expect(within(round!).getByText('Lístky, skryté do odkrytia')).toBeTruthy();
    expect(within(choice!).getByText('Hlasovanie, 3 body pre každého')).toBeTruthy();
    expect(within(choice!).getByText(/toto je najbližšie/)).toBeTruthy();
  });

  test('marks a text that is in another language', async () => {
    await show();
    expect((await screen.findByText('Choose.')).lang).toBe('en');
    expect(screen.getByText(/ešte nie je preložená/).textContent).toContain('English');
  });

  test('prints', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = await show();
    await user.click(await screen.findByRole('button', { name: 'Vytlačiť' }));
    expect(print).toHaveBeenCalledTimes(1);
    print.mockRestore();
  });

  test('that does not exist shows the not-found page', async () => {
    await renderPage(<MethodPage />, { texts: ['methods'], at: '/methods/nothing', path: '/methods/:methodId' });
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Postup' })).toBeNull();
  });
});

describe('the picker', () => {
  test('gives the method that was chosen in the list', async () => {
    const onPick = jest.fn();
    const { user } = await renderPage(<MethodPicker onPick={onPick} />, { texts: ['methods'] });
    await user.click(await screen.findByRole('button', { name: 'Pridať do programu: Bodové hlasovanie' }));
    expect(onPick).toHaveBeenCalledWith('dot-voting');
  });

  test('shows a method in full first, adds it from there, and goes back to where one was', async () => {
    const onPick = jest.fn();
    const { user } = await renderPage(<MethodPicker onPick={onPick} />, { texts: ['methods'] });
    await user.click(await screen.findByRole('button', { name: 'Pozrieť: Svetová kaviareň' }));
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Svetová kaviareň' }));
    await user.click(screen.getByRole('button', { name: 'Pridať do programu' }));
    expect(onPick).toHaveBeenCalledWith('world-cafe');
    await user.click(screen.getByRole('button', { name: 'Späť na zoznam' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pozrieť: Svetová kaviareň' }));
  });

  test('begins with what is known of the session', async () => {
    await renderPage(<MethodPicker onPick={() => undefined} people={30} minutes={60} />, { texts: ['methods'] });
    expect(await screen.findByRole('heading', { name: 'Bodové hlasovanie' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Svetová kaviareň' })).toBeNull();
  });
});

describe('the guide to a method', () => {
  const choose = async (user: Awaited<ReturnType<typeof renderPage>>['user'], label: string, option: string) => {
    await user.click(screen.getByRole('button', { name: new RegExp(label) }));
    await user.click(await screen.findByRole('option', { name: option }));
  };

  test('asks for the aim first, then proposes with reasons and the warning, and says what does not fit', async () => {
    const { user } = await renderPage(<MethodGuidePage />, { texts: ['methods'], at: '/methods/guide' });
    await screen.findByText('Najprv povedzte, čo chcete dosiahnuť');
    await choose(user, 'Čo chcete dosiahnuť', 'Vypočuť sa navzájom');
    await choose(user, 'Koľko máte času', 'Najviac 2 h');
    const card = (await screen.findByRole('link', { name: 'Svetová kaviareň' })).closest('li')!;
    within(card).getByText('Slúži cieľu: Vypočuť sa navzájom');
    within(card).getByText('Trvá 3 h 30 min, viac, než máte.');
    within(card).getByText('Rozhodovanie medzi dvoma hotovými možnosťami.');
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toContain('Bodové hlasovanie');
  });

  test('in the agenda adds a proposal with one press', async () => {
    const onPick = jest.fn();
    const { user } = await renderPage(<MethodPicker onPick={onPick} />, { texts: ['methods'] });
    await user.click(await screen.findByRole('tab', { name: 'Poradiť s výberom' }));
    await choose(user, 'Čo chcete dosiahnuť', 'Porozumieť problému');
    await user.click(await screen.findByRole('button', { name: 'Pridať do programu: Svetová kaviareň' }));
    expect(onPick).toHaveBeenCalledWith('world-cafe');
  });
});

describe('a method', () => {
  const person = { id: 'p', name: 'Fedor', email: 'f@example.org', language: 'sk' };
  test('is put into the agenda of one’s own session with one press', async () => {
    const server = givenServer({
      'GET /me': { person, roles: [], participants: [] }, 'GET /methods/world-cafe': wholeCafe,
      'GET /sessions': { items: [{ id: 'other', title: 'Cudzie', mine: false }, { id: 's', title: 'Moja dielňa', mine: true }], next: null },
      'POST /sessions/*/methods': { activityIds: ['a'] },
    });
    const { user } = await renderPage(<MethodPage />, { texts: ['methods'], at: '/methods/world-cafe', path: '/methods/:methodId' });
    await user.click(await screen.findByRole('button', { name: 'Pridať do programu' }));
    expect((await screen.findByRole('link', { name: 'Otvoriť stretnutie' })).getAttribute('href')).toBe('/sessions/s');
    expect(server.commands).toMatchObject([{ request: 'POST /sessions/s/methods', body: { methodId: 'world-cafe', language: 'sk' } }]);
  });
});
