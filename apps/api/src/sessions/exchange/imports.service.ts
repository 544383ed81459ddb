import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import type { BoardFile, Imported, ImportFault, ImportPreview, ImportQuery } from '@spolu/contracts/board-files';
import { NOTES_PER_BOARD_MAX, type BoardRule } from '@spolu/contracts/boards';
import { IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../boards/boards.service.ts';
import { CONFIG, type Config } from '../../config/config.ts';
import { Transactions } from '../../database/transactions.ts';
import { FilesService } from '../../files/files.service.ts';
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

/** Tables, lines and boards of our own onto a board: looked at first, then all of it in one transaction, through the same gate as everything (SEC-56). */
@Injectable()
export class ImportsService {
  readonly #turns = new Turns(AT_ONCE);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
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
    const read = await this.#withPicturesOf(session.id, await this.#read(request, query));
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
   * @throws Problem `import/faulty`, `import/nothing`, `too-large`, `board/full`, `board/read-only`, `invalid-input` for a frame that is not there
   */
  async import(me: Viewer, boardId: string, request: Request, query: ImportQuery): Promise<Imported> {
    const found = await this.access.ofBoard(boardId);
    demand(importToBoard, me, found.facts);
    const read = await this.#withPicturesOf(found.session.id, await this.#read(request, query));
    if (read.faults.length > 0 && (query.leaveOut === 'no' || (read.kind === 'board' && !read.file))) throw new Problem('import/faulty', { count: read.faults.length });
    return this.transactions.run(async (em) => {
      const { seen, rule } = await this.boards.readSeen(boardId, em);
      demandOpen(rule);
      const laid = await this.#layOut(em, me, read, seen, query.frameId ?? null);
      if (laid.notes.length === 0 && read.kind === 'notes') throw new Problem('import/nothing');
      const scribeId = rule.anonymous ? null : (me.person?.id ?? null);
      await this.#contribute(em, found, laid, { scribeId, activityId: rule.activityId });
      await this.boards.bringIn(em, boardId, laid, scribeId);
      await audit(em, { by: me, action: 'board.imported', subjectKind: 'board', subjectId: boardId, facts: { kind: query.kind, notes: laid.notes.length, drawings: laid.drawingCount, leftOut: read.faults.length } });
      return { noteCount: laid.notes.length };
    });
  }

  #read(request: Request, query: ImportQuery): Promise<ReadImport> {
    return received(request, { folder: join(this.config.dataDir, 'incoming'), maxBytes: IMPORT_MAX_BYTES }, (path) =>
      this.#turns.take(async () => readImport(await readFile(path), query)),
    );
  }

  /** Pictures that are not of this session stay away: a file names them, it does not hold them. */
  async #withPicturesOf(sessionId: string, read: ReadImport): Promise<ReadImport> {
    if (read.kind !== 'board' || !read.file) return read;
    const faults: ImportFault[] = [];
    const drawings: BoardFile['drawings'] = [];
    for (const drawing of read.file.drawings) {
      const fileId = drawing.kind === 'picture' ? String(drawing.fields['fileId']) : null;
      const isHere = fileId === null || (await this.files.find(fileId))?.sessionId === sessionId;
      if (isHere) drawings.push(drawing);
      else faults.push({ row: null, path: String(drawing.fields['alt'] ?? '').slice(0, 80) || null, code: 'picture-elsewhere' });
    }
    return { ...read, file: { ...read.file, drawings }, faults: [...read.faults, ...faults] };
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

/** While an activity hides what is written, nothing is shown by this way either. @throws Problem `board/read-only` */
function demandOpen({ open, hidden }: BoardRule): void {
  if (!open || hidden) throw new Problem('board/read-only');
}
