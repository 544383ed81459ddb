import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { Ballot, RoomVote } from '@spolu/contracts/activities/dot-vote';
import { act, screen, waitFor, within } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { aboutBallot } from '../../phone/device.tsx';
import { fullDevice, givenActivity, givenPhone } from '../../phone/given-phone.tsx';
import { PhoneDotVote } from './phone-dot-vote.tsx';

const vote: RoomVote = {
  secrecy: 'blind', round: 1, earlier: [], dots: 3, perOption: 2, votedCount: 0, eligibleCount: 3, result: null,
  options: [{ id: 'a', title: 'Strechy', noteTexts: ['Panely na školu'] }, { id: 'b', title: 'Poradňa', noteTexts: [] }],
};
const given = (more: Partial<RoomVote> = {}, state: 'running' | 'ended' = 'running') => <PhoneDotVote activity={givenActivity('dot-vote', { ...vote, ...more }, { state })} />;
const add = (title: string) => screen.getByRole('button', { name: `Pridať bodku: ${title}` });
const remove = (title: string) => screen.getByRole('button', { name: `Ubrať bodku: ${title}` });

/** Keeps the ballot as the server does. */
function givenBallots() {
  let dots: unknown[] = [];
  return {
    'GET /activities/*/ballot': () => ({ activityId: 'activity-1', dots, castAt: dots.length ? '2026-11-22T10:00:00Z' : null }),
    'PUT /activities/*/ballot': ({ body }: { body: unknown }) => {
      ({ dots } = body as { dots: unknown[] });
      return { activityId: 'activity-1', dots, castAt: '2026-11-22T10:00:00Z' };
    },
  };
}

describe('how a vote is held, on the phone', () => {
  test('openly: it says so, and with the result who gave what', async () => {
    givenServer({ ...givenBallots(), 'GET /activities/*/named-ballots': [{ nickname: 'Jana', dots: [{ optionId: 'a', count: 2 }] }, { nickname: null, dots: [{ optionId: 'b', count: 1 }] }] });
    const { show } = givenPhone(given({ secrecy: 'open' }));
    expect(screen.getByText(/Toto hlasovanie je verejné/)).toBeTruthy();
    const options = [{ optionId: 'a', title: 'Strechy', dots: 2, voters: 1, rank: 1 }, { optionId: 'b', title: 'Poradňa', dots: 1, voters: 1, rank: 2 }];
    const result = { eligibleCount: 3, votedCount: 2, abstainedCount: 1, options };
    show(given({ secrecy: 'open', result, round: 2, earlier: [{ activityId: 'x', number: 1, result: { ...result, options: options.map((option) => ({ ...option, dots: 0 })) } }] }, 'ended'));
    expect((await screen.findByText('Kto ako odpovedal')).closest('details')!.textContent).toContain('Jana: Strechy (2 bodky)bez mena: Poradňa (1 bodka)');
    expect(within(screen.getByRole('row', { name: /Strechy/ })).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['0 bodiek', '2 bodky']);
  });

  test('secretly: what the phone has no room to keep stays on the paper', async () => {
    localStorage.clear();
    givenServer({ 'GET /activities/*/ballot': { activityId: 'activity-1', dots: [], castAt: null } });
    const { user } = givenPhone(given({ secrecy: 'secret' }), fullDevice());
    await user.click(add('Strechy'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Odoslať hlas' }).getAttribute('aria-disabled')).toBe('false'));
    await user.click(screen.getByRole('button', { name: 'Odoslať hlas' }));
    expect(await screen.findByText(/nemá miesto na uloženie hlasu/)).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/Zostávajú vám 2 bodky/)).toBeTruthy());
  });

  test('secretly: it is put together, sent once, and then stands nowhere', async () => {
    localStorage.clear();
    const { commands } = givenServer({
      'GET /activities/*/ballot': { activityId: 'activity-1', castAt: null, dots: [] },
      'POST /activities/*/secret-ballot': { activityId: 'activity-1', castAt: null, dots: [], given: true },
    });
    const { user, unmount } = givenPhone(given({ secrecy: 'secret' }));
    expect(screen.getByText(/Toto hlasovanie je tajné/)).toBeTruthy();
    const send = () => screen.getByRole('button', { name: 'Odoslať hlas' });
    expect(send().getAttribute('aria-disabled')).toBe('true');
    await user.click(add('Strechy'));
    await user.click(add('Strechy'));
    unmount();
    const { user: again } = givenPhone(given({ secrecy: 'secret' }));
    expect(screen.getByText(/Zostáva vám 1 bodka/)).toBeTruthy();
    await waitFor(() => expect(send().getAttribute('aria-disabled')).toBe('false'));
    expect(commands).toEqual([]);
    await again.click(send());
    await screen.findByText(/Čo ste odpovedali, už nevie nikto/);
    expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/secret-ballot', body: { dots: [{ optionId: 'a', count: 2 }] } }]);
    expect(JSON.stringify(commands[0]!.body)).not.toContain('madeAt');
    expect(localStorage.length).toBe(0);
    expect(screen.queryByRole('button', { name: /Pridať bodku/ })).toBeNull();
  });
});

describe('voting with dots on the phone', () => {
  test('gives dots within the budget and the limit, and each change is the whole ballot', async () => {
    const { commands } = givenServer(givenBallots());
    const { user } = givenPhone(given());
    await screen.findByText(/Zostávajú vám 3 bodky/);
    await user.click(add('Strechy'));
    await user.click(add('Strechy'));
    expect(add('Strechy').getAttribute('aria-disabled')).toBe('true');
    await user.click(add('Strechy'));
    await user.click(add('Poradňa'));
    expect(screen.getByText(/Rozdali ste všetky bodky/)).toBeTruthy();
    await user.click(add('Poradňa'));
    await waitFor(() => expect(commands.at(-1)?.body).toMatchObject({ dots: [{ optionId: 'a', count: 2 }, { optionId: 'b', count: 1 }] }));
    await screen.findByText('Všetko je uložené');

    await user.click(remove('Strechy'));
    await waitFor(() => expect(commands.at(-1)?.body).toMatchObject({ dots: [{ optionId: 'a', count: 1 }, { optionId: 'b', count: 1 }] }));
    expect(screen.getByText(/Zostáva vám 1 bodka/)).toBeTruthy();
  });

  test('shows after a reload what the server has', async () => {
    givenServer({ ...givenBallots(), 'GET /activities/*/ballot': { activityId: 'activity-1', dots: [{ optionId: 'b', count: 2 }], castAt: '2026-11-22T10:00:00Z' } });
    givenPhone(given());
    await screen.findByText(/Zostáva vám 1 bodka/);
    expect(remove('Poradňa').getAttribute('aria-disabled')).toBe('false');
    expect(remove('Strechy').getAttribute('aria-disabled')).toBe('true');
  });

  test('a ballot asked for before the own one was taken, and told after it, does not come back', async () => {
    givenServer(givenBallots());
    const { device } = givenPhone(given());
    let tell: (ballot: Ballot) => void = () => undefined;
    const learned = device.learnWhatCounts(aboutBallot('activity-1'), () => new Promise((resolve) => (tell = resolve)));
    await act(async () => {
      await device.castBallot('activity-1', { dots: [{ optionId: 'a', count: 1 }] });
      await device.queue.drain();
      tell({ activityId: 'activity-1', dots: [{ optionId: 'b', count: 2 }], castAt: '2026-11-22T09:00:00Z' });
      await learned;
    });
    expect(device.memory.peek(aboutBallot('activity-1'))).toMatchObject({ dots: [{ optionId: 'a', count: 1 }] });
  });

  test('dots on what may not be chosen any more are free again', async () => {
    const { commands } = givenServer({ ...givenBallots(), 'GET /activities/*/ballot': { activityId: 'activity-1', dots: [{ optionId: 'gone', count: 2 }, { optionId: 'b', count: 1 }], castAt: '2026-11-22T10:00:00Z' } });
    const { user } = givenPhone(given());
    await screen.findByText(/Zostávajú vám 2 bodky/);
    await user.click(add('Strechy'));
    await waitFor(() => expect(commands.at(-1)?.body).toMatchObject({ dots: [{ optionId: 'b', count: 1 }, { optionId: 'a', count: 1 }] }));
  });

  test('a ballot that was not taken says why and gives way to the one that counts', async () => {
    givenServer({
      ...givenBallots(),
      'PUT /activities/*/ballot': () => {
        throw new Problem('vote/over-budget', {});
      },
    });
    const { user } = givenPhone(given());
    await screen.findByText(/Zostávajú vám 3 bodky/);
    await user.click(add('Strechy'));
    await screen.findByText('Bodiek je viac, než máte.');
    await screen.findByText(/Zostávajú vám 3 bodky/);
    await user.click(screen.getByRole('button', { name: 'Rozumiem' }));
    await waitFor(() => expect(screen.queryByText('Bodiek je viac, než máte.')).toBeNull());
  });

  test('says what nobody sees, and shows no result before the facilitator does', async () => {
    givenServer(givenBallots());
    const { show } = givenPhone(given());
    expect(screen.getByText(/Kto ako odpovedal, sa neukáže ani potom/)).toBeTruthy();
    show(given({}, 'ended'));
    expect(screen.getByText(/Výsledok uvidíte, keď ho/)).toBeTruthy();
    show(given({ result: { eligibleCount: 3, votedCount: 2, abstainedCount: 1, options: [{ optionId: 'b', title: 'Poradňa', dots: 4, voters: 2, rank: 1 }, { optionId: 'a', title: 'Strechy', dots: 2, voters: 1, rank: 2 }] } }, 'ended'));
    expect(screen.getByText('Hlasovalo 2 z 3.')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Výsledok hlasovania' }).textContent).toMatch(/Poradňa4 bodky.*Strechy2 bodky/);
  });
});
