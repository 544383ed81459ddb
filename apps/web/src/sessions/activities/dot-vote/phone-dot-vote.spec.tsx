import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { Ballot, RoomVote } from '@spolu/contracts/activities/dot-vote';
import { act, screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { aboutBallot } from '../../phone/device.tsx';
import { givenActivity, givenPhone } from '../../phone/given-phone.tsx';
import { PhoneDotVote } from './phone-dot-vote.tsx';

const vote: RoomVote = {
  dots: 3, perOption: 2, votedCount: 0, eligibleCount: 3, result: null,
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

  test('says what is secret, and shows no result before the facilitator does', async () => {
    givenServer(givenBallots());
    const { show } = givenPhone(given());
    expect(screen.getByText(/Komu ste dali bodky, neuvidí nikto/)).toBeTruthy();
    show(given({}, 'ended'));
    expect(screen.getByText(/Výsledok uvidíte, keď ho/)).toBeTruthy();
    show(given({ result: { eligibleCount: 3, votedCount: 2, abstainedCount: 1, options: [{ optionId: 'b', title: 'Poradňa', dots: 4, voters: 2, rank: 1 }, { optionId: 'a', title: 'Strechy', dots: 2, voters: 1, rank: 2 }] } }, 'ended'));
    expect(screen.getByText('Hlasovalo 2 z 3.')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Výsledok hlasovania' }).textContent).toMatch(/Poradňa4 bodky.*Strechy2 bodky/);
  });
});
