import { Injectable } from '@nestjs/common';
import { drawBoard } from '@spolu/board/drawing/draw-board';
import type { DrawingValues } from '@spolu/board/drawing-values';
import type { SeenBoard } from '@spolu/board/drawing/seen';
import { framesOf, pagesOf, selectionOf } from '@spolu/board/drawing/part';
import { toSvg } from '@spolu/board/drawing/svg';
import type { BoardRange, ExportBoard } from '@spolu/contracts/board-files';
import { BOARD_FILE_TYPE } from '@spolu/contracts/plain';
import type { z } from 'zod';
import { BoardsService } from '../../boards/boards.service.ts';
import { Transactions } from '../../database/transactions.ts';
import { FilesService } from '../../files/files.service.ts';
import { Turns } from '../../files/turns.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { audit } from '../../identity/audit.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { dayIn } from '../../identity/role.ts';
import { ConsentsService } from '../../provenance/consents.service.ts';
import { fileName } from '../file-name.ts';
import { SessionAccess } from '../session-access.ts';
import { exportBoard } from '../sessions.policy.ts';
import { toBoardFile } from './board-file.ts';
import { noteTable, toCsv, toXlsx, type KnownAuthor } from './note-table.ts';
import { toPdf } from './pdf.ts';
import { picturesForFile, picturesOn } from './pictures-on.ts';
import { paperTypes } from './type.ts';
import { FILE_WORDS } from './words.ts';

export interface ExportedFile {
  bytes: Buffer;
  type: string;
  name: string;
  /** How many pictures a board file only names, since they did not fit. */
  picturesLeftOut: number;
}
type Asked = z.output<typeof ExportBoard>;

/** One at a time: paper must not take the server away from those who write. */
const AT_ONCE = 1;
const ENDINGS: Record<Asked['format'], { ending: string; type: string }> = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { ending: 'json', type: BOARD_FILE_TYPE },
  svg: { ending: 'svg', type: 'image/svg+xml' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
  drawing: { ending: 'json', type: 'application/json; charset=utf-8' },
};

/** A board as a file, for those who run its session. What is hidden is not on the board, so it is in no file. */
@Injectable()
export class ExportsService {
  readonly #turns = new Turns(AT_ONCE);

  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly identity: IdentityService,
    private readonly files: FilesService,
    private readonly consents: ConsentsService,
  ) {}

  /** @throws Problem `not-found`, `forbidden` */
  async export(me: Viewer, boardId: string, asked: Asked): Promise<ExportedFile> {
    const { session, facts } = await this.access.ofBoard(boardId);
    demand(exportBoard, me, facts);
    const { title, worded, drawingValues } = await this.boards.readSeen(boardId);
    // in the same turn: nothing comes between
    const values = asked.format === 'json' ? drawingValues() : new Map<string, DrawingValues>();
    const part = partOf(worded, asked.range);
    const { name: town, timeZone } = await this.identity.municipality();
    const now = new Date();
    const { bytes, picturesLeftOut = 0 } = await this.#turns.take(() => this.#make(part, asked, { boardId, sessionId: session.id, sessionTitle: session.title, title, town, timeZone, now, values }));
    const { ending, type } = ENDINGS[asked.format];
    await this.transactions.run((em) =>
      audit(em, {
        by: me, action: 'board.exported', subjectKind: 'board', subjectId: boardId,
        facts: { format: asked.format, range: asked.range.kind, notes: part.notes.length, authors: asked.authors },
      }));
    return { bytes, type, name: `${fileName(session.title, 'board')}-${dayIn(timeZone, now)}.${ending}`, picturesLeftOut };
  }

  async #make(part: SeenBoard, asked: Asked, from: { boardId: string; sessionId: string; sessionTitle: string; title: string; town: string; timeZone: string; now: Date; values: ReadonlyMap<string, DrawingValues> }): Promise<{ bytes: Buffer; picturesLeftOut?: number }> {
    const { language, paper } = asked;
    const words = FILE_WORDS[language];
    const { regular, bold } = await paperTypes();
    const drawn = (content: SeenBoard) => drawBoard(content, { measure: regular.measure, measureBold: bold.measure, unnamed: words.unnamedCluster });
    switch (asked.format) {
      case 'csv':
      case 'xlsx': {
        const authors = asked.authors ? await this.#authors(from.sessionId) : null;
        const table = noteTable(part, { language, timeZone: from.timeZone, authors, comments: await this.boards.readComments(from.boardId) });
        return { bytes: await (asked.format === 'csv' ? toCsv(table, language, asked.delimiter) : toXlsx(table, language)) };
      }
      case 'json': {
        const { pictures, leftOut } = await picturesForFile(part, from.sessionId, this.files);
        return { bytes: Buffer.from(JSON.stringify(toBoardFile(part, { title: from.title, now: from.now, values: from.values, pictures }), null, 1)), picturesLeftOut: leftOut };
      }
      case 'svg':
        return { bytes: Buffer.from(toSvg(drawn(part), { title: from.sessionTitle, language, pictures: await picturesOn(part, from.sessionId, this.files) })) };
      case 'drawing':
        return { bytes: Buffer.from(JSON.stringify(drawn(part))) };
      case 'pdf': {
        const pages = asked.pages === 'one' ? [part] : pagesOf(part);
        const day = new Intl.DateTimeFormat(language, { timeZone: from.timeZone, dateStyle: 'long' }).format(from.now);
        const bytes = await toPdf(
          (pages.length > 0 ? pages : [part]).map((page) => ({
            subtitle: asked.pages === 'one' ? '' : (page.frames[0]?.title ?? words.outsideFrames),
            drawing: drawn(page),
          })),
          { title: from.sessionTitle, source: `${words.source}: ${[from.town, from.title, day, 'Spolupracovňa'].filter(Boolean).join(' · ')}`, language, paper, regular, bold, pictures: await picturesOn(part, from.sessionId, this.files) },
        );
        return { bytes };
      }
    }
  }

  /** By participant. A file leaves the house, so it has the names of those alone who agreed to be quoted with them (SEC-60); the others are numbered. */
  async #authors(sessionId: string): Promise<Map<string, KnownAuthor>> {
    const rows = await this.transactions.manager.query<(Omit<KnownAuthor, 'number'> & { id: string })[]>(
      'select id, nickname, sector from participant where session_id = $1 order by joined_at, id', [sessionId],
    );
    const agreed = await this.consents.givenBy(this.transactions.manager, sessionId, 'quote');
    return new Map(rows.map(({ id, nickname, sector }, i) => [id, { nickname: agreed.has(id) ? nickname : null, sector, number: i + 1 }]));
  }
}

function partOf(content: SeenBoard, range: BoardRange): SeenBoard {
  switch (range.kind) {
    case 'whole': return content;
    case 'frames': return framesOf(content, range.frameIds);
    case 'selection': return selectionOf(content, range.ids);
  }
}
