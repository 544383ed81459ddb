import { Injectable } from '@nestjs/common';
import {
  HISTORY_PAGE_LENGTH, type BoardHistory, type BoardRule, type HistoryAuthor, type HistoryPerson, type HistoryQuery, type NoteHistory, type NoteQuery, type PastBoard, type PastBox,
  type PastQuery, type Restored, type RestoreBoard, type UndoAllOf, type UndoneAll,
} from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import type { Change } from '@spolu/board/edits';
import { fieldsAt, type BoardPast, type PastFields, type PastItem, type PastState } from '@spolu/board/past';
import { pastOutline } from '@spolu/board/past-outline';
import { restoreTo, undoAllOf } from '@spolu/board/restore';
import { ITEM_KINDS, type ItemKind, type Note } from '@spolu/board/shape';
import type { EntityManager } from 'typeorm';
import type * as Y from 'yjs';
import { Transactions } from '../database/transactions.ts';
import { demand, type Policy } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { BoardCheckpoints } from './board-checkpoints.ts';
import { authorOf, doingsOf, groupsOf, type Doing } from './board-doings.ts';
import { BoardHubs } from './board-hubs.ts';
import { authorKey, BoardLogReader, Breath, type ReadLog } from './board-log-reader.ts';
import { boardRightsOf, boardRoleOf, type BoardRole } from './board-rights.ts';
import { BoardStore, type UpdateAuthor } from './board-store.ts';
import { restoreBoard, viewHistory, type BoardFacts } from './boards.policy.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

interface Entered {
  rule: BoardRule;
  role: BoardRole;
}

/** What happened on a board, for those who run its session; and going back, which is a change like any other. */
@Injectable()
export class BoardHistoryService {
  constructor(
    private readonly store: BoardStore,
    private readonly logs: BoardLogReader,
    private readonly hubs: BoardHubs,
    private readonly checkpoints: BoardCheckpoints,
    private readonly identity: IdentityService,
    private readonly transactions: Transactions,
  ) {}

  /** @throws Problem `not-found`, `forbidden` for who takes part */
  async history(viewer: Viewer, boardId: string, { before }: HistoryQuery): Promise<BoardHistory> {
    const { rule, role } = await this.enter(viewHistory, viewer, boardId);
    const [board] = await this.transactions.manager.query<{ title: string }[]>('select title from board where id = $1', [boardId]);
    const log = await this.logs.read(boardId);
    const { past } = log;
    const groups = groupsOf(past, await allDoings(past)).filter((group) => before === undefined || past.entry(group.entry).tick < before);
    const last = groups[HISTORY_PAGE_LENGTH - 1];
    // Never half of a tick: the next page begins before it.
    const page = last ? groups.filter(({ entry }) => past.entry(entry).tick >= past.entry(last.entry).tick) : groups;
    const next = page.length < groups.length && last ? past.entry(last.entry).tick : null;
    const marked = (await this.checkpoints.list(boardId)).filter(({ tick }) => (before === undefined || tick < before) && (next === null || tick >= next));
    const nameOf = await this.authors(log, [...page.map(({ author }) => author), ...marked.map(authorKey)], marked);
    return {
      boardId,
      title: board?.title ?? '',
      tick: log.tick,
      entries: page.map(({ act, kind, author, items, entry, at }) => ({
        tick: past.entry(entry).tick, at: new Date(at).toISOString(), by: nameOf(author), act, kind, count: items.size, samples: samplesOf([...items.values()], entry),
      })),
      checkpoints: marked.map(({ tick, at, reason, activityId, ...by }) => ({ tick, at: at.toISOString(), reason, activityId, by: nameOf(authorKey(by)) })),
      before: next,
      may: { restore: boardRightsOf(role, rule).editAll },
    };
  }

  async people(viewer: Viewer, boardId: string): Promise<HistoryPerson[]> {
    await this.enter(viewHistory, viewer, boardId);
    const log = await this.logs.read(boardId);
    const counts = new Map<string, { added: number; changed: Set<string> }>();
    for (const { item, act, author } of await allDoings(log.past)) {
      if (author === null) continue;
      const count = counts.get(author) ?? { added: 0, changed: new Set() };
      counts.set(author, count);
      if (act === 'added') count.added++;
      else count.changed.add(`${item.kind} ${item.id}`);
    }
    const nameOf = await this.authors(log, [...counts.keys()]);
    return [...counts]
      .flatMap(([author, { added, changed }]) => {
        const by = nameOf(author);
        return by ? [{ by, addedCount: added, changedCount: changed.size }] : [];
      })
      .sort((a, b) => b.addedCount + b.changedCount - (a.addedCount + a.changedCount) || b.addedCount - a.addedCount);
  }

  /** @throws Problem `not-found` for a time before the board */
  async past(viewer: Viewer, boardId: string, { tick }: PastQuery): Promise<PastBoard> {
    await this.enter(viewHistory, viewer, boardId);
    const { past } = await this.logs.read(boardId);
    const entry = entryAt(past, tick);
    const { frames } = pastOutline(await stateOf(past, entry));
    const shown = frames.map(({ frame, clusters }) => ({
      id: frame?.id ?? null,
      title: frame?.title ?? '',
      box: frame && { ...frame.position, ...frame.size },
      clusters: clusters.map(({ cluster, notes }) => ({
        id: cluster?.id ?? null,
        title: cluster?.title ?? '',
        notes: notes.map((note) => ({ id: note.id, text: note.text, colour: note.colour, box: boxOn(note, frame?.position ?? { x: 0, y: 0 }) })),
      })),
    }));
    const noteCount = shown.reduce((sum, { clusters }) => sum + clusters.reduce((inFrame, { notes }) => inFrame + notes.length, 0), 0);
    return { boardId, tick: past.entry(entry).tick, at: new Date(past.entry(entry).at).toISOString(), frames: shown, noteCount };
  }

  async note(viewer: Viewer, boardId: string, { noteId }: NoteQuery): Promise<NoteHistory> {
    await this.enter(viewHistory, viewer, boardId);
    const log = await this.logs.read(boardId);
    const { past } = log;
    const note = past.item('note', noteId);
    if (!note) throw new Problem('not-found');
    // One's typing in a row is one step.
    const steps: Doing[] = [];
    for (const doing of doingsOf(past, note).sort((a, b) => a.entry - b.entry)) {
      const last = steps.at(-1);
      const goesOn = last && last.act === doing.act && last.author === doing.author && past.entry(doing.entry).at - past.entry(last.entry).at < 120_000;
      if (goesOn) steps[steps.length - 1] = doing;
      else steps.push(doing);
    }
    const nameOf = await this.authors(log, steps.map(({ author }) => author));
    return {
      noteId,
      text: textOf(note, past.entryCount - 1),
      steps: steps.map(({ entry, act, author }) => ({
        tick: past.entry(entry).tick, at: new Date(past.entry(entry).at).toISOString(), by: nameOf(author), act, text: detailOf(past, note, entry, act),
      })),
    };
  }

  /** @throws Problem `not-found`, `forbidden`, `board/read-only` while the board is closed */
  async restore(viewer: Viewer, boardId: string, { tick }: RestoreBoard): Promise<Restored> {
    const { role } = await this.enterToWrite(viewer, boardId);
    const { past } = await this.logs.read(boardId);
    const state = await stateOf(past, entryAt(past, tick));
    const withdrawn = await withdrawnOf(past, state);
    return this.goBack(boardId, role, 'before-restore', (doc) => {
      const changes = restoreTo(doc, state, (_, id) => withdrawn.has(id));
      return { changes, answer: { restoredCount: thingsIn(changes), withdrawnCount: withdrawn.size } };
    });
  }

  /** @throws Problem `not-found`, `forbidden`, `board/read-only` while the board is closed */
  async undoAllOf(viewer: Viewer, boardId: string, { authorId }: UndoAllOf): Promise<UndoneAll> {
    const { role } = await this.enterToWrite(viewer, boardId);
    const { past } = await this.logs.read(boardId);
    return this.goBack(boardId, role, 'before-undo', (doc) => {
      const { changes, undone, kept } = undoAllOf(doc, past, (item, field, entry) => authorOf(past, item, field, entry) === authorId);
      return { changes, answer: { undoneCount: undone, keptCount: kept } };
    });
  }

  private async goBack<T extends object>(
    boardId: string, { participantId, personId }: BoardRole, reason: 'before-restore' | 'before-undo', edit: (doc: Y.Doc) => { changes: Change[]; answer: T },
  ): Promise<T & { undoTick: number }> {
    const author: UpdateAuthor = { participantId, personId };
    const hub = await this.hubs.open(boardId);
    return this.transactions.run(async (em) => {
      const { changes, answer } = await hub.write(em, edit, author);
      hub.reviseWords(changes.flatMap(({ kind, id, field }) => (kind === 'note' && (field === 'text' || field === 'removed') ? [id] : [])));
      const { own, newest } = await ticksOf(em, boardId);
      if (own === null) return { ...answer, undoTick: newest };
      await this.checkpoints.mark(em, boardId, own - 1, reason, author);
      return { ...answer, undoTick: own - 1 };
    });
  }

  private async enter(policy: Policy, viewer: Viewer, boardId: string): Promise<Entered> {
    const rule = await this.store.ruleOf(boardId);
    const role = boardRoleOf(viewer, rule);
    const facts: BoardFacts = { role };
    demand(policy, viewer, facts);
    if (!rule || !role) throw new Problem('not-found');
    return { rule, role };
  }

  private async enterToWrite(viewer: Viewer, boardId: string): Promise<Entered> {
    const entered = await this.enter(restoreBoard, viewer, boardId);
    if (!boardRightsOf(entered.role, entered.rule).editAll) throw new Problem('board/read-only');
    return entered;
  }

  /** Who stands behind the keys of a log, with the names of those who have an account. */
  private async authors({ authors }: ReadLog, keys: readonly (string | null)[], more: readonly UpdateAuthor[] = []): Promise<(key: string | null) => HistoryAuthor | null> {
    const known = new Map(authors);
    for (const author of more) {
      const key = authorKey(author);
      if (key !== null && !known.has(key)) known.set(key, author);
    }
    // Whose note came by command is a participant of hers.
    const authorOfKey = (key: string) => known.get(key) ?? { participantId: key, personId: null };
    const names = await this.identity.namesOf(keys.flatMap((key) => (key === null ? [] : authorOfKey(key).personId ?? [])));
    return (key) => {
      if (key === null) return null;
      const { participantId, personId } = authorOfKey(key);
      return { participantId, personId, name: (personId && names.get(personId)) ?? null };
    };
  }
}

function entryAt(past: BoardPast, tick: number): number {
  const entry = past.entryAt(tick);
  if (entry < 0) throw new Problem('not-found');
  return entry;
}

async function allDoings(past: BoardPast): Promise<Doing[]> {
  const breath = new Breath();
  const doings: Doing[] = [];
  for (const item of past.items()) {
    doings.push(...doingsOf(past, item));
    if (breath.isDue) await breath.take();
  }
  return doings;
}

async function stateOf(past: BoardPast, entry: number): Promise<PastState> {
  const breath = new Breath();
  const state = new Map<ItemKind, Map<string, PastFields>>(ITEM_KINDS.map((kind) => [kind, new Map()]));
  for (const item of past.items()) {
    const fields = fieldsAt(item, entry);
    if (fields) state.get(item.kind)?.set(item.id, fields);
    if (breath.isDue) await breath.take();
  }
  return state;
}

/** What was there then and its author has taken back since. What somebody else took away in her name does not count. */
async function withdrawnOf(past: BoardPast, state: PastState): Promise<Set<string>> {
  const breath = new Breath();
  const withdrawn = new Set<string>();
  const last = past.entryCount - 1;
  for (const [kind, items] of state) {
    for (const [id, fields] of items) {
      if (fields.get('removed') !== null) continue;
      const item = past.item(kind, id);
      const removal = item?.touches('removed').at(-1);
      if (!item || removal === undefined || item.valueAt('removed', last) !== 'author') continue;
      const owner = item.valueAt('participantId', last) ?? null;
      if (authorOf(past, item, 'removed', removal) === owner) withdrawn.add(id);
      if (breath.isDue) await breath.take();
    }
  }
  return withdrawn;
}

const thingsIn = (changes: readonly Change[]) => new Set(changes.map(({ kind, id }) => `${kind} ${id}`)).size;

/** The tick of what this transaction wrote, if it did. */
async function ticksOf(em: EntityManager, boardId: string): Promise<{ own: number | null; newest: number }> {
  const [own] = await em.query<{ tick: number }[]>(
    'select tick from board_update where board_id = $1 and xmin = pg_current_xact_id()::xid order by tick desc limit 1', [boardId]);
  const [newest] = await em.query<{ tick: number }[]>('select tick from board_update where board_id = $1 order by tick desc limit 1', [boardId]);
  return { own: own?.tick ?? null, newest: newest?.tick ?? 1 };
}

function textOf(item: PastItem, entry: number): string {
  const field = item.isText('text') ? 'text' : 'title';
  const text = item.valueAt(field, entry);
  return typeof text === 'string' ? text : '';
}

function samplesOf(items: readonly PastItem[], entry: number): string[] {
  const texts = items.map((item) => textOf(item, entry).trim()).filter((text) => text !== '');
  return texts.slice(0, SAMPLES).map((text) => (text.length > SAMPLE_LENGTH ? `${[...text].slice(0, SAMPLE_LENGTH).join('')}…` : text));
}

/** New words, or the name of the frame or cluster where it was put. */
function detailOf(past: BoardPast, note: PastItem, entry: number, act: Doing['act']): string | null {
  if (act === 'added' || act === 'written') return textOf(note, entry);
  const target = (kind: ItemKind, id: unknown) => {
    const item = typeof id === 'string' ? past.item(kind, id) : undefined;
    return item ? textOf(item, entry) : null;
  };
  if (act === 'grouped') return target('cluster', note.valueAt('clusterId', entry));
  const place = note.valueAt('p', entry);
  return act === 'moved' && Array.isArray(place) ? target('frame', place[2]) : null;
}

const boxOn = ({ position, size }: Note, origin: { x: number; y: number }): PastBox => ({ x: origin.x + position.x, y: origin.y + position.y, ...size });
