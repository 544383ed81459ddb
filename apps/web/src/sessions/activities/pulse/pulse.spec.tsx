import { describe, expect, test } from '@jest/globals';
import type { ResultOf, RoomAnswers } from '@spolu/contracts/activities/answers';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone } from '../../phone/given-phone.tsx';
import { ServerClock } from '../../server-clock.ts';
import { PhoneAnswers } from '../answers/phone-answers.tsx';
import { ProjectorPulse } from './projector-pulse.tsx';

const options = [{ id: 'a', title: 'Viem, čo bude nasledovať.', noteTexts: [] }, { id: 'b', title: 'Prišla by som znova.', noteTexts: [] }];
const part = (more: Partial<RoomAnswers> = {}): RoomAnswers => ({
  settings: { kind: 'pulse', secrecy: 'secret', options: options.map(({ title }) => title) }, options, answeredCount: 3, eligibleCount: 8, round: 1, result: null, earlier: [], returnsTo: null, ...more,
});
const counts = [1, 2, 3, 4, 5].map((value) => ({ value, count: value > 3 ? 3 : 0 }));
const result: ResultOf<'pulse'> = {
  kind: 'pulse', ballotCount: 6, abstentionCount: 0, turnout: 0.75,
  statements: [{ optionId: 'a', scale: { count: 6, optOutCount: 0, counts, mean: 4.5, agreeShare: 1, recommendScore: null } }, { optionId: 'b', scale: null }],
};

describe('closing questions', () => {
  test('on the phone are a tap each, and go out once', async () => {
    const { commands } = givenServer({ 'GET /activities/*/answer': { activityId: 'activity-1', given: false, value: null }, 'POST /activities/*/secret-answer': { activityId: 'activity-1', given: true, value: null } });
    const { user } = givenPhone(<PhoneAnswers activity={givenActivity('pulse', part())} />);
    const send = screen.getByRole('button', { name: 'Odoslať odpoveď' });
    expect(send.getAttribute('aria-disabled')).toBe('true');
    const [first, second] = screen.getAllByRole('radio', { name: '4, Skôr súhlasím' });
    await user.click(first!);
    await user.click(screen.getAllByRole('radio', { name: '2, Skôr nesúhlasím' })[1]!);
    await user.click(second!);
    await user.click(send);
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/secret-answer', body: { value: { kind: 'pulse', scores: [{ optionId: 'a', score: 4 }, { optionId: 'b', score: 4 }], words: '' } } }]));
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('show the hall thanks and how many answered, then what they said, where enough did', async () => {
    const show = (shown: RoomAnswers) => renderPage(<ProjectorPulse boardId="board-1" agenda={[]} clock={new ServerClock()} activity={givenActivity('pulse', shown)} />, { texts: ['sessions'] });
    const { unmount } = await show(part());
    expect(screen.getByText('Ďakujeme')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('3 z 8');
    unmount();
    await show(part({ result }));
    expect(screen.getByText(/^Priemer 4,5, súhlasí 100.%, odpovedí: 6$/)).toBeTruthy();
    expect(screen.getByText(/Menej ako 5 odpovedí/)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Viem, čo bude nasledovať.' }).textContent).toContain('5: 3 ľudia');
  });
});
