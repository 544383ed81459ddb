import { beforeEach, describe, expect, test } from '@jest/globals';
import { addNote } from '@spolu/board/notes';
import type { RoomActivityOf, RoomState, StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { BoardConnection } from '../boards/board-connection.ts';
import { BOARD, FakeServer } from '../boards/fake-server.ts';
import { MemoryPendingStore } from '../boards/memory-pending-store.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { HallNow } from './hall-now.tsx';
import { RunPanel } from './run-panel.tsx';
import { ServerClock } from './server-clock.ts';

const NOW = '2026-11-22T17:00:00.000Z';
const ids = { session: '00000000-0000-4000-8000-0000000000aa', write: '00000000-0000-4000-8000-000000000001', vote: '00000000-0000-4000-8000-000000000002' };

const writing: RoomActivityOf<'brainstorm'> = {
  id: ids.write, kind: 'brainstorm', title: 'Tiché písanie', instruction: 'Každý sám.', state: 'running', startedAt: NOW, endsAt: '2026-11-22T17:10:00.000Z',
  pausedAt: null, endsItself: false, locked: false, waitsForReveal: true, isCounted: false, resultShown: false, part: { mode: 'hidden', revealed: false, moderated: false, frames: [], cardCount: 12 },
};
const voting: RoomActivityOf<'dot-vote'> = {
  ...writing, id: ids.vote, kind: 'dot-vote', title: 'Hlasovanie', waitsForReveal: false, isCounted: true,
  part: { secrecy: 'blind', round: 1, earlier: [], dots: 3, perOption: null, options: [], votedCount: 7, eligibleCount: 9, result: null },
};
const room = (change: Partial<RoomState> = {}): RoomState => ({
  sessionId: ids.session, version: 1, serverNow: NOW, title: 'Dielňa', welcome: '', language: 'sk', secondLanguage: null, state: 'open', code: 'ABCD2345', doorOpen: true, boardId: ids.write,
  participantCount: 2, agenda: [
    { id: ids.write, title: 'Tiché písanie', kind: 'brainstorm', minutes: 10, openUntil: null, state: 'running', waitsForReveal: true, resumable: false, skipped: false, hasResult: false },
    { id: ids.vote, title: 'Hlasovanie', kind: 'dot-vote', minutes: 5, openUntil: null, state: 'planned', waitsForReveal: false, resumable: false, skipped: false, hasResult: false },
  ], activity: writing, hall: null, hands: { waitingCount: 0, mark: 0 }, meaning: null, look: null, ...change,
});
const staff = (change: Partial<StaffState> = {}): StaffState => ({
  version: 1, participants: [
    { id: '00000000-0000-4000-8000-0000000000b1', nickname: 'Jana', sector: 'residents', online: true, removed: false, cardCount: 3 },
    { id: '00000000-0000-4000-8000-0000000000b2', nickname: null, sector: null, online: false, removed: false, cardCount: null },
  ], silentIds: [], missedWordIds: [], lateCards: [], lateAnswers: [], inboxes: [], staffNotes: 'Dať čas tichým.', codeAlarm: false, hands: [], pace: null, ...change,
});

function Panel({ room: shown, staff: known = staff(), mayRun = true, board = null }: { room: RoomState; staff?: StaffState; mayRun?: boolean; board?: BoardConnection | null }) {
  return <RunPanel room={shown} board={board} staff={known} mayRun={mayRun} clock={clock} reload={() => undefined} onClosed={() => closed.push(shown.sessionId)} />;
}
const clock = new ServerClock(() => Date.parse(NOW));
let server: ReturnType<typeof givenServer>;
let closed: string[];
const asked = () => server.commands.map(({ request }) => request);

beforeEach(() => {
  closed = [];
  server = givenServer({ 'POST /activities/*/*': null, 'POST /sessions/*/*': null, 'POST /participants/*/remove': null, 'POST /participants/*/let-in': null, 'POST /cards/*/*': null, 'PUT /participants/*/hand': null });
});
const show = (panel: React.ReactElement) => renderPage(panel, { texts: ['sessions'] });

describe('a question in own words that tells no names and is over', () => {
  const over = (secrecy: 'secret' | 'blind'): RoomActivityOf<'question'> => ({
    ...writing, id: ids.vote, kind: 'question', title: 'Čo vás trápi?', state: 'ended', waitsForReveal: false, isCounted: true,
    part: { settings: { kind: 'question', secrecy, form: { type: 'text' } }, options: [], answeredCount: 1, eligibleCount: 2, round: 1, result: null, earlier: [], returnsTo: null },
  });
  const inAgenda = (resumable: boolean) => [{ id: ids.vote, title: 'Čo vás trápi?', kind: 'question', minutes: 5, openUntil: null, state: 'ended', waitsForReveal: false, resumable, skipped: false, hasResult: true } as const];

  test.each(['secret', 'blind'] as const)('(%s) shows what was said when staff ask for it, and says before that it goes on no more then; another round is offered in its place', async (secrecy) => {
    server = givenServer({ 'GET /activities/*/said': [{ id: 'f', text: 'Chýba tieň.', count: 1, hidden: false }], 'POST /activities/*/*': null });
    const { user, unmount } = await show(<Panel room={room({ activity: over(secrecy), agenda: inAgenda(true) })} />);
    expect(await screen.findByText(/pokračovať sa v otázke už nedá/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ďalšie kolo' })).toBeNull();
    expect(screen.queryByText('Chýba tieň.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Prečítať odpovede' }));
    expect(await screen.findByText('Chýba tieň.')).toBeTruthy();
    unmount();
    await show(<Panel room={room({ activity: over(secrecy), agenda: inAgenda(false) })} />);
    expect(await screen.findByRole('button', { name: 'Ďalšie kolo' })).toBeTruthy();
  });
});

describe('a quick question', () => {
  const field = () => screen.findByRole('textbox', { name: /^Otázka, potom možnosti/ });
  const polling = (more: Partial<RoomActivityOf<'question'>> = {}): RoomActivityOf<'question'> => ({
    ...writing, id: ids.vote, kind: 'question', title: 'Kde chcete lavičky?', endsAt: null, waitsForReveal: false, isCounted: true, ...more,
    part: {
      settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: ['Tu', 'Tam'], most: 1 } }, options: [], answeredCount: 1, eligibleCount: 2, round: 1,
      result: null, earlier: [], returnsTo: { id: ids.write, title: 'Tiché písanie' },
    },
  });

  test('is typed in one line and begins with Enter: three actions, no pointer after the first', async () => {
    const { user } = await show(<Panel room={room()} />);
    await user.click(await field());
    await user.keyboard('Kde chcete lavičky?');
    expect(screen.getByText('Vlastnými slovami')).toBeTruthy();
    await user.keyboard(' Pri fontáne');
    expect(screen.getByText(/Dopíšte aspoň dve možnosti/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(asked()).toEqual([]);
    await user.keyboard(' / Pod stromami');
    expect(screen.getByText(/Výber z možností: Pri fontáne · Pod stromami/)).toBeTruthy();
    expect(screen.getByText('Teraz beží: Tiché písanie. Počká a jej čas sa zastaví.')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(server.commands).toMatchObject([
        {
          request: `POST /sessions/${ids.session}/quick-poll`,
          body: { title: 'Kde chcete lavičky?', form: { type: 'choice', options: ['Pri fontáne', 'Pod stromami'], most: 1 }, running: ids.write },
        },
      ]),
    );
    const emptied = await field();
    await waitFor(() => expect(emptied).toHaveProperty('value', ''));
  });

  test('keeps what is typed while the one before is on its way', async () => {
    let arrive: () => void = () => undefined;
    givenServer({ 'POST /sessions/*/quick-poll': () => new Promise((done) => { arrive = () => done({ id: ids.vote }); }) });
    const { user } = await show(<Panel room={room()} />);
    await user.type(await field(), 'Začneme? Áno / Nie{Enter}');
    await user.type(await field(), ' A potom?');
    arrive();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Spustiť (Enter)' }).getAttribute('aria-disabled')).not.toBe('true'));
    expect(await field()).toHaveProperty('value', 'Začneme? Áno / Nie A potom?');
  });

  test('ends and shows its result with one press, and with one more the hall is back at what ran before', async () => {
    const { user, unmount } = await show(<Panel room={room({ activity: polling() })} />);
    await user.click(screen.getByRole('button', { name: 'Ukončiť a ukázať výsledok' }));
    await waitFor(() => expect(asked()).toEqual([`POST /activities/${ids.vote}/end`, `POST /activities/${ids.vote}/show-result`]));
    unmount();
    await show(<Panel room={room({ activity: polling({ state: 'ended', resultShown: true }) })} />);
    await user.click(screen.getByRole('button', { name: 'Pokračovať: Tiché písanie' }));
    await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: `POST /activities/${ids.write}/resume`, body: { running: null, until: 'left' } }));
  });

  test('is nobody’s to begin who looks on only', async () => {
    await show(<Panel room={room()} mayRun={false} />);
    expect(screen.queryByRole('region', { name: 'Rýchla otázka' })).toBeNull();
  });
});

describe('the run sheet', () => {
  test('says what runs, how long, for the team only', async () => {
    await show(<Panel room={room()} />);
    const now = screen.getByRole('region', { name: 'Práve beží' });
    expect(within(now).getByRole('timer').textContent).toBe('10:00');
    expect(within(now).getByText('12 lístkov')).toBeTruthy();
    expect(within(now).getByText('Dať čas tichým.')).toBeTruthy();
  });

  test('says how many of those who are here have not written while nobody sees the notes', async () => {
    const person = (id: string, cardCount: number | null, more = {}) => ({ id, nickname: null, sector: null, online: true, removed: false, cardCount, ...more });
    const of = (...participants: StaffState['participants']) => staff({ participants });
    const waiting = of(person('a', 0), person('b', 0), person('c', 2), person('d', 0, { online: false }), person('e', 0, { removed: true }));
    const { unmount } = await show(<Panel room={room()} staff={waiting} />);
    expect(screen.getByText('2 pripojení ešte nenapísali nič.')).toBeTruthy();
    unmount();
    const all = await show(<Panel room={room()} staff={of(person('a', 1))} />);
    expect(screen.getByText('Všetci pripojení už niečo napísali.')).toBeTruthy();
    all.unmount();
    await show(<Panel room={room({ activity: { ...writing, waitsForReveal: false, part: { mode: 'hidden', revealed: true, moderated: false, frames: [], cardCount: 12 } } })} staff={waiting} />);
    expect(screen.queryByText(/nenapísal/)).toBeNull();
  });

  test('reveals, extends, locks, ends, starts the next', async () => {
    const { user } = await show(<Panel room={room()} />);
    for (const name of ['Odkryť lístky', '+5 minút', 'Zamknúť', 'Ukončiť', 'Spustiť: Hlasovanie']) {
      await user.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).not.toBe('true'));
    }
    expect(asked()).toEqual([
      `POST /activities/${ids.write}/reveal`, `POST /activities/${ids.write}/extend`, `POST /activities/${ids.write}/lock`, `POST /activities/${ids.write}/end`,
      `POST /activities/${ids.vote}/start`,
    ]);
    expect(server.commands[4]?.body).toEqual({ running: ids.write });
    expect(server.commands[1]?.body).toEqual({ minutes: 5, endsAt: '2026-11-22T17:10:00.000Z' });
    expect(server.commands[2]?.body).toEqual({ locked: true });
    expect(new Set(server.commands.map(({ key }) => key)).size).toBe(5);
  });

  test('a double press starts one activity, not the next one too', async () => {
    const [write, vote] = room().agenda;
    const third = { ...vote!, id: '00000000-0000-4000-8000-000000000003', title: 'Zhrnutie' };
    function Going() {
      const [begun, setBegun] = useState(false);
      const agenda = begun ? [{ ...write!, state: 'ended' as const }, { ...vote!, state: 'running' as const }, third] : [write!, vote!, third];
      return (
        <>
          <button onClick={() => setBegun(true)}>it began</button>
          <Panel room={room({ agenda })} />
        </>
      );
    }
    const { user } = await show(<Going />);
    await user.click(screen.getByRole('button', { name: 'Spustiť: Hlasovanie' }));
    await user.click(screen.getByRole('button', { name: 'it began' }));
    await user.click(screen.getByRole('button', { name: 'Spustiť: Zhrnutie' }));
    expect(asked()).toEqual([`POST /activities/${ids.vote}/start`]);
  });

  test('what she starts far down in the agenda comes into view with all she can do with it; what a colleague starts moves nothing', async () => {
    const seen: (string | null)[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      seen.push(this.querySelector('h2')?.textContent ?? null);
    };
    function Going() {
      const [activity, setActivity] = useState<RoomState['activity']>(null);
      return (
        <>
          <button onClick={() => setActivity(writing)}>a colleague’s began</button>
          <button onClick={() => setActivity(voting)}>hers began</button>
          <Panel room={room({ activity })} />
        </>
      );
    }
    const { user } = await show(<Going />);
    await user.click(screen.getByRole('button', { name: 'a colleague’s began' }));
    await user.click(screen.getByRole('button', { name: 'Spustiť: Hlasovanie' }));
    expect(seen).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'hers began' }));
    expect(seen).toEqual(['Hlasovanie']);
  });

  describe('with something on its way to the board', () => {
    let wire: FakeServer;
    let board: BoardConnection;
    beforeEach(() => {
      wire = new FakeServer();
      board = new BoardConnection({ socket: wire, boardId: BOARD, personKey: 'f', store: new MemoryPendingStore(), schedule: (run) => run(), later: (run) => (run(), () => undefined) });
      wire.mayStore = false;
      addNote(board.snapshot.copy.doc, { id: ids.write, text: 'Lavičky', participantId: null, colour: 'yellow', position: { x: 0, y: 0, frameId: null }, createdAt: 0 });
    });

    test.each([['Spustiť: Hlasovanie', `POST /activities/${ids.vote}/start`], ['Ukončiť', `POST /activities/${ids.write}/end`]])('“%s” comes after it', async (name, request) => {
      const { user } = await show(<Panel room={room()} board={board} />);
      await user.click(screen.getByRole('button', { name }));
      expect(screen.getByText('Čaká sa, kým sa uloží, čo ste urobili na tabuli.').getAttribute('role')).toBe('status');
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
      expect(asked()).toEqual([]);
      wire.store();
      await waitFor(() => expect(asked()).toEqual([request]));
      expect(screen.queryByText('Čaká sa, kým sa uloží, čo ste urobili na tabuli.')).toBeNull();
    });

    test('that will not be stored she is asked whether to go on without it', async () => {
      wire.disconnect();
      wire.shut = 'not-found';
      wire.connect();
      const { user } = await show(<Panel room={room()} board={board} />);
      const start = () => user.click(screen.getByRole('button', { name: 'Spustiť: Hlasovanie' }));
      const question = () => screen.findByRole('alertdialog', { name: 'Tabuľa ešte nie je uložená' });
      await start();
      await user.click(within(await question()).getByRole('button', { name: 'Zrušiť' }));
      await waitFor(() => expect(screen.getByRole('button', { name: 'Spustiť: Hlasovanie' }).getAttribute('aria-disabled')).not.toBe('true'));
      expect(asked()).toEqual([]);
      await start();
      await user.click(within(await question()).getByRole('button', { name: 'Pokračovať aj tak' }));
      await waitFor(() => expect(asked()).toEqual([`POST /activities/${ids.vote}/start`]));
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    });
  });

  test('still reveals what was left hidden when the next activity began', async () => {
    const [write, vote] = room().agenda;
    const { user } = await show(<Panel room={room({ activity: voting, agenda: [{ ...write!, state: 'ended' }, { ...vote!, state: 'running' }] })} />);
    expect(screen.getByText('lístky sú stále skryté')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Odkryť lístky: Tiché písanie' }));
    expect(asked()).toEqual([`POST /activities/${ids.write}/reveal`]);
  });

  const endedRoom = (change: Partial<RoomState> = {}) => {
    const [write, vote] = room().agenda;
    return room({ activity: { ...writing, state: 'ended' }, agenda: [{ ...write!, state: 'ended', resumable: true, skipped: false }, vote!], ...change });
  };

  test('whoever ends an activity by mistake has it back with one press, and hears that she can', async () => {
    function Ending() {
      const [ended, setEnded] = useState(false);
      return (
        <>
          <button onClick={() => setEnded(true)}>it ended</button>
          <Panel room={ended ? endedRoom() : room()} />
        </>
      );
    }
    const { user } = await show(<Ending />);
    await user.click(screen.getByRole('button', { name: 'Ukončiť' }));
    await user.click(screen.getByRole('button', { name: 'it ended' }));
    expect(screen.getByText(/^Aktivita sa skončila\. Ak to bol omyl/).getAttribute('role')).toBe('status');
    const undo = screen.getByRole('button', { name: 'Vrátiť späť' });
    // the second press of a double click on “Ukončiť” is not meant for it
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    await waitFor(() => expect(undo.getAttribute('aria-disabled')).not.toBe('true'));
    await user.click(undo);
    expect(asked()).toEqual([`POST /activities/${ids.write}/end`, `POST /activities/${ids.write}/resume`]);
    expect(server.commands[1]?.body).toEqual({ running: null, until: 'as-before' });
  });

  test('continues an ended activity for five minutes or until it is ended', async () => {
    const { user } = await show(<Panel room={endedRoom()} />);
    expect(screen.queryByRole('button', { name: 'Vrátiť späť' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Pokračovať v aktivite' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Pokračovať v aktivite „Tiché písanie“?' });
    expect(within(dialog).getByText('Lístky zostanú skryté, kým ich neodkryjete.')).toBeTruthy();
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: 'Ešte 5 minút' }).checked).toBe(true);
    await user.click(within(dialog).getByRole('radio', { name: 'Bez časového limitu, kým ju neukončíte' }));
    await user.click(within(dialog).getByRole('button', { name: 'Pokračovať' }));
    await waitFor(() => expect(server.commands[0]).toMatchObject({ request: `POST /activities/${ids.write}/resume`, body: { running: null, until: 'ended' } }));
  });

  test('continues an earlier activity, and says that the running one ends', async () => {
    const [write, vote] = room().agenda;
    const { user } = await show(<Panel room={room({ activity: voting, agenda: [{ ...write!, state: 'ended', resumable: true, skipped: false }, { ...vote!, state: 'running' }] })} />);
    await user.click(screen.getByRole('button', { name: 'Pokračovať v aktivite: Tiché písanie' }));
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText(/^Aktivita „Hlasovanie“ sa tým skončí/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Pokračovať' }));
    await waitFor(() => expect(server.commands[0]?.body).toEqual({ running: ids.vote, until: 5 }));
  });

  test('pauses the time and lets it go on', async () => {
    const { user, unmount } = await show(<Panel room={room()} />);
    await user.click(screen.getByRole('button', { name: 'Pozastaviť čas' }));
    unmount();
    const paused = { ...writing, pausedAt: '2026-11-22T16:58:00.000Z' };
    const again = await show(<Panel room={room({ activity: paused })} />);
    expect(screen.getByRole('timer').textContent).toBe('12:00Pauza');
    await again.user.click(screen.getByRole('button', { name: 'Pokračovať v čase' }));
    expect(server.commands.map(({ request, body }) => [request, body])).toEqual([
      [`POST /activities/${ids.write}/pause`, { paused: true }], [`POST /activities/${ids.write}/pause`, { paused: false }],
    ]);
  });

  test('leaves a step out, takes it in again, and leads back to the step before', async () => {
    const [write, vote] = room().agenda;
    const third = { ...vote!, id: '00000000-0000-4000-8000-000000000003', title: 'Zhrnutie', kind: 'information' as const };
    const { user, unmount } = await show(<Panel room={room({ agenda: [write!, vote!, third] })} />);
    expect(screen.queryByRole('button', { name: /^Späť na/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Vynechať: Hlasovanie' }));
    unmount();
    const again = await show(<Panel room={room({ agenda: [{ ...write!, state: 'ended', resumable: true }, { ...vote!, skipped: true }, { ...third, state: 'running' }], activity: { ...writing, id: third.id, kind: 'information', part: null } })} />);
    expect(screen.getByText(/vynechané/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Vynechať: Hlasovanie' })).toBeNull();
    await again.user.click(screen.getByRole('button', { name: 'Vrátiť do programu: Hlasovanie' }));
    await waitFor(() => expect(server.commands.map(({ body }) => body)).toEqual([{ skipped: true }, { skipped: false }]));
    await again.user.click(screen.getByRole('button', { name: 'Späť na: Tiché písanie' }));
    expect(screen.getByRole('alertdialog', { name: 'Pokračovať v aktivite „Tiché písanie“?' })).toBeTruthy();
  });

  test('an activity without a time limit says so', async () => {
    await show(<Panel room={room({ activity: { ...writing, endsAt: null } })} />);
    expect(screen.getByText('Bez časového limitu')).toBeTruthy();
    expect(screen.queryByRole('timer')).toBeNull();
  });

  test('shows an earlier vote’s result, and leads the hall back', async () => {
    const [write, vote] = room().agenda;
    const agenda = [{ ...vote!, state: 'ended' as const, resumable: true, skipped: false, hasResult: true }, { ...write!, state: 'running' as const }];
    const first = await show(<Panel room={room({ agenda })} />);
    await first.user.click(screen.getByRole('button', { name: 'Ukázať výsledok: Hlasovanie' }));
    first.unmount();
    const result = { options: [], eligibleCount: 9, votedCount: 7, abstainedCount: 2 };
    const { user } = await show(<Panel room={room({ agenda: [{ ...agenda[0]!, resumable: false, skipped: false }, agenda[1]!], hall: { ...voting, state: 'ended', resultShown: true, part: { ...voting.part, result } } })} />);
    expect(screen.queryByRole('button', { name: 'Ukázať výsledok: Hlasovanie' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Pokračovať/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Späť k aktivite' }));
    expect(asked()).toEqual([`POST /activities/${ids.vote}/show-result`, `POST /sessions/${ids.session}/leave-result`]);
  });

  test('names who has written nothing yet, once something was begun', async () => {
    const person = (id: string, nickname: string | null) => ({ id, nickname, sector: null, online: true, removed: false, cardCount: null });
    const silent = staff({ participants: [person('a', 'Jana'), person('b', 'Peter'), person('c', null)], silentIds: ['b', 'c'] });
    await show(<Panel room={room()} staff={silent} />);
    const list = screen.getByText('2 ľudia zatiaľ nenapísali nič pod svojím menom').closest('details')!;
    expect(within(list).getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual(['Peter', 'Bez mena']);
  });

  test('shows a part of the board on all phones, and stops', async () => {
    const frame = (id: string, title: string) => ({ id, title, drawings: [], clusters: [] });
    server = givenServer({ 'GET /boards/*': { boardId: room().boardId, title: '', rule: null, frames: [frame('f1', 'Problémy'), frame('f2', 'Riešenia')], noteCount: 0, may: {} }, 'PUT /sessions/*/look': null, 'DELETE /sessions/*/look': null });
    const { user } = await show(<Panel room={room({ look: { id: 'look', frameId: 'f1', title: 'Problémy' } })} />);
    const section = within(await screen.findByRole('region', { name: 'Všetci sem' }));
    section.getByText('Všetci teraz vidia: Problémy');
    await section.findByRole('option', { name: 'Riešenia' });
    await user.selectOptions(section.getByRole('combobox', { name: 'Čo ukázať' }), 'Riešenia');
    await user.click(section.getByRole('button', { name: 'Ukázať všetkým' }));
    await user.click(section.getByRole('button', { name: 'Skončiť ukazovanie' }));
    await waitFor(() => expect(asked()).toEqual([`PUT /sessions/${ids.session}/look`, `DELETE /sessions/${ids.session}/look`]));
  });

  test('tells how many have not voted, never who', async () => {
    await show(<Panel room={room({ activity: voting })} />);
    expect(screen.getByText('Hlasovalo 7 z 9')).toBeTruthy();
    expect(screen.getByText('ešte 2 nehlasovali')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ukončiť hlasovanie' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ukázať výsledok' })).toBeNull();
  });

  test('shows the result after the end, when asked to', async () => {
    const { user } = await show(<Panel room={room({ activity: { ...voting, state: 'ended' } })} />);
    await user.click(screen.getByRole('button', { name: 'Ukázať výsledok' }));
    expect(asked()).toEqual([`POST /activities/${ids.vote}/show-result`]);
  });

  test('gives the word in turn, and takes the last step back', async () => {
    const hands: StaffState['hands'] = [
      { participantId: 'b1', nickname: 'Jana', state: 'called', raisedAt: NOW },
      { participantId: 'b2', nickname: null, state: 'waiting', raisedAt: NOW },
    ];
    const { user } = await show(<Panel room={room()} staff={staff({ hands })} />);
    expect(within(screen.getByRole('region', { name: 'Hlásia sa 2' })).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['JanahovoríHotovo', 'niekto bez menaDať slovoZložiť ruku']);
    await user.click(screen.getByRole('button', { name: 'Dať slovo: niekto bez mena' }));
    await user.click(await screen.findByRole('button', { name: 'Vrátiť do poradia: niekto bez mena' }));
    await waitFor(() => expect(server.commands.map(({ request, body }) => [request, body])).toEqual([
      ['PUT /participants/b2/hand', { state: 'called', called: 'b1' }], ['PUT /participants/b2/hand', { state: 'waiting', called: 'b1' }],
    ]));
  });

  test('says how it goes in numbers, where it is told at all', async () => {
    const { unmount } = await show(<Panel room={room()} />);
    expect(screen.queryByRole('region', { name: 'Ako sa darí' })).toBeNull();
    unmount();
    await show(<Panel room={room()} staff={staff({ pace: { 'too-fast': 1, lost: 3, fine: 2 } })} />);
    const told = screen.getByRole('region', { name: 'Ako sa darí' });
    expect(within(told).getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['1', '3', '2']);
  });

  test('removes a participant only after asking', async () => {
    const { user } = await show(<Panel room={room()} />);
    await user.click(screen.getByText('2 účastníci, pripojení: 1'));
    await user.click(screen.getByRole('button', { name: 'Odobrať: Jana' }));
    expect(asked()).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Odobrať' }));
    await waitFor(() => expect(asked()).toEqual(['POST /participants/00000000-0000-4000-8000-0000000000b1/remove']));
  });

  test('lets somebody in again who was asked to leave', async () => {
    const [jana, other] = staff().participants;
    const { user } = await show(<Panel room={room()} staff={staff({ participants: [{ ...jana!, removed: true }, other!] })} />);
    await user.click(screen.getByText('Odobratí: 1'));
    await user.click(screen.getByRole('button', { name: 'Vpustiť späť: Jana' }));
    await waitFor(() => expect(asked()).toEqual(['POST /participants/00000000-0000-4000-8000-0000000000b1/let-in']));
  });

  test('closes only after asking, and leads on', async () => {
    const { user } = await show(<Panel room={room()} />);
    await user.click(screen.getByRole('button', { name: 'Skončiť stretnutie' }));
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText('2 aktivity ešte neskončili.')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Skončiť stretnutie' }));
    await waitFor(() => expect(closed).toEqual([ids.session]));
    expect(asked()).toEqual([`POST /sessions/${ids.session}/close`]);
  });

  test('has late answers of a vote counted, all or none, and sees nothing but how many there are', async () => {
    const late = { activityId: ids.write, title: 'Palce', waitingCount: 2, leftOutCount: 1, countedFrom: 1 };
    const { user, unmount } = await show(<Panel room={room()} staff={staff({ lateAnswers: [late] })} />);
    await screen.findByText('3 odpovede');
    await user.click(screen.getByRole('button', { name: 'Nezapočítať oneskorené odpovede: Palce' }));
    await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: `POST /activities/${ids.write}/late-answers`, body: { count: false } }));
    unmount();
    const { user: again } = await show(<Panel room={room()} staff={staff({ lateAnswers: [{ ...late, waitingCount: 0, leftOutCount: 3 }] })} />);
    await screen.findByText('Nezapočítané. Rozhodnutie môžete zmeniť, kým sa neukáže výsledok.');
    expect(screen.queryByRole('button', { name: 'Nezapočítať oneskorené odpovede: Palce' })).toBeNull();
    await again.click(screen.getByRole('button', { name: 'Započítať oneskorené odpovede: Palce' }));
    await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ body: { count: true } }));
  });

  test('is told why too few late answers are not counted once the words were read', async () => {
    const late = { activityId: ids.write, title: 'Čo chýba?', waitingCount: 3, leftOutCount: 0, countedFrom: 5 };
    await show(<Panel room={room()} staff={staff({ lateAnswers: [late] })} />);
    await screen.findByText(/až vtedy, keď ich bude aspoň 5/);
    expect(screen.queryByRole('button', { name: 'Započítať oneskorené odpovede: Čo chýba?' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Nezapočítať oneskorené odpovede: Čo chýba?' })).toBeTruthy();
  });

  test('takes a late card in or leaves it out', async () => {
    const late = { id: '00000000-0000-4000-8000-0000000000c1', activityId: ids.write, text: 'Prišlo neskoro', composedAt: NOW };
    const { user } = await show(<Panel room={room()} staff={staff({ lateCards: [late] })} />);
    await user.click(within(screen.getByRole('region', { name: 'Oneskorené lístky: 1' })).getByRole('button', { name: 'Prijať na tabuľu' }));
    expect(asked()).toEqual([`POST /cards/${late.id}/accept`]);
  });

  test('offers staff who do not run it only what they write for others', async () => {
    await show(<Panel room={room()} mayRun={false} />);
    await screen.findByRole('region', { name: 'Bez telefónu a z papiera' });
    const buttons = screen.queryAllByRole('button').map(({ textContent }) => textContent);
    expect(buttons).toEqual(['Prepísať lístky', 'Pridať človeka']);
  });

  test('warns when somebody guesses codes', async () => {
    await show(<Panel room={room()} staff={staff({ codeAlarm: true })} />);
    expect(screen.getByRole('alert').textContent).toContain('Niekto háda kódy');
  });
});

test.each([
  ['before anything began', room({ activity: null, agenda: [] }), 'Pripojte sa telefónom'],
  ['while people write', room(), 'Tiché písanie'],
  ['at the result', room({ activity: { ...voting, state: 'ended', resultShown: true, part: { ...voting.part, result: { options: [], eligibleCount: 9, votedCount: 7, abstainedCount: 2 } } } }), 'Výsledok hlasovania'],
  ['at an earlier result, while something else runs', room({ hall: { ...voting, state: 'ended', resultShown: true, part: { ...voting.part, result: { options: [], eligibleCount: 9, votedCount: 7, abstainedCount: 2 } } } }), 'Výsledok hlasovania'],
  ['after the end', room({ state: 'closed', activity: null }), 'Ďakujeme, že ste prišli'],
])('what the hall sees, in small: %s', async (_, shown, words) => {
  await show(<HallNow room={shown} clock={clock} />);
  expect(within(screen.getByRole('region', { name: 'Sála teraz vidí' })).getByText(words)).toBeTruthy();
});
