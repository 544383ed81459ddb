import type * as Y from 'yjs';
import type { BoardRule } from '@spolu/contracts/boards';
import { readNote, readNotes } from '@spolu/board/notes';
import { itemsOf, type Note } from '@spolu/board/shape';
import type { NewContribution } from '../provenance/provenance.service.ts';
import type { ClientOwner, KnownWords, TextVersion } from './board-store.ts';

/** A text that has been left alone for this long is what its author meant. */
export const QUIET_MS = 3_000;
/** What changed at another server is written down there; only where that server is gone, here. */
const ELSEWHERE_MS = 5_000;

/** The only letters that PostgreSQL can't hold: halves of one. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** What is cut out of a state that Yjs read holds on to all of it. */
const ownString = (text: string): string => Buffer.from(text).toString();

interface Origin {
  activityId: string | null;
}

/**
 * What people said on a board, as `provenance` should know it: a contribution for each note with its first words, a version for each later text. All of it
 * follows from the document, so what a crash left out is made up at the next opening.
 */
export class BoardWords {
  /** Texts as they stand in the contributions, by note. */
  readonly #stored = new Map<string, string>();
  /** Notes that took somebody else's contribution id: they speak for nobody. */
  readonly #foreign = new Set<string>();
  /** When the text of a note was changed last. */
  readonly #changed = new Map<string, number>();
  /** Notes with which another server had to do: what stands in their contributions is to be read anew. */
  readonly #elsewhere = new Set<string>();
  readonly #origins = new Map<string, Origin>();

  get isSettled(): boolean {
    return this.#changed.size === 0;
  }

  isForeign(noteId: string): boolean {
    return this.#foreign.has(noteId);
  }

  /** At opening: what is stored already, and what is to be made up. */
  begin(doc: Y.Doc, known: readonly KnownWords[], rule: BoardRule | null, clients: ReadonlyMap<number, ClientOwner>): void {
    this.learn(doc, known, rule, clients);
    // Its words may have been mended where they lie as well; they are not to be turned back.
    if (rule?.table?.carriedOver) return;
    for (const note of readNotes(doc, { removed: true })) {
      if (!this.#foreign.has(note.id) && this.#stored.get(note.id) !== note.text) this.#changed.set(note.id, 0);
    }
  }

  /** Takes note of contributions that are there. A device names its note's by an id of its own; one that stands for something else stays what it is. */
  learn(doc: Y.Doc, known: readonly KnownWords[], rule: BoardRule | null, clients: ReadonlyMap<number, ClientOwner>): void {
    if (known.length === 0) return;
    const byId = new Map(known.map((words) => [words.id, words]));
    for (const note of readNotes(doc, { removed: true })) {
      const words = byId.get(note.contributionId);
      if (!words) continue;
      this.#elsewhere.delete(note.id);
      const isOwn = clients.get(makerOf(doc, note.id))?.server || (words.sessionId === rule?.sessionId && words.participantId === note.participantId);
      if (isOwn) this.#keep(note.id, words.text);
      else {
        this.#foreign.add(note.id);
        this.#changed.delete(note.id);
      }
    }
  }

  /** A note by command: whoever gave it wrote its contribution. */
  addStored(noteId: string, text: string): void {
    this.#keep(noteId, text);
  }

  /** The contribution of a note that a device made with words in it, to be stored with the note itself. One that was made empty waits for its first words. */
  add(doc: Y.Doc, noteId: string, rule: BoardRule, clients: ReadonlyMap<number, ClientOwner>, now: number): NewContribution | undefined {
    this.#origins.set(noteId, { activityId: rule.activityId });
    const note = readNote(doc, noteId);
    if (!note || note.text.trim() === '') {
      this.#changed.set(noteId, now);
      return undefined;
    }
    this.#changed.delete(noteId);
    this.#keep(noteId, wellFormed(note.text));
    return this.#contribution(doc, note, rule, clients, now);
  }

  change(noteId: string, now: number): void {
    if (!this.#foreign.has(noteId)) this.#changed.set(noteId, now);
  }

  changeElsewhere(noteId: string, now: number): void {
    if (this.#foreign.has(noteId)) return;
    this.#elsewhere.add(noteId);
    if (!this.#changed.has(noteId)) this.#changed.set(noteId, now + ELSEWHERE_MS);
  }

  /** Of these notes those of which it is not known what stands in their contributions. */
  unknown(noteIds: readonly string[]): string[] {
    return noteIds.filter((id) => this.#elsewhere.has(id) || !this.#stored.has(id));
  }

  /** What is to be written now; {@link settled} says that it was. */
  due(doc: Y.Doc, rule: BoardRule, clients: ReadonlyMap<number, ClientOwner>, now: number, quietMs = QUIET_MS): { contributions: NewContribution[]; versions: TextVersion[]; noteIds: string[]; texts: Map<string, string> } {
    const contributions: NewContribution[] = [];
    const versions: TextVersion[] = [];
    const noteIds: string[] = [];
    const texts = new Map<string, string>();
    for (const [noteId, at] of this.#changed) {
      if (quietMs > 0 && now - at < quietMs) continue;
      const note = readNote(doc, noteId);
      const text = wellFormed(note?.text ?? '');
      const stored = this.#stored.get(noteId);
      noteIds.push(noteId);
      if (!note || text.trim() === '' || stored === text) continue;
      texts.set(noteId, text);
      if (stored === undefined) contributions.push(this.#contribution(doc, note, rule, clients, now));
      else versions.push({ contributionId: note.contributionId, text, at: new Date(now) });
    }
    return { contributions, versions, noteIds, texts };
  }

  settled({ noteIds, texts }: ReturnType<BoardWords['due']>, since: number): void {
    for (const noteId of noteIds) if ((this.#changed.get(noteId) ?? 0) <= since) this.#changed.delete(noteId);
    for (const [noteId, text] of texts) this.#keep(noteId, text);
  }

  #keep(noteId: string, text: string): void {
    this.#stored.set(ownString(noteId), ownString(text));
  }

  #contribution(doc: Y.Doc, note: Note, rule: BoardRule, clients: ReadonlyMap<number, ClientOwner>, now: number): NewContribution {
    return {
      id: note.contributionId,
      kind: 'note',
      participantId: note.participantId,
      personId: clients.get(makerOf(doc, note.id))?.personId ?? null,
      sessionId: rule.sessionId,
      processId: rule.processId,
      activityId: (this.#origins.get(note.id) ?? rule).activityId,
      language: rule.language,
      text: wellFormed(note.text),
      // A device's clock may be wrong; a note is never newer than now.
      createdAt: new Date(Math.min(note.createdAt, now)),
      visibility: rule.visibility,
    };
  }
}

/** The client id that made a note. */
const makerOf = (doc: Y.Doc, noteId: string): number => itemsOf(doc, 'note').get(noteId)?._item?.id.client ?? 0;
