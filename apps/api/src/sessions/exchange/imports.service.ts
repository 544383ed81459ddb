import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import type { BoardFile, Imported, ImportFault, ImportPreview, ImportQuery } from '@spolu/contracts/board-files';
import { NOTES_PER_BOARD_MAX, type BoardRule } from '@spolu/contracts/boards';
import { BOARD_FILE_MAX_BYTES, IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../boards/boards.service.ts';
import { CONFIG, type Config } from '../../config/config.ts';
import { FilesService } from '../../files/files.service.ts';
import type { Picture } from '../../files/picture.ts';
import { received } from '../../files/received.ts';
import { Turns } from '../../files/turns.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { audit } from '../../identity/audit.ts';
import { ProvenanceService } from '../../provenance/provenance.service.ts';
import { WaysService } from '../../provenance/ways.service.ts';
import { SessionAccess, type FoundSession } from '../session-access.ts';
import { importToBoard } from '../sessions.policy.ts';
import { layBoard, layNotes, type LaidOut } from './lay-out.ts';
import { readImport, type ReadImport } from './read-import.ts';

const AT_ONCE = 1;
const FAULTS_SHOWN = 100;
const FIRST_SHOWN = 5;

/** Pictures that come within a file, by the ids that they have there. */
type Brought = ReadonlyMap<string, Picture>;

/** Tables, lines and boards of our own onto a board: looked at first, then all of it in one transaction, through the same gate as everything (SEC-56). */
@Injectable()
export class ImportsService {
  readonly #turns = new Turns(AT_ONCE);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
    private readonly ways: WaysService,
    private readonly files: FilesService,
  ) {}

  /** What would come, and what is wrong with it. Nothing is changed. @throws Problem `too-large`, `board/read-only` */
  async preview(me: Viewer, boardId: string, request: Request, query: ImportQuery): Promise<ImportPreview> {
    const { session, facts } = await this.access.ofBoard(boardId);
    demand(importToBoard, me, facts);
    const { rule, noteCount } = await this.boards.readSeen(boardId);
    demandOpen(rule);
    const { read } = await this.#read(request, query, session.id);
    const room = Math.max(0, NOTES_PER_BOARD_MAX - noteCount);
    const shared = { rowCount: read.rowCount, faults: read.faults.slice(0, FAULTS_SHOWN), faultCount: read.faults.length, room };
    if (read.kind === 'notes') {
      const { notes, columns, textColumn, heading } = read;
      return { ...shared, noteCount: notes.length, frameCount: 0, clusterCount: 0, drawingCount: 0, columns, textColumn, heading, first: notes.slice(0, FIRST_SHOWN).map(({ text }) => text) };
    }
    const { notes = [], frames = [], clusters = [], drawings = [] } = read.file ?? {};
    return {
      ...shared, noteCount: notes.length, frameCount: frames.length, clusterCount: clusters.length, drawingCount: drawings.length, columns: [], textColumn: null, heading: false,
      first: notes.slice(0, FIRST_SHOWN).map(({ text }) => text),
    };
  }

  /**
   * Brings it in. Who did it stands as scribe in the contributions, except in an anonymous activity.
   * @throws Problem `import/faulty`, `import/nothing`, `too-large`, `board/full`, `board/read-only`, `file/full`, `invalid-input` for a frame that is not there
   */
  async import(me: Viewer, boardId: string, request: Request, query: ImportQuery): Promise<Imported> {
    const found = await this.access.ofBoard(boardId);
    demand(importToBoard, me, found.facts);
    const { read, brought } = await this.#read(request, query, found.session.id);
    if (read.faults.length > 0 && (query.leaveOut === 'no' || (read.kind === 'board' && !read.file))) throw new Problem('import/faulty', { count: read.faults.length });
    return this.files.keepAll([...brought.values()], async (em, keep) => {
      const { seen, rule } = await this.boards.readSeen(boardId, em);
      demandOpen(rule);
      const scribeId = rule.anonymous ? null : (me.person?.id ?? null);
      const kept = await keep({ sessionId: found.session.id, place: 'board', participantId: null, personId: scribeId });
      const fileIds = new Map([...brought.keys()].map((id, i) => [id, kept[i]!.fileId]));
      const laid = await this.#layOut(em, me, withFiles(read, fileIds), seen, query.frameId ?? null);
      if (laid.notes.length === 0 && read.kind === 'notes') throw new Problem('import/nothing');
      await this.#contribute(em, found, laid, { scribeId, activityId: rule.activityId });
      await this.boards.bringIn(em, boardId, laid, scribeId);
      await audit(em, { by: me, action: 'board.imported', subjectKind: 'board', subjectId: boardId, facts: { kind: query.kind, notes: laid.notes.length, drawings: laid.drawingCount, leftOut: read.faults.length } });
      return { noteCount: laid.notes.length };
    });
  }

  /** Read and checked with its pictures, one file at a time. */
  #read(request: Request, query: ImportQuery, sessionId: string): Promise<{ read: ReadImport; brought: Brought }> {
    const maxBytes = query.kind === 'board' ? BOARD_FILE_MAX_BYTES : IMPORT_MAX_BYTES;
    return received(request, { folder: join(this.config.dataDir, 'incoming'), maxBytes }, (path) =>
      this.#turns.take(async () => this.#withPictures(sessionId, readImport(await readFile(path), query))),
    );
  }

  /** A picture that is of this session already is not kept twice; one that is neither here nor in the file, or cannot be read, stays away with its drawing. */
  async #withPictures(sessionId: string, read: ReadImport): Promise<{ read: ReadImport; brought: Brought }> {
    const brought = new Map<string, Picture>();
    if (read.kind !== 'board' || !read.file) return { read, brought };
    const { pictures, ...file } = read.file;
    const held = new Map(pictures.map(({ id, data }) => [id, data]));
    const faultOf = new Map<string, ImportFault['code'] | null>();
    const faults: ImportFault[] = [];
    const drawings: BoardFile['drawings'] = [];
    for (const drawing of file.drawings) {
      const fileId = drawing.kind === 'picture' ? String(drawing.fields['fileId']) : null;
      if (fileId !== null && !faultOf.has(fileId)) faultOf.set(fileId, await this.#bring(sessionId, fileId, held.get(fileId), brought));
      const code = fileId === null ? null : (faultOf.get(fileId) ?? null);
      if (code === null) drawings.push(drawing);
      else faults.push({ row: null, path: String(drawing.fields['alt'] ?? '').slice(0, 80) || null, code });
    }
    return { read: { ...read, file: { ...file, drawings, pictures: [] }, faults: [...read.faults, ...faults] }, brought };
  }

  async #bring(sessionId: string, fileId: string, data: string | undefined, brought: Map<string, Picture>): Promise<ImportFault['code'] | null> {
    const file = await this.files.find(fileId);
    if (file?.sessionId === sessionId && file.place === 'board') return null;
    if (data === undefined) return 'picture-elsewhere';
    try {
      brought.set(fileId, await this.files.draw(Buffer.from(data, 'base64')));
      return null;
    } catch (error) {
      if (error instanceof Problem) return 'picture-unreadable';
      throw error;
    }
  }

  async #layOut(em: EntityManager, me: Viewer, read: ReadImport, board: SeenBoard, frameId: string | null): Promise<LaidOut> {
    if (read.kind === 'notes') {
      if (frameId !== null && !board.frames.some(({ id }) => id === frameId)) throw new Problem('invalid-input', {}, [{ path: 'frameId', code: 'not-allowed' }]);
      return layNotes(board, read.notes, { frameId, now: new Date() });
    }
    if (!read.file) throw new Problem('import/faulty', { count: read.faults.length });
    return layBoard(board, read.file, { shared: await this.#shared(em, me, read.file.notes) });
  }

  /** What a copy goes on sharing: contributions that are here, that she may read, and whose words are still these. */
  async #shared(em: EntityManager, me: Viewer, notes: readonly { contributionId: string; text: string }[]): Promise<Set<string>> {
    const ids = [...new Set(notes.map(({ contributionId }) => contributionId))];
    const known = new Map((await this.provenance.contributionsOf(em, ids)).map(({ id, text }) => [id, text]));
    const visible = await this.ways.visibleAmong(me, [...known.keys()]);
    return new Set(notes.filter(({ contributionId, text }) => visible.has(contributionId) && known.get(contributionId) === text).map(({ contributionId }) => contributionId));
  }

  #contribute(em: EntityManager, { session }: FoundSession, { notes }: LaidOut, { scribeId, activityId }: { scribeId: string | null; activityId: string | null }): Promise<void> {
    const own = notes.filter(({ id, contributionId, text }) => id === contributionId && text.trim() !== '');
    const now = Date.now();
    return this.provenance.writeContributions(
      em,
      own.map(({ id, text, createdAt }) => ({
        id, kind: 'note', participantId: null, personId: null, scribeId, sessionId: session.id, processId: session.processId, activityId, language: session.language,
        text: text.replace(/\p{Cs}/gu, '\ufffd'), createdAt: new Date(Math.min(createdAt, now)), visibility: session.visibility,
      })),
    );
  }
}

/** Its pictures by the ids that they have here. */
function withFiles(read: ReadImport, fileIds: ReadonlyMap<string, string>): ReadImport {
  if (read.kind !== 'board' || !read.file) return read;
  const drawings = read.file.drawings.map((drawing) => {
    const fileId = drawing.kind === 'picture' ? fileIds.get(String(drawing.fields['fileId'])) : undefined;
    return fileId === undefined ? drawing : { ...drawing, fields: { ...drawing.fields, fileId } };
  });
  return { ...read, file: { ...read.file, drawings } };
}

/** While an activity hides what is written, nothing is shown by this way either. @throws Problem `board/read-only` */
function demandOpen({ open, hidden }: BoardRule): void {
  if (!open || hidden) throw new Problem('board/read-only');
}
