import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { BoardLink } from '../../../libs/realtime/dist/board-link.js';
import { Device } from '../server.mjs';

/** A device's live connection. */
export function connect(device) {
  return io(device.server.url, { path: '/socket', transports: ['websocket'], forceNew: true, extraHeaders: { cookie: device.cookie, origin: device.server.url } });
}

/** @returns the socket once it is in the room; `room` events come to it from then on */
export async function enterRoom(device, sessionId) {
  const socket = connect(device);
  await new Promise((done, fail) => {
    socket.on('connect_error', fail);
    socket.emit('room.enter', { sessionId }, (answer) => (answer.ok ? done() : fail(new Error(answer.problem.code))));
  });
  return socket;
}

/**
 * A device's copy of a board, kept by its link.
 * @param onCopy told of each document that is the copy from now on
 */
export async function openBoard(device, boardId, { socket = connect(device), onCopy = () => undefined } = {}) {
  let doc;
  let link;
  const use = (copy) => {
    doc = copy;
    doc.on('update', (update, origin) => origin !== 'link' && link.send(update));
    onCopy(doc);
  };
  use(new Y.Doc());
  await new Promise((ready) => {
    link = new BoardLink({
      socket,
      boardId,
      document: {
        apply: (updates, format) => doc.transact(() => updates.forEach((u) => (format === 'v2' ? Y.applyUpdateV2 : Y.applyUpdate)(doc, u, 'link')), 'link'),
        merge: (updates) => Y.mergeUpdates(updates),
        clock: (clientId) => Y.getState(doc.store, clientId),
        use: (clientId) => (doc.clientID = clientId),
        restart: () => use(new Y.Doc()),
      },
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      presence: false,
      onState: ({ phase }) => phase === 'ready' && ready(),
      onPresence: () => undefined,
      onNotTaken: () => undefined,
    });
  });
  return {
    close: () => {
      link.close();
      socket.close();
    },
  };
}

/** A session that is open, with the one who leads it. */
export async function givenOpenSession(server) {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { items } = await facilitator.get('processes');
  const { id: session } = await facilitator.post(`processes/${items[0].id}/sessions`, {
    kind: 'workshop', title: 'Meranie', welcome: '', plannedOn: null, plannedTime: null, place: '', language: 'sk', visibility: 'participants',
  });
  await facilitator.post(`sessions/${session}/open`);
  const { room } = await facilitator.get(`sessions/${session}/room`);
  return { facilitator, session, boardId: room.boardId, code: room.code };
}

/** Adds an activity and begins it; gives its id. */
export async function begin(facilitator, session, settings) {
  const { id } = await facilitator.post(`sessions/${session}/activities`, { title: 'Meriame', instruction: '', staffNotes: '', minutes: 60, methodId: null, settings });
  await facilitator.post(`activities/${id}/start`);
  return id;
}

export async function join(server, code, nickname = null) {
  const device = new Device(server);
  await device.post('joins', { code, nickname, sector: 'residents', language: 'sk' });
  return device;
}

export function card(text) {
  return { text, colour: 'yellow', frameId: null, language: 'sk', composedAt: new Date().toISOString() };
}
