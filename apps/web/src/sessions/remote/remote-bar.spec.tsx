import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RoomAnswers } from '@spolu/contracts/activities/answers';
import type { RoomState, RoomStep, StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { givenActivity, givenRoom } from '../phone/given-phone.tsx';
import { RunPanel } from '../run-panel.tsx';
import { ServerClock } from '../server-clock.ts';
import { useRoomCommands } from '../use-room-commands.ts';
import { RemoteBar } from './remote-bar.tsx';

const step = (id: string, more: Partial<RoomStep> = {}): RoomStep => ({
  id, title: `Krok ${id}`, kind: 'information', minutes: 10, openUntil: null, state: 'planned', waitsForReveal: false, resumable: false, skipped: false, hasResult: false, ...more,
});
const running = givenActivity('information', null, { id: 'a' });
let server: ReturnType<typeof givenServer>;
beforeEach(() => {
  server = givenServer({ 'POST /activities/*/*': null });
});
const staff: StaffState = { version: 1, participants: [], silentIds: [], missedWordIds: [], lateCards: [], lateAnswers: [], inboxes: [], staffNotes: '', codeAlarm: false, hands: [], pace: null };
const onEnded = jest.fn<(activityId: string) => void>();
function Shown({ room }: { room: RoomState }) {
  return <RemoteBar room={room} commands={useRoomCommands(room.sessionId, () => undefined, null)} onEnded={onEnded} />;
}
const show = (room: Parameters<typeof givenRoom>[0]) => renderPage(<Shown room={givenRoom(room)} />, { texts: ['sessions'] });
const names = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

test('pauses, extends by what it saw, ends, and starts what comes next in place of what runs', async () => {
  const { user } = await show({ activity: running, agenda: [step('a', { state: 'running' }), step('b', { skipped: true }), step('c')] });
  expect(names()).toEqual(['Pauza', '+5 minút', 'Ukončiť', 'Ďalej: Krok c']);
  for (const name of ['Pauza', '+5 minút', 'Ďalej: Krok c']) {
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).not.toBe('true'));
  }
  await user.click(screen.getByRole('button', { name: 'Ukončiť' }));
  await waitFor(() => expect(server.commands.map(({ request, body }) => [request, body])).toEqual([
    ['POST /activities/a/pause', { paused: true }], ['POST /activities/a/extend', { minutes: 5, endsAt: running.endsAt }], ['POST /activities/c/start', { running: 'a' }],
    ['POST /activities/a/end', {}],
  ]));
  await waitFor(() => expect(onEnded).toHaveBeenCalledWith('a'));
});

test('after a vote shows the result first', async () => {
  const { user } = await show({ activity: { ...running, state: 'ended', isCounted: true }, agenda: [step('a', { state: 'ended' }), step('b')] });
  expect(names()).toEqual(['Ukázať výsledok', 'Ďalej: Krok b']);
  await user.click(screen.getByRole('button', { name: 'Ukázať výsledok' }));
  await waitFor(() => expect(server.commands.map(({ request }) => request)).toEqual(['POST /activities/a/show-result']));
});

test('from a quick question leads back to what ran before, not on to what comes next', async () => {
  const part = {
    settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: ['Tu', 'Tam'], most: 1 } }, options: [], answeredCount: 1, eligibleCount: 2, round: 1,
    result: null, earlier: [], returnsTo: { id: 'a', title: 'Krok a' },
  } satisfies RoomAnswers;
  const { user } = await show({ activity: givenActivity('question', part, { id: 'q', endsAt: null }), agenda: [step('a', { state: 'ended' }), step('q', { state: 'running' }), step('b')] });
  expect(names()).toEqual(['+5 minút', 'Ukončiť', 'Pokračovať: Krok a']);
  await user.click(screen.getByRole('button', { name: 'Pokračovať: Krok a' }));
  await waitFor(() => expect(server.commands.map(({ request, body }) => [request, body])).toEqual([['POST /activities/a/resume', { running: 'q', until: 'left' }]]));
});

test('offers nothing where nothing runs and nothing comes', async () => {
  await show({ agenda: [step('a', { state: 'ended' })] });
  expect(names()).toEqual([]);
});

describe('in the facilitator’s hand, the bar and all that stands above it', () => {
  const clock = new ServerClock();
  const panel = (room: Parameters<typeof givenRoom>[0]) => (
    <RunPanel
      room={givenRoom(room)} board={null} staff={staff} mayRun clock={clock} reload={() => undefined} onClosed={() => undefined}
      bar={(commands, ended) => <RemoteBar room={givenRoom(room)} commands={commands} onEnded={ended} />}
    />
  );
  const agenda = [step('a', { state: 'running', resumable: true }), step('b'), step('c')];

  test('offer each thing once', async () => {
    const { user } = await renderPage(panel({ activity: running, agenda }), { texts: ['sessions'] });
    await screen.findByRole('region', { name: 'Rýchla otázka' });
    const said = names();
    for (const name of ['Pauza', '+5 minút', 'Ukončiť', 'Ďalej: Krok b', 'Vynechať: Krok b', 'Spustiť: Krok c']) expect([name, said.filter((one) => one === name).length]).toEqual([name, 1]);
    expect(said).not.toContain('Pozastaviť čas');
    expect(said).not.toContain('Spustiť: Krok b');
    await user.click(screen.getByRole('button', { name: 'Vynechať: Krok b' }));
    await waitFor(() => expect(server.commands).toHaveLength(1));
  });

  test('what was ended with the bar by mistake is back with one press', async () => {
    const ended = panel({ activity: { ...running, state: 'ended' }, agenda: [step('a', { state: 'ended', resumable: true }), step('b'), step('c')] });
    function Ending() {
      const [isOver, setOver] = useState(false);
      return <>{isOver ? ended : panel({ activity: running, agenda })}<button onClick={() => setOver(true)}>it ended</button></>;
    }
    const { user } = await renderPage(<Ending />, { texts: ['sessions'] });
    await user.click(screen.getByRole('button', { name: 'Ukončiť' }));
    await waitFor(() => expect(server.commands).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'it ended' }));
    const undo = await screen.findByRole('button', { name: 'Vrátiť späť' });
    await waitFor(() => expect(undo.getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(undo);
    await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: 'POST /activities/a/resume' }));
  });
});
