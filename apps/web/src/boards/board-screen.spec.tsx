import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { addCluster, nameCluster, tallyCluster } from '@spolu/board/clusters';
import { addFrame } from '@spolu/board/frames';
import { removeItem } from '@spolu/board/items';
import { addNote, editNote, moveNote, putInCluster, readNotes, removeNote } from '@spolu/board/notes';
import { itemsOf } from '@spolu/board/shape';
import { BoardEvent } from '@spolu/realtime/board-events';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { BoardConnection } from './board-connection.ts';
import { BoardScreen, type BoardViewName } from './board-screen.tsx';
import { BOARD, FakeServer } from './fake-server.ts';
import type { Compose } from './note-editor.tsx';
import { MemoryPendingStore } from './memory-pending-store.ts';
import { ViewSwitch } from './view-switch.tsx';

/** What browsers have and jsdom lacks. */
class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, {
  ResizeObserver: NoResizes,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});
HTMLCanvasElement.prototype.getContext = (() => null) as HTMLCanvasElement['getContext'];

// Translating the sources takes longer than a browser's fetch of them.
beforeAll(() => import('./board-work.tsx'));

let server: FakeServer;
let connection: BoardConnection;

const add = (id: string, text: string, x: number, y: number, frameId: string | null = 'f1', participantId = 'p1') =>
  addNote(server.doc, { id, participantId, text, colour: 'yellow', position: { x, y, frameId }, createdAt: 0 });
const texts = () => readNotes(server.doc).map(({ text }) => text);
const lastSaid = () => screen.getByRole('status').lastElementChild?.textContent;
const noteOf = (text: string) => readNotes(server.doc).find((note) => note.text === text)!;

beforeEach(() => {
  listCount = 0;
  server = new FakeServer();
  addFrame(server.doc, { id: 'f1', title: 'Problémy', position: { x: 0, y: 0 }, size: { width: 900, height: 600 } });
  addFrame(server.doc, { id: 'f2', title: 'Nápady', position: { x: 0, y: 700 }, size: { width: 900, height: 600 } });
  add('a', 'Málo lavičiek', 24, 72);
  add('b', 'Hlučná ulica', 220, 72);
  add('hers', 'Cudzí lístok', 416, 72, 'f1', 'p2');
});

let listCount = 0;
const onList = () => void listCount++;
function Switched({ first, compose }: { first: BoardViewName; compose?: Compose | undefined }) {
  const [view, setView] = useState(first);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <>
      <BoardScreen connection={connection} view={view} nameOf={({ name }) => name ?? ''} compose={compose} seekPlace={bar} onList={onList} />
      <div ref={setBar} />
      <ViewSwitch view={view} onChange={setView} />
    </>
  );
}
async function join(view: BoardViewName, compose?: Compose, schedule = (run: () => void) => run()) {
  connection = new BoardConnection({
    socket: server, boardId: BOARD, personKey: 'p1', store: new MemoryPendingStore(), schedule,
    later: (run) => {
      const timer = setTimeout(run);
      return () => clearTimeout(timer);
    },
  });
  return renderPage(<Switched first={view} compose={compose} />, { texts: ['boards'] });
}
async function open(view: BoardViewName, compose?: Compose, schedule?: (run: () => void) => void) {
  const page = await join(view, compose, schedule);
  if (view === 'canvas') await screen.findByRole('group', { name: 'Priblíženie' });
  else await screen.findByRole('list', { name: 'Tabuľa ako zoznam' });
  return page;
}
const focused = () => document.activeElement?.getAttribute('aria-label');

test('a key pressed before the tools are there is kept for them', async () => {
  await join('canvas');
  const note = await screen.findByRole('article', { name: /Málo lavičiek/ });
  expect(screen.queryByRole('group', { name: 'Priblíženie' })).toBeNull();
  fireEvent.keyDown(note, { key: ' ', code: 'Space' });
  fireEvent.keyUp(note, { key: ' ', code: 'Space' });
  await waitFor(() => expect(note.getAttribute('aria-label')).toBe('Málo lavičiek, žltá, vybraný'));
});

describe('the plane, by keyboard', () => {
  async function openAt(name: RegExp) {
    const page = await open('canvas');
    const note = screen.getByRole('article', { name });
    await act(async () => note.focus());
    return page;
  }

  test('walks in reading order: the frame, then its notes row by row', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Rám Problémy, 3 lístky');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('Hlučná ulica, žltá');
    await user.keyboard('{End}');
    expect(focused()).toBe('Rám Nápady, 0 lístkov');
  });

  test('has one stop of Tab', async () => {
    await openAt(/Hlučná ulica/);
    const stops = [...document.querySelectorAll('.board-plane, .board-plane [tabindex]')].filter((element) => element.getAttribute('tabindex') === '0');
    expect(stops.map((element) => element.getAttribute('aria-label'))).toEqual(['Hlučná ulica, žltá']);
  });

  test("a frame has its corner to be resized by once one has gone to it, not while Tab would only lead there", async () => {
    server.rights = { ...server.rights, frames: true };
    await open('canvas');
    const corner = document.querySelector<HTMLElement>('.board-handle')!;
    expect(corner.hidden).toBe(true);
    act(() => screen.getByRole('heading', { name: /Problémy/ }).focus());
    expect(corner.hidden).toBe(false);
    act(() => screen.getByRole('article', { name: /Málo lavičiek/ }).focus());
    expect(corner.hidden).toBe(true);
  });

  test('moves a chosen note with the arrows, walks otherwise', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard(' ');
    expect(focused()).toBe('Málo lavičiek, žltá, vybraný');
    await user.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    expect(noteOf('Málo lavičiek').position).toEqual({ x: 44, y: 192, frameId: 'f1' });
    await user.keyboard('{Escape}{ArrowUp}');
    expect(focused()).not.toContain('Málo lavičiek');
  });

  test('writes a new note on the frame where the keyboard is, letter by letter, and comes back to it', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('n');
    await user.keyboard('Viac tieňa');
    await waitFor(() => expect(texts()).toContain('Viac tieňa'));
    expect(noteOf('Viac tieňa').position.frameId).toBe('f1');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(focused()).toBe('Viac tieňa, žltá'));
  });

  test('Enter on a frame begins a note there', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('{End}{Enter}Nový nápad{Escape}');
    await waitFor(() => expect(noteOf('Nový nápad').position.frameId).toBe('f2'));
  });

  test('a note left empty leaves nothing behind', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('n{Escape}');
    await user.keyboard('nx{Backspace}{Escape}');
    await waitFor(() => expect(texts()).toHaveLength(3));
  });

  test('deletes only her own, says so, and takes it back', async () => {
    const { user } = await openAt(/Cudzí lístok/);
    await user.keyboard('{Delete}');
    expect(lastSaid()).toBe('Cudzie lístky tu odstrániť nemôžete.');
    await user.keyboard('{ArrowLeft}{Delete}');
    await waitFor(() => expect(texts()).not.toContain('Hlučná ulica'));
    expect(lastSaid()).toMatch(/^Odstránený 1 lístok/);
    expect(document.activeElement).not.toBe(document.body);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(texts()).toContain('Hlučná ulica'));
  });

  test('groups what is chosen and asks for the name', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('{Control>}a{/Control}g');
    const dialog = await screen.findByRole('dialog', { name: 'Názov zhluku' });
    await user.type(within(dialog).getByRole('textbox', { name: /Ako sa zhluk volá/ }), 'Ulica{Enter}');
    await screen.findByRole('heading', { name: 'Zhluk Ulica, 3 lístky' });
  });

  test('everything is in one list by Shift+F10; duplicating chooses the copy', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: 'Čo sa tu dá urobiť' });
    await user.click(within(menu).getByRole('menuitem', { name: /Duplikovať/ }));
    await waitFor(() => expect(texts().filter((text) => text === 'Málo lavičiek')).toHaveLength(2));
    expect(lastSaid()).toBe('Pribudla 1 kópia');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    // The list gives the focus back in the frame after it has gone.
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  test('goes to a frame by its name', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('j');
    await user.click(within(await screen.findByRole('menu', { name: 'Prejsť na rám' })).getByRole('menuitem', { name: 'Nápady' }));
    await waitFor(() => expect(focused()).toBe('Rám Nápady, 0 lístkov'));
  });

  test('moves without dragging, by name', async () => {
    const { user } = await openAt(/Málo lavičiek/);
    await user.keyboard('m');
    const dialog = await screen.findByRole('dialog', { name: 'Presunúť do…' });
    await user.click(within(dialog).getByRole('button', { name: 'Presunúť' }));
    expect(within(dialog).getByText('Vyberte, kam.')).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: 'Nápady' }));
    await user.click(within(dialog).getByRole('button', { name: 'Presunúť' }));
    await waitFor(() => expect(noteOf('Málo lavičiek').position.frameId).toBe('f2'));
    await waitFor(() => expect(focused()).toBe('Málo lavičiek, žltá'));
  });

  test('the focus is never left on nothing when somebody else removes the note', async () => {
    await openAt(/Hlučná ulica/);
    await act(async () => server.others((doc) => removeNote(doc, 'b', 'staff')));
    expect(focused()).toBe('Cudzí lístok, žltá');
  });

  test('what others do is drawn without taking the focus', async () => {
    await openAt(/Málo lavičiek/);
    await act(async () => server.others((doc) => addNote(doc, { id: 'new', participantId: 'p2', text: 'Od iného', colour: 'blue', position: { x: 24, y: 300, frameId: 'f1' }, createdAt: 1 })));
    expect(screen.getByRole('article', { name: 'Od iného, modrá' })).toBeTruthy();
    expect(focused()).toBe('Málo lavičiek, žltá');
  });
});

describe('writing', () => {
  test("two people's words in one note are both kept", async () => {
    const { user } = await open('canvas');
    await act(async () => screen.getByRole('article', { name: /Málo lavičiek/ }).focus());
    await user.keyboard('{Enter}');
    await act(async () => server.others((doc) => editNote(doc, 'a', 'Veľmi málo lavičiek')));
    await user.keyboard(' v parku');
    await waitFor(() => expect(texts()).toContain('Veľmi málo lavičiek v parku'));
  });

  test('what is too long outlives the editor, when the page is left or the list opened', async () => {
    const writing = async () => {
      const page = await open('canvas');
      await act(async () => screen.getByRole('article', { name: /Málo lavičiek/ }).focus());
      await page.user.keyboard('{Enter}');
      return { ...page, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text lístka' }) };
    };
    const before = await writing();
    await before.user.paste(' a stromov'.repeat(100));
    before.unmount();
    const { user, field } = await writing();
    expect(field.value).toBe(`Málo lavičiek${' a stromov'.repeat(100)}`);
    await user.clear(field);
    await user.keyboard('Krátko{Escape}');
    await waitFor(() => expect(texts()).toContain('Krátko'));
  });

  test('what is too long stays in the field, with the reason, until it is shortened', async () => {
    const { user } = await open('canvas');
    await act(async () => screen.getByRole('article', { name: /Málo lavičiek/ }).focus());
    await user.keyboard('{Enter}');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text lístka' });
    await user.clear(field);
    await user.paste('x'.repeat(1_003));
    expect(field.value).toHaveLength(1_003);
    expect(screen.getByText(/^O 3 znaky viac/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('textbox', { name: 'Text lístka' })).toBe(field);
    await user.keyboard('{Backspace}{Backspace}{Backspace}');
    await waitFor(() => expect(texts()).toContain('x'.repeat(1_000)));
  });

  test('a server that died with changes nobody stored does not take the pen away: the copy is made anew under it', async () => {
    const { user } = await open('canvas');
    await user.click(screen.getByRole('button', { name: 'Nový lístok' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text lístka' });
    await user.keyboard('Začaté');
    await waitFor(() => expect(texts()).toContain('Začaté'));
    await act(async () => server.killed((doc) => addNote(doc, { id: 'lost', participantId: 'p2', text: 'Stratený', colour: 'yellow', position: { x: 24, y: 300, frameId: 'f1' }, createdAt: 0 })));
    await user.keyboard(', dopísané');
    const before = connection.snapshot.copy;
    await act(async () => server.connect());
    expect(connection.snapshot.copy).not.toBe(before);
    await user.keyboard(' a hotové');
    await waitFor(() => expect(texts()).toContain('Začaté, dopísané a hotové'));
    expect(texts()).not.toContain('Stratený');
    expect(screen.queryByRole('article', { name: /Stratený/ })).toBeNull();
    expect(document.activeElement).toBe(field);
    await user.click(screen.getByRole('button', { name: 'Hotovo' }));
    expect(screen.getByRole('article', { name: /^Začaté, dopísané a hotové/ })).toBeTruthy();
    expect(texts()).toHaveLength(4);
    // The hands are at the new copy.
    await user.keyboard('{Delete}');
    await waitFor(() => expect(texts()).toHaveLength(3));
  });

  test("somebody else's note opens for reading", async () => {
    const { user } = await open('canvas');
    await act(async () => screen.getByRole('article', { name: /Cudzí lístok/ }).focus());
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(within(screen.getByRole('dialog', { name: 'Lístok' })).getByText('Cudzí lístok')).toBeTruthy();
  });

  test('while cards are hidden they go to the server, not to the board', async () => {
    server.rights = { ...server.rights, createNotes: false };
    const send = jest.fn<Compose['send']>(async () => undefined);
    const { user } = await open('canvas', { mode: 'hidden', draftKey: 'card 1', send });
    await user.click(screen.getByRole('button', { name: 'Nový lístok' }));
    await user.keyboard('Tajný nápad');
    await user.click(screen.getByRole('button', { name: 'Pridať lístok' }));
    await screen.findByText('Lístok je odoslaný.');
    expect(send.mock.calls[0]?.[0]).toMatchObject({ text: 'Tajný nápad', colour: 'yellow' });
    expect(texts()).toHaveLength(3);
  });

  test('a card that could not be sent stays in the field', async () => {
    server.rights = { ...server.rights, createNotes: false };
    const { user } = await open('canvas', { mode: 'hidden', draftKey: 'card 2', send: async () => Promise.reject(new Error('offline')) });
    await user.click(screen.getByRole('button', { name: 'Nový lístok' }));
    await user.keyboard('Dôležité slová');
    await user.click(screen.getByRole('button', { name: 'Pridať lístok' }));
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text lístka' }).value).toBe('Dôležité slová'));
  });
});

/** Holds back what is said of others' doings until the test asks for it. */
function gather() {
  const later = window.setTimeout.bind(window);
  const waiting: (() => void)[] = [];
  const wait = (run: () => void, ms?: number) => (ms === 5_000 ? waiting.push(run) : later(run, ms));
  // Not mocked by the runner: the testing library would take that for a clock it has to wind.
  Object.assign(window, { setTimeout: wait });
  return {
    waiting,
    now: () => {
      act(() => waiting.forEach((run) => run()));
      Object.assign(window, { setTimeout: later });
    },
  };
}

describe('the list', () => {
  test('what one finds on coming is no news; what others do then is said by its frame', async () => {
    const said = gather();
    const frame: (() => void)[] = [];
    const draw = () => act(() => frame.splice(0).forEach((run) => run()));
    await open('outline', undefined, (run) => void frame.push(run));
    draw();
    expect(said.waiting).toEqual([]);
    await act(async () => server.others((doc) => addNote(doc, { id: 'new', participantId: 'p2', text: 'Od iného', colour: 'blue', position: { x: 24, y: 300, frameId: 'f1' }, createdAt: 1 })));
    draw();
    said.now();
    expect(lastSaid()).toBe('1 nový lístok v ráme Problémy');
  });

  test('what was grouped is done with: the next choice begins anew, and the keyboard goes on at the cluster', async () => {
    const { user } = await open('outline');
    await user.click(screen.getByRole('checkbox', { name: 'Vybrať: Málo lavičiek' }));
    await user.click(screen.getByRole('checkbox', { name: 'Vybrať: Hlučná ulica' }));
    await user.click(screen.getByRole('button', { name: 'Zoskupiť' }));
    const dialog = await screen.findByRole('dialog', { name: 'Názov zhluku' });
    await user.type(within(dialog).getByRole('textbox', { name: /Ako sa zhluk volá/ }), 'Ulica{Enter}');
    await waitFor(() => expect(focused()).toBe('Pomenovať zhluk Ulica'));
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
    expect(screen.queryByRole('group', { name: 'Nástroje pre výber' })).toBeNull();
  });

  test('reads frame by frame, one stop of Tab, arrows walk lines and their buttons', async () => {
    const { user } = await open('outline');
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Problémy', 'Nápady']);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Vybrať: Málo lavičiek');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Otvoriť: Hlučná ulica');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Presunúť do…: Hlučná ulica');
  });

  test('edits in place and comes back to the line', async () => {
    const { user } = await open('outline');
    await user.click(screen.getByRole('button', { name: 'Otvoriť: Málo lavičiek' }));
    await user.keyboard(' na námestí{Escape}');
    await waitFor(() => expect(texts()).toContain('Málo lavičiek na námestí'));
    expect(focused()).toBe('Otvoriť: Málo lavičiek na námestí');
  });

  test('colours, deletes and undoes', async () => {
    const { user } = await open('outline');
    await user.click(screen.getByRole('checkbox', { name: 'Vybrať: Málo lavičiek' }));
    await user.click(screen.getByRole('radio', { name: 'zelená' }));
    await waitFor(() => expect(noteOf('Málo lavičiek').colour).toBe('green'));
    await user.click(screen.getByRole('button', { name: 'Odstrániť: Hlučná ulica' }));
    await waitFor(() => expect(texts()).not.toContain('Hlučná ulica'));
    expect(focused()).toContain('Cudzí lístok');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(texts()).toContain('Hlučná ulica'));
  });

  test('letters lead to the line that begins with them', async () => {
    const { user } = await open('outline');
    await user.tab();
    await user.keyboard('hlu');
    expect(focused()).toBe('Otvoriť: Hlučná ulica');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('Otvoriť: Málo lavičiek');
  });

  test('a drawing of her own that others take away is said, as it is with a note', async () => {
    server.rights = { ...server.rights, editAll: true, frames: true, draw: ['text'] };
    const said = gather();
    const { user } = await open('outline', undefined, queueMicrotask);
    await user.click(screen.getByRole('button', { name: 'Vložiť do rámu Problémy' }));
    await user.click(within(await screen.findByRole('menu', { name: 'Čo sa tu dá urobiť' })).getByRole('menuitem', { name: 'Text' }));
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'Pozor na termín{Escape}');
    await screen.findByRole('button', { name: 'Otvoriť: Text: Pozor na termín' });
    await waitFor(() => expect([...itemsOf(server.doc, 'text').values()]).toHaveLength(1));
    await act(async () => server.others((doc) => [...itemsOf(doc, 'text').keys()].forEach((id) => removeItem(doc, 'text', id, 'staff'))));
    await waitFor(() => expect(screen.queryByText('Text: Pozor na termín')).toBeNull());
    said.now();
    expect(lastSaid()).toBe('1 odstránený text, tvar alebo obrázok');
  });

  test('drawings have their lines: made, written, moved and taken away from there', async () => {
    server.rights = { ...server.rights, editAll: true, frames: true, draw: ['text', 'shape', 'connector', 'stroke', 'picture', 'pin', 'link'] };
    const { user } = await open('outline');
    const choose = async (button: string, name: string) => {
      await user.click(screen.getByRole('button', { name: button }));
      await user.click(within(await screen.findByRole('menu', { name: 'Čo sa tu dá urobiť' })).getByRole('menuitem', { name }));
    };
    await choose('Vložiť do rámu Problémy', 'Text');
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'Pozor na termín{Escape}');
    await waitFor(() => expect(focused()).toBe('Otvoriť: Text: Pozor na termín'));
    await user.click(screen.getByRole('button', { name: 'Presunúť do…: Text: Pozor na termín' }));
    const dialog = await screen.findByRole('dialog', { name: 'Presunúť do…' });
    await user.click(within(dialog).getByRole('radio', { name: 'Nápady' }));
    await user.click(within(dialog).getByRole('button', { name: 'Presunúť' }));
    await waitFor(() => expect([...itemsOf(server.doc, 'text').values()].map((text) => (text.get('p') as unknown[])[2])).toEqual(['f2']));
    await choose('Viac: Text: Pozor na termín', 'Zamknúť');
    expect(await screen.findByText('zamknuté')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Odstrániť: Text: Pozor na termín' })).toBeNull();
    await choose('Viac: Text: Pozor na termín', 'Odomknúť');
    await user.click(await screen.findByRole('button', { name: 'Odstrániť: Text: Pozor na termín' }));
    await waitFor(() => expect(screen.queryByText('Text: Pozor na termín')).toBeNull());
    expect(document.activeElement).not.toBe(document.body);
  });

  test('a line is drawn to something by its name, and has a line of its own', async () => {
    server.rights = { ...server.rights, draw: ['connector'] };
    const { user } = await open('outline');
    await user.click(screen.getByRole('button', { name: 'Viac: Málo lavičiek' }));
    await user.click(within(await screen.findByRole('menu', { name: 'Čo sa tu dá urobiť' })).getByRole('menuitem', { name: 'Spojiť s…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Spojiť čiarou' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Nájsť podľa slova' }), 'hlucna');
    expect(within(dialog).getByRole('status').textContent).toBe('Nájdený 1 výsledok');
    await user.click(within(dialog).getByRole('button', { name: 'Spojiť' }));
    expect(within(dialog).getByText('Vyberte, s čím.')).toBeTruthy();
    await user.click(within(dialog).getByRole('radio', { name: 'Hlučná ulica' }));
    await user.click(within(dialog).getByRole('button', { name: 'Spojiť' }));
    expect(await screen.findByRole('button', { name: 'Otvoriť: Spojnica: od Málo lavičiek k Hlučná ulica' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  test('the keyboard stays with its line while others work around it, and goes on beside it when they take it away', async () => {
    const { user } = await open('outline');
    await user.tab();
    await user.keyboard('hlu');
    await act(async () => server.others((doc) => editNote(doc, 'b', 'Hlučná a prašná ulica')));
    await waitFor(() => expect(focused()).toBe('Otvoriť: Hlučná a prašná ulica'));
    await act(async () => server.others((doc) => moveNote(doc, 'b', { x: 24, y: 72, frameId: 'f2' })));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Pridať lístok do rámu Nápady' }).compareDocumentPosition(document.activeElement!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING));
    expect(focused()).toBe('Otvoriť: Hlučná a prašná ulica');
    await act(async () => server.others((doc) => removeNote(doc, 'b', 'staff')));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Nápady'));
  });

  test("others' changes never take the focus from elsewhere", async () => {
    const { user } = await open('outline');
    await user.click(screen.getByRole('button', { name: 'Otvoriť: Málo lavičiek' }));
    await user.keyboard(' dnes');
    await act(async () => server.others((doc) => removeNote(doc, 'b', 'staff')));
    await user.keyboard(' aj zajtra');
    await waitFor(() => expect(texts()).toContain('Málo lavičiek dnes aj zajtra'));
    await user.keyboard('{Escape}');
    await act(async () => (document.activeElement as HTMLElement).blur());
    await act(async () => server.others((doc) => removeNote(doc, 'a', 'staff')));
    expect(document.activeElement).toBe(document.body);
  });

  test('adds a note to a frame', async () => {
    const { user } = await open('outline');
    await user.click(screen.getByRole('button', { name: 'Pridať lístok do rámu Nápady' }));
    await user.keyboard('Zo zoznamu{Escape}');
    await waitFor(() => expect(noteOf('Zo zoznamu').position.frameId).toBe('f2'));
  });
});

describe.each(['canvas', 'outline'] as const)('finding, on the %s', (view) => {
  test('the results are counted aloud, and one leads there', async () => {
    const { user } = await open(view);
    await user.click(screen.getByRole('button', { name: 'Hľadať' }));
    const dialog = await screen.findByRole('dialog', { name: 'Nájsť na tabuli' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Slovo alebo jeho časť' }), 'hlucna');
    expect(within(dialog).getByRole('status').textContent).toBe('Nájdený 1 výsledok');
    await user.click(within(dialog).getByRole('button', { name: 'Hlučná ulica' }));
    await waitFor(() => expect(focused()).toBe(view === 'canvas' ? 'Hlučná ulica, žltá' : 'Otvoriť: Hlučná ulica'));
  });

  test('her own notes alone', async () => {
    const { user } = await open(view);
    await user.click(screen.getByRole('button', { name: 'Hľadať' }));
    const dialog = await screen.findByRole('dialog', { name: 'Nájsť na tabuli' });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Len lístky' }), 'moje');
    expect(within(within(dialog).getByRole('list', { name: 'Výsledky' })).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Málo lavičiek', 'Hlučná ulica']);
  });
});

test('a locked board offers nothing to change, and can be read', async () => {
  await open('canvas');
  await act(async () => server.grant({ write: false, createNotes: false, group: false }));
  expect(screen.queryByRole('button', { name: 'Nový lístok' })).toBeNull();
  expect(screen.getByRole('article', { name: /Málo lavičiek/ })).toBeTruthy();
});

test('words the board refused are offered again, with the reason', async () => {
  const { user } = await open('canvas');
  await act(async () => screen.getByRole('article', { name: /Málo lavičiek/ }).focus());
  await user.keyboard('n');
  server.refuse = 'board/full';
  await user.keyboard('Neskoro{Escape}');
  const notTaken = await screen.findByRole('alert', { name: '1 lístok tabuľa neprijala' });
  // What was typed before the field was gone.
  expect(within(notTaken).getByText(/^N[eskoro]*$/)).toBeTruthy();
  await user.click(within(notTaken).getByRole('button', { name: 'Skúsiť znova' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('whoever shows a board is told when its list is there, once for each time that it is shown', async () => {
  const { user } = await open('canvas');
  expect(listCount).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Zoznam' }));
  await screen.findByRole('list', { name: 'Tabuľa ako zoznam' });
  expect(listCount).toBe(1);
});

test('what a cluster came to in a vote stands on it, on plane and list; under another name it no longer counts', async () => {
  addCluster(server.doc, { id: 'k', title: 'Doprava' });
  putInCluster(server.doc, 'b', 'k');
  tallyCluster(server.doc, 'k', 5, 'Doprava');
  const { user } = await open('canvas');
  const heading = screen.getByRole('heading', { name: 'Zhluk Doprava, 5 hlasov, 1 lístok' });
  expect(heading.textContent).toBe('Doprava · 5 hlasov');
  await user.click(screen.getByRole('button', { name: 'Zoznam' }));
  await screen.findByText('5 hlasov');
  await user.click(screen.getByRole('button', { name: 'Plátno' }));
  await act(async () => server.others((doc) => nameCluster(doc, 'k', 'Cesty')));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Zhluk Cesty, 1 lístok' }).textContent).toBe('Cesty'));
});

describe('filter and colours, for this viewer alone', () => {
  const user = () => within(screen.getByRole('region', { name: 'Filter a farby' }));
  beforeEach(() => history.replaceState(null, '', location.pathname));
  const groupUp = () => {
    addCluster(server.doc, { id: 'k', title: 'Doprava' });
    putInCluster(server.doc, 'b', 'k');
  };
  async function filterByCluster(page: Awaited<ReturnType<typeof open>>) {
    await page.user.click(screen.getByRole('button', { name: 'Filter' }));
    await screen.findByRole('region', { name: 'Filter a farby' });
    await page.user.selectOptions(user().getByRole('combobox', { name: 'Zvýrazniť podľa' }), 'Zhluk');
    await page.user.click(user().getByRole('checkbox', { name: /^Doprava/ }));
  }

  test('on the plane the others are dimmed and said to be outside; nothing of it is written; all of it comes back', async () => {
    groupUp();
    const page = await open('canvas');
    const before = server.received.length;
    await filterByCluster(page);
    const note = (name: RegExp) => screen.getByRole('article', { name });
    expect(note(/^Málo lavičiek/).className).toContain('is-dimmed');
    expect(note(/^Málo lavičiek/).getAttribute('aria-label')).toBe('Málo lavičiek, žltá, mimo filtra');
    expect(note(/^Hlučná ulica/).className).not.toContain('is-dimmed');
    expect(lastSaid()).toBe('1 lístok z 3');
    await page.user.selectOptions(user().getByRole('combobox', { name: 'Zafarbiť podľa' }), 'Zhluk');
    expect(note(/^Hlučná ulica/).dataset).toMatchObject({ colour: 'yellow', sign: '1' });
    expect(note(/^Málo lavičiek/).dataset).toMatchObject({ colour: 'none', sign: '–' });
    expect(location.hash).toBe('#filter=cluster&only=k&colour=cluster');
    expect(server.received).toHaveLength(before);
    await page.user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Filter a farby' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter' }));
    await page.user.click(screen.getByRole('button', { name: 'Ukázať všetky' }));
    await page.user.click(screen.getByRole('button', { name: 'Vlastné farby' }));
    expect(note(/^Málo lavičiek/).className).not.toContain('is-dimmed');
    expect(note(/^Hlučná ulica/).dataset).toMatchObject({ colour: 'yellow', sign: '' });
    expect(location.hash).toBe('');
  });

  test('in the list only what is meant has a line, with how many there are; the other view keeps it', async () => {
    groupUp();
    const page = await open('canvas');
    await filterByCluster(page);
    await page.user.click(screen.getByRole('button', { name: 'Zoznam' }));
    const list = await screen.findByRole('list', { name: 'Tabuľa ako zoznam' });
    expect(within(list).getByText('Hlučná ulica')).toBeTruthy();
    expect(within(list).queryByText('Málo lavičiek')).toBeNull();
    expect(within(list).queryByText('Nápady')).toBeNull();
    expect((await screen.findByRole('group', { name: 'Filter a farby, ktoré teraz platia' })).textContent).toContain('1 lístok z 3');
    await page.user.click(screen.getByRole('button', { name: 'Ukázať všetky' }));
    expect(await within(list).findByText('Málo lavičiek')).toBeTruthy();
  });

  test('a note that others put elsewhere while it is written in keeps its line until it is done', async () => {
    groupUp();
    putInCluster(server.doc, 'hers', 'k');
    history.replaceState(null, '', '#filter=cluster&only=k');
    const page = await open('outline');
    await page.user.click(await screen.findByRole('button', { name: 'Otvoriť: Hlučná ulica' }));
    await act(async () => server.others((doc) => putInCluster(doc, 'b', null)));
    await page.user.type(screen.getByRole('textbox', { name: 'Text lístka' }), ' v noci');
    await page.user.click(screen.getByRole('button', { name: 'Hotovo' }));
    expect(texts()).toContain('Hlučná ulica v noci');
    expect(lastSaid()).toBe('Lístok je uložený, ale filtru nezodpovedá, preto v zozname nie je.');
    expect(screen.queryByText('Hlučná ulica v noci')).toBeNull();
    await act(async () => server.others((doc) => putInCluster(doc, 'hers', null)));
    await screen.findByText('Filtru nezodpovedá žiadny lístok');
  });

  test('a participant is offered her own notes, never somebody else’s', async () => {
    const page = await open('canvas');
    await page.user.click(screen.getByRole('button', { name: 'Filter' }));
    await screen.findByRole('region', { name: 'Filter a farby' });
    const by = user().getByRole('combobox', { name: 'Zvýrazniť podľa' });
    expect(within(by).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['všetky lístky', 'Autor']);
    await page.user.selectOptions(by, 'Autor');
    expect(user().getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual(['Moje lístky2 lístky', 'Lístky iných1 lístok']);
  });

  test('on an anonymous board nobody is offered at all', async () => {
    const page = await open('canvas');
    await act(async () => server.grant({}, { anonymous: true }));
    await page.user.click(screen.getByRole('button', { name: 'Filter' }));
    await screen.findByRole('region', { name: 'Filter a farby' });
    expect(within(user().getByRole('combobox', { name: 'Zvýrazniť podľa' })).getAllByRole('option')).toHaveLength(1);
    expect(user().getByText('Na tabuli zatiaľ nie je nič, čím by sa lístky dali rozlíšiť.')).toBeTruthy();
  });
});

describe('following and the spotlight', () => {
  const ELSEWHERE = { x: 0, y: 720, width: 400, height: 300 };
  const WHOLE = { x: -400, y: -400, width: 2_000, height: 2_000 };
  const anna = { slot: 3, participantId: 'p3', name: 'Anna', staff: true };
  const camera = () => document.querySelector<HTMLElement>('.board-layer')?.style.transform;
  const bar = () => screen.getByRole('group', { name: 'Koho pohľad vidíte' });
  const people = (...joined: object[]) => act(async () => server.tell(BoardEvent.people, { channel: 1, joined, left: [] }));
  const spotlight = (shown: object | null) => act(async () => server.tell(BoardEvent.spotlight, { channel: 1, spotlight: shown }));
  const view = (slot: number, part: typeof WHOLE) => act(async () => server.view(slot, part));
  // Somebody who wants nothing that moves: the view is there at once.
  const { matchMedia } = globalThis;
  beforeEach(() => {
    globalThis.matchMedia = ((query: string) => ({ matches: query.includes('reduced-motion'), addEventListener() {}, removeEventListener() {} })) as unknown as typeof matchMedia;
  });
  afterEach(() => {
    globalThis.matchMedia = matchMedia;
  });
  async function followAnna() {
    const page = await open('canvas');
    await people(anna, { slot: 7, participantId: 'p1', name: null, staff: false });
    await page.user.click(screen.getByRole('button', { name: 'Ľudia' }));
    await page.user.click(await screen.findByRole('button', { name: 'Sledovať: Anna' }));
    await page.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ľudia' }));
    return page;
  }

  test('whom one follows leads the plane until one moves it oneself', async () => {
    const page = await followAnna();
    expect(server.asked.at(-1)).toEqual([BoardEvent.follow, { channel: 1, slot: 3 }]);
    expect((await screen.findByRole('group', { name: 'Koho pohľad vidíte' })).textContent).toContain('Sledujete: Anna');
    expect(lastSaid()).toBe('Sledujete: Anna');
    const before = camera();
    await view(3, ELSEWHERE);
    const led = camera();
    expect(led).not.toBe(before);
    expect(bar().textContent).toContain('Rám Nápady');
    await page.user.click(screen.getByRole('button', { name: 'Celá tabuľa' }));
    expect(screen.queryByRole('group', { name: 'Koho pohľad vidíte' })).toBeNull();
    expect(server.asked.at(-1)).toEqual([BoardEvent.follow, { channel: 1, slot: null }]);
    const own = camera();
    await view(3, ELSEWHERE);
    expect(camera()).toBe(own);
  });

  test('Escape ends it, and so does her going', async () => {
    const page = await followAnna();
    await screen.findByText('Sledujete: Anna', { selector: 'strong' });
    await page.user.keyboard('{Escape}');
    expect(server.asked.at(-1)).toEqual([BoardEvent.follow, { channel: 1, slot: null }]);
    await page.user.click(screen.getByRole('button', { name: 'Ľudia' }));
    await page.user.click(await screen.findByRole('button', { name: 'Sledovať: Anna' }));
    await act(async () => server.tell(BoardEvent.people, { channel: 1, joined: [], left: [3] }));
    expect(screen.queryByRole('group', { name: 'Koho pohľad vidíte' })).toBeNull();
    expect(lastSaid()).toBe('Pohľad máte znova vo svojich rukách.');
  });

  test('a spotlight leads everybody; who went her own way comes back with one button, and a new one takes her along again', async () => {
    const page = await open('canvas');
    await spotlight({ slot: 3, name: 'Anna', startedAt: 1 });
    await screen.findByText('Tabuľu ukazuje: Anna', { selector: 'strong' });
    await view(0, ELSEWHERE);
    const led = camera();
    await page.user.click(screen.getByRole('button', { name: 'Pozerať sa po svojom' }));
    await view(0, WHOLE);
    expect(camera()).toBe(led);
    await page.user.click(screen.getByRole('button', { name: 'Vrátiť sa k ukazovaniu' }));
    expect(camera()).not.toBe(led);
    expect(bar().textContent).toContain('2 celé rámy');
    await page.user.click(screen.getByRole('button', { name: 'Priblížiť' }));
    await screen.findByRole('button', { name: 'Vrátiť sa k ukazovaniu' });
    await spotlight({ slot: 3, name: 'Anna', startedAt: 2 });
    await screen.findByRole('button', { name: 'Pozerať sa po svojom' });
    await spotlight(null);
    expect(screen.queryByRole('group', { name: 'Koho pohľad vidíte' })).toBeNull();
  });

  test('who comes while a spotlight is on is led by it from the first moment', async () => {
    server.spotlight = { slot: 3, name: 'Anna', startedAt: 1 };
    server.afterJoin = () => server.view(0, ELSEWHERE);
    await open('canvas');
    await screen.findByText('Tabuľu ukazuje: Anna', { selector: 'strong' });
    await waitFor(() => expect(bar().textContent).toContain('Rám Nápady'));
  });

  test('the list is not led: it says which frame is shown, and the keyboard stays', async () => {
    const page = await open('outline');
    await page.user.tab();
    const before = document.activeElement;
    await spotlight({ slot: null, name: 'Anna', startedAt: 1 });
    await view(0, ELSEWHERE);
    await screen.findByText('Tabuľu ukazuje: Anna', { selector: 'strong' });
    expect(bar().textContent?.trim()).toBe('Tabuľu ukazuje: AnnaRám Nápady');
    await waitFor(() => expect(lastSaid()).toBe('Rám Nápady'));
    expect(document.activeElement).toBe(before);
  });

  test('one\'s own view is sent while somebody wants it, and no longer', async () => {
    const page = await open('canvas');
    const views = () => server.shown.filter(({ kind }) => kind === 'view');
    await page.user.click(screen.getByRole('button', { name: 'Priblížiť' }));
    expect(views()).toEqual([]);
    await act(async () => server.tell(BoardEvent.followers, { channel: 1, count: 2 }));
    expect((await screen.findByRole('group', { name: 'Koho pohľad vidíte' })).textContent?.trim()).toBe('Váš pohľad sledujú 2 ľudia');
    expect(views()).not.toEqual([]);
    await act(async () => server.tell(BoardEvent.followers, { channel: 1, count: 0 }));
    const sent = views().length;
    await page.user.click(screen.getByRole('button', { name: 'Oddialiť' }));
    expect(views()).toHaveLength(sent);
  });

  test('only who runs the session is offered to show hers', async () => {
    const page = await open('canvas');
    await page.user.click(screen.getByRole('button', { name: 'Ľudia' }));
    await screen.findByText('Pri tabuli nie je nikto iný.');
    expect(screen.queryByRole('button', { name: 'Zobraziť všetkým, čo vidím' })).toBeNull();
    await act(async () => server.grant({ present: true }));
    await page.user.click(screen.getByRole('button', { name: 'Zobraziť všetkým, čo vidím' }));
    expect(server.asked.at(-1)).toEqual([BoardEvent.present, { channel: 1, on: true }]);
    await spotlight({ slot: 7, name: 'Ja', startedAt: 1 });
    await screen.findByText('Všetci vidia to, čo vy', { selector: 'strong' });
    await page.user.click(screen.getByRole('button', { name: 'Skončiť' }));
    expect(server.asked.at(-1)).toEqual([BoardEvent.present, { channel: 1, on: false }]);
  });

  test('in an anonymous activity nobody is named', async () => {
    const page = await open('canvas');
    await people(anna);
    await act(async () => server.grant({}, { anonymous: true }));
    await page.user.click(screen.getByRole('button', { name: 'Ľudia' }));
    await screen.findByText('V anonymnej aktivite nie je vidno, kto je pri tabuli.');
    expect(screen.queryByText('Anna')).toBeNull();
  });
});
