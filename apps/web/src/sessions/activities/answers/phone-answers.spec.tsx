import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AnswerKind, AnswerSettings, GiveAnswer, RoomAnswers } from '@spolu/contracts/activities/answers';
import type { QuestionForm } from '@spolu/contracts/activities/question';
import { Problem } from '@spolu/contracts/problems';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { InTwoLanguages } from '../../in-both.tsx';
import { fullDevice, givenActivity, givenPhone } from '../../phone/given-phone.tsx';
import { PhoneAnswers } from './phone-answers.tsx';

beforeEach(() => localStorage.clear());

const options = ['Strechy', 'Kotly', 'Stromy'].map((title, i) => ({ id: 'abc'[i]!, title, noteTexts: [] }));
const consent: AnswerSettings = { kind: 'consent', secrecy: 'blind' };
const ranking: AnswerSettings = { kind: 'ranking', secrecy: 'blind', options: [] };
const estimate: AnswerSettings = { kind: 'estimate', secrecy: 'blind', options: [], x: 'Prácnosť', y: 'Prínos' };

function given(settings: AnswerSettings, part: Partial<RoomAnswers> = {}, more: { state?: 'running' | 'ended'; locked?: boolean } = {}) {
  const answers: RoomAnswers = {
    settings, options: 'options' in settings ? options : [], answeredCount: 0, eligibleCount: 3, round: 1, result: null, earlier: [], returnsTo: null, ...part,
  };
  return <PhoneAnswers activity={givenActivity<AnswerKind>(settings.kind, answers, more)} />;
}

/** Keeps the own answer as the server does. */
function givenAnswers(secret = false) {
  let own = { activityId: 'activity-1', given: false, value: null as unknown };
  const take = ({ body }: { body: unknown }) => (own = { ...own, given: true, value: secret ? null : (body as GiveAnswer).value });
  return givenServer({ 'GET /activities/*/answer': () => own, 'PUT /activities/*/answer': take, 'POST /activities/*/secret-answer': take });
}
const button = (name: string) => screen.getByRole('button', { name });
const isOff = (name: string) => button(name).getAttribute('aria-disabled') === 'true';

describe('an answer on the phone', () => {
  test('is chosen, sent, and may be changed until the end', async () => {
    const { commands } = givenAnswers();
    const { user } = givenPhone(given({ kind: 'fist-to-five', secrecy: 'blind' }));
    expect(screen.getByText(/Do konca nikto nič nevidí/)).toBeTruthy();
    expect(isOff('Odoslať odpoveď')).toBe(true);
    await user.click(screen.getByRole('radio', { name: '4 prsty: dobrý návrh' }));
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    await screen.findByText('Vaša odpoveď sa počíta.');
    expect(isOff('Zmeniť odpoveď')).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Zdržím sa' }));
    await user.click(button('Zmeniť odpoveď'));
    await waitFor(() => expect(commands.map(({ body }) => (body as GiveAnswer).value)).toEqual([{ kind: 'fist-to-five', fingers: 4 }, { kind: 'fist-to-five', fingers: null }]));
  });

  test('that objects says why first', async () => {
    const { commands } = givenAnswers();
    const { user } = givenPhone(given(consent));
    await user.click(screen.getByRole('radio', { name: 'Mám námietku' }));
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    expect(screen.getByText('Napíšte, prečo máte námietku.')).toBeTruthy();
    expect(commands).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Prečo?' }), 'Rampa je strmá');
    await user.click(button('Odoslať odpoveď'));
    await waitFor(() => expect(commands.at(-1)).toMatchObject({ request: 'PUT /activities/activity-1/answer', body: { value: { stance: 'objection', reason: 'Rampa je strmá' } } }));
  });

  test('half written is there after a reload', async () => {
    givenAnswers();
    const { user, unmount } = givenPhone(given(consent));
    await user.click(screen.getByRole('radio', { name: 'Súhlasím s obavou' }));
    await user.type(screen.getByRole('textbox', { name: 'Prečo?' }), 'Večer je tma');
    unmount();
    givenPhone(given(consent));
    expect(screen.getByRole('textbox', { name: 'Prečo?' })).toHaveProperty('value', 'Večer je tma');
  });

  test('that the phone has no room to keep stays on the screen', async () => {
    const { commands } = givenAnswers(true);
    const { user } = givenPhone(given({ ...consent, secrecy: 'secret' }), fullDevice());
    await user.click(screen.getByRole('radio', { name: 'Mám námietku' }));
    await user.type(screen.getByRole('textbox', { name: 'Prečo?' }), 'Rampa je strmá');
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    expect(await screen.findByText(/nemá miesto na uloženie odpovede/)).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Prečo?' })).toHaveProperty('value', 'Rampa je strmá'));
    expect(commands).toEqual([]);
  });

  test('that was not taken says why, and its words stay', async () => {
    givenServer({
      'GET /activities/*/answer': { activityId: 'activity-1', given: false, value: null },
      'PUT /activities/*/answer': () => {
        throw new Problem('activity/not-running');
      },
    });
    const { user } = givenPhone(given(consent));
    await user.click(screen.getByRole('radio', { name: 'Súhlasím s obavou' }));
    await user.type(screen.getByRole('textbox', { name: 'Prečo?' }), 'Večer je tma');
    await user.click(button('Odoslať odpoveď'));
    await screen.findByText('Posledná odpoveď nebola prijatá');
    expect(screen.getByText('Táto úloha práve nebeží.')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Prečo?' })).toHaveProperty('value', 'Večer je tma');
    await user.click(button('Rozumiem'));
    await waitFor(() => expect(screen.queryByText('Posledná odpoveď nebola prijatá')).toBeNull());
  });

  test('that says nothing yet is no main button, and in a secret vote it is asked for twice', async () => {
    const { commands } = givenAnswers(true);
    const { user } = givenPhone(given({ ...ranking, secrecy: 'secret' }, { options }));
    await waitFor(() => expect(isOff('Zdržať sa')).toBe(false));
    expect(button('Zdržať sa').dataset['look']).toBe('secondary');
    await user.click(button('Zdržať sa'));
    expect(screen.getByText(/^Naozaj sa chcete zdržať\?/)).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: /^Zaradiť/ })[0]!);
    expect(screen.queryByText(/^Naozaj sa chcete zdržať\?/)).toBeNull();
    expect(button('Odoslať odpoveď').dataset['look']).toBe('primary');
    await user.click(screen.getByRole('button', { name: /^Vyradiť/ }));
    await user.click(button('Zdržať sa'));
    expect(commands).toEqual([]);
    await user.click(button('Zdržať sa'));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/secret-answer', body: { value: { ranking: [] } } }]));
  });

  test('in a secret vote goes once, and then stands nowhere, not on this phone either', async () => {
    const { commands } = givenAnswers(true);
    const { user, device } = givenPhone(given({ kind: 'gradients', secrecy: 'secret' }));
    expect(screen.getByText(/Toto hlasovanie je tajné/)).toBeTruthy();
    expect(screen.queryByText(/meniť až do konca/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Vetujem' }));
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    await screen.findByText(/Čo ste odpovedali, už nevie nikto/);
    expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/secret-answer' }]);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(JSON.stringify({ queue: device.queue.state, kept: { ...localStorage } })).not.toContain('veto');
  });

  test('can’t be sent while the vote is locked', async () => {
    givenAnswers();
    const { user } = givenPhone(given({ kind: 'fist-to-five', secrecy: 'blind' }, {}, { locked: true }));
    await user.click(screen.getByRole('radio', { name: '4 prsty: dobrý návrh' }));
    expect(screen.getByText('Hlasovanie je teraz zamknuté.')).toBeTruthy();
    expect(isOff('Odoslať odpoveď')).toBe(true);
  });
});

describe('a ranking', () => {
  test('is made by buttons and by number, each move is said, and leaving all out abstains', async () => {
    const { commands } = givenAnswers();
    const { user } = givenPhone(given(ranking));
    expect(button('Zdržať sa')).toBeTruthy();
    for (const title of ['Kotly', 'Strechy', 'Stromy']) await user.click(button(`Zaradiť: ${title}`));
    expect(screen.queryByText('Zatiaľ nezaradené')).toBeNull();
    await user.click(button('Vyššie: Stromy'));
    expect(screen.getByText('Stromy: 2. z 3')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Miesto: Strechy' }), '1.');
    await user.click(button('Vyradiť: Kotly'));
    expect(screen.getByText('Kotly: nezaradené')).toBeTruthy();
    expect(isOff('Vyššie: Strechy')).toBe(true);
    expect(isOff('Nižšie: Stromy')).toBe(true);
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    await waitFor(() => expect(commands.at(-1)?.body).toMatchObject({ value: { kind: 'ranking', ranking: ['a', 'c'] } }));
  });
});

describe('in a session of two languages', () => {
  const inTwo = (settings: AnswerSettings) => (
    <InTwoLanguages room={{ language: 'sk', secondLanguage: 'uk' }} activity={{ second: [{ of: 'Stromy', is: 'Дерева' }] }}>{given(settings)}</InTwoLanguages>
  );
  test('the buttons of a ranking say for ears in both what eyes read', async () => {
    givenAnswers();
    const { user } = givenPhone(inTwo(ranking));
    await user.click(button('Zaradiť: Stromy / Дерева'));
    expect(screen.getByText('Stromy / Дерева: 1. z 1')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Stromy / Дерева' })).toBeTruthy();
    await user.click(button('Vyradiť: Stromy / Дерева'));
    expect(screen.getByText('Stromy / Дерева: nezaradené')).toBeTruthy();
    expect(button('Zaradiť: Kotly')).toBeTruthy();
  });
  test('and those of a 2×2', async () => {
    givenAnswers();
    const { user } = givenPhone(inTwo(estimate));
    await user.click(button('Odhadnúť: Stromy / Дерева'));
    expect(screen.getByRole('group', { name: 'Stromy / Дерева' })).toBeTruthy();
    expect(button('Bez odhadu: Stromy / Дерева')).toBeTruthy();
  });
});

describe('a 2×2', () => {
  test('is estimated by sliders, and what is left out has no estimate', async () => {
    const { commands } = givenAnswers();
    const { user } = givenPhone(given(estimate));
    await user.click(button('Odhadnúť: Strechy'));
    await user.click(button('Odhadnúť: Kotly'));
    await user.click(button('Bez odhadu: Kotly'));
    const card = within(screen.getByRole('group', { name: 'Strechy' }));
    fireEvent.change(card.getByRole('slider', { name: /Prácnosť/ }), { target: { value: '8' } });
    fireEvent.change(card.getByRole('slider', { name: /Prínos/ }), { target: { value: '2' } });
    await waitFor(() => expect(isOff('Odoslať odpoveď')).toBe(false));
    await user.click(button('Odoslať odpoveď'));
    await waitFor(() => expect(commands.at(-1)?.body).toMatchObject({ value: { kind: 'estimate', estimates: [{ optionId: 'a', x: 8, y: 2 }] } }));
  });
});

describe('a question', () => {
  const question = (form: QuestionForm): AnswerSettings => ({ kind: 'question', secrecy: 'blind', form });
  const sent = (answer: object) => ({ value: { kind: 'question', answer } });
  const giveBy = async (form: QuestionForm, act: (user: ReturnType<typeof givenPhone>['user']) => Promise<void>) => {
    const { commands } = givenAnswers();
    const { user } = givenPhone(given(question(form), { options: form.type === 'choice' ? options : [] }));
    await act(user);
    await waitFor(() => expect(screen.getByRole('button', { name: /Odoslať odpoveď|Zdržať sa/ }).getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(screen.getByRole('button', { name: /Odoslať odpoveď|Zdržať sa/ }));
    await waitFor(() => expect(commands).toHaveLength(1));
    return { value: (commands[0]!.body as GiveAnswer).value };
  };
  const choice = (most: number): QuestionForm => ({ type: 'choice', options: ['Strechy', 'Kotly', 'Stromy'], most });

  test('lets choose one, or abstain', async () => {
    expect(await giveBy(choice(1), (user) => user.click(screen.getByRole('radio', { name: 'Kotly' })))).toEqual(sent({ type: 'choice', chosen: ['b'] }));
  });

  test('lets choose several, and no more than one may', async () => {
    expect(
      await giveBy(choice(2), async (user) => {
        for (const name of ['Stromy', 'Strechy']) await user.click(screen.getByRole('checkbox', { name }));
        expect(screen.getByRole('checkbox', { name: 'Kotly' })).toHaveProperty('disabled', true);
        expect(screen.getByText(/Vyberte najviac 2 možnosti\. Viac sa nedá/)).toBeTruthy();
      }),
    ).toEqual(sent({ type: 'choice', chosen: ['c', 'a'] }));
    expect(await giveBy(choice(3), async () => undefined)).toEqual(sent({ type: 'choice', chosen: [] }));
  });

  test('has a scale whose ends say what they mean', async () => {
    expect(
      await giveBy({ type: 'scale', steps: 10, low: 'vôbec nie', high: 'úplne' }, async (user) => {
        expect(screen.getByText('10 – úplne')).toBeTruthy();
        await user.click(screen.getByRole('radio', { name: '9' }));
      }),
    ).toEqual(sent({ type: 'scale', step: 9 }));
  });

  test('takes a number as people write it, and sends none that was not asked for', async () => {
    expect(
      await giveBy({ type: 'number', unit: 'km', from: 0, to: 2000 }, async (user) => {
        const field = screen.getByRole('textbox', { name: 'Vaše číslo (km)' });
        await user.type(field, '2001');
        expect(screen.getByRole('alert').textContent).toMatch(/Od 0 km do 2\s000 km\./);
        expect(isOff('Odoslať odpoveď')).toBe(true);
        await user.clear(field);
        await user.type(field, '1 200,5');
      }),
    ).toEqual(sent({ type: 'number', number: 1200.5 }));
  });

  test('takes own words, and abstains where there are none', async () => {
    expect(
      await giveBy({ type: 'words', most: 3 }, async (user) => {
        await user.type(screen.getByRole('textbox', { name: '1. slovo' }), 'tieň');
        await user.type(screen.getByRole('textbox', { name: '3. slovo' }), ' voda ');
      }),
    ).toEqual(sent({ type: 'words', words: ['tieň', 'voda'] }));
    expect(await giveBy({ type: 'text' }, async (user) => user.type(screen.getByRole('textbox', { name: 'Vaša odpoveď' }), 'Chýba tieň.'))).toEqual(sent({ type: 'text', text: 'Chýba tieň.' }));
    localStorage.clear();
    expect(await giveBy({ type: 'text' }, async () => expect(button('Zdržať sa')).toBeTruthy())).toEqual(sent({ type: 'text', text: '' }));
  });

  test('tells own words as text, the most frequent first, and how many are not here', () => {
    givenAnswers();
    const said = [{ id: 'a', text: 'zeleň', count: 3, author: null }, { id: 'b', text: '<b>voda</b>', count: 1, author: null }];
    givenPhone(
      given(question({ type: 'words', most: 3 }), { options: [], result: { kind: 'question', ballotCount: 4, abstentionCount: 0, turnout: 1, figures: { type: 'words', said, differentCount: 4, hiddenCount: 2 } } }, { state: 'ended' }),
    );
    expect(within(screen.getByRole('list', { name: 'Výsledok' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['zeleň 3×3 ľudia', '<b>voda</b> 1×1 človek']);
    expect(screen.getByText('a 2 ďalšie')).toBeTruthy();
    expect(screen.getByText('2 odpovede skrylo vedenie stretnutia.')).toBeTruthy();
  });

  test('tells what it came to in words and figures', () => {
    givenAnswers();
    const turnout = { ballotCount: 5, abstentionCount: 1, turnout: 1 };
    const spread = { count: 4, median: 2.5, lowerQuartile: 1, upperQuartile: 3, min: 1, max: 3 };
    const counts = [{ optionId: 'a', count: 3 }, { optionId: 'b', count: 0 }, { optionId: 'c', count: 1 }];
    const { show } = givenPhone(given(question(choice(1)), { options, result: { kind: 'question', ...turnout, figures: { type: 'choice', most: 1, counts } } }, { state: 'ended' }));
    expect(screen.getByText('Najviac ľudí vybralo: Strechy.')).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Výsledok' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Strechy3 ľudia (75 %)', 'Kotly0 ľudí (0 %)', 'Stromy1 človek (25 %)']);
    const bins = [{ from: 1, to: 1, count: 3 }, { from: 1000, to: 2000, count: 1 }];
    show(given(question({ type: 'number', unit: 'km', from: 0, to: 2000 }), { options: [], result: { kind: 'question', ...turnout, figures: { type: 'number', unit: 'km', bins, spread, mean: 2 } } }, { state: 'ended' }));
    expect(screen.getByText('Prostredná odpoveď (medián): 2,5 km.')).toBeTruthy();
    expect(screen.getByText('1 000 až pod 2 000 km')).toBeTruthy();
  });
});

describe('the result', () => {
  test('comes when it is shown, with earlier rounds beside it', () => {
    givenAnswers();
    const result = (object: number): RoomAnswers['result'] => ({
      kind: 'consent', ballotCount: 3, abstentionCount: 1, turnout: 1, objections: object ? ['Rampa je strmá'] : [], concerns: [], outcome: object ? 'objections' : 'consent',
      counts: [{ stance: 'consent', count: 2 - object }, { stance: 'concern', count: 0 }, { stance: 'objection', count: object }, { stance: 'stand-aside', count: 1 }],
    });
    const { show } = givenPhone(given(consent, {}, { state: 'ended' }));
    expect(screen.getByText(/Výsledok uvidíte, keď ho/)).toBeTruthy();
    show(given(consent, { round: 2, result: result(0), earlier: [{ activityId: 'x', number: 1, title: 'Prvé', options: [], result: result(1)! }] }, { state: 'ended' }));
    expect(screen.getByText('Nikto nenamieta: návrh je prijatý.')).toBeTruthy();
    expect(screen.getByText(/Odpovedalo 3 z 3/).textContent).toBe('Odpovedalo 3 z 3. 1 sa zdržal/a.');
    const row = screen.getByRole('row', { name: /Mám námietku/ });
    expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['1 človek', '0 ľudí']);
  });

  test('of a 2×2 and a ranking stands in a table for those who do not see', () => {
    givenAnswers();
    const spread = { count: 3, median: 8, lowerQuartile: 5, upperQuartile: 8.5, min: 2, max: 9 };
    const { show } = givenPhone(
      given(estimate, { result: { kind: 'estimate', ballotCount: 3, abstentionCount: 0, turnout: 1, options: [{ optionId: 'a', x: spread, y: spread, field: 'high-high' }, { optionId: 'b', x: null, y: null, field: null }] } }, { state: 'ended' }),
    );
    expect(screen.getByText('Najviac sa odhady rozchádzajú pri: Strechy.')).toBeTruthy();
    expect(screen.getByRole('row', { name: /1\. Strechy/ }).textContent).toContain('8 (5 až 8,5)');
    expect(screen.getByRole('row', { name: /2\. Kotly/ }).textContent).toContain('bez odhadu');
    show(
      given(ranking, {
        result: {
          kind: 'ranking', ballotCount: 3, abstentionCount: 0, turnout: 1, condorcetWinner: 'b', agreedWinner: null,
          borda: [{ optionId: 'a', points: 4.5, rank: 1 }, { optionId: 'b', points: 4, rank: 2 }], schulze: [{ optionId: 'b', rank: 1 }, { optionId: 'a', rank: 2 }],
        },
      }, { state: 'ended' }),
    );
    expect(screen.getByText(/oba spôsoby nezhodujú/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /Strechy/ }).textContent).toBe('Strechy1. (4,5 b.)2.');
  });
});
