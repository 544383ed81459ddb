import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ExportLine, ExportReport, ExportStep } from '@spolu/contracts/report-export';
import type { ReadReport } from '@spolu/contracts/report-blocks';
import { Problem } from '@spolu/contracts/problems';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { ZipFile } from 'yazl';
import { BoardsService } from '../../boards/boards.service.ts';
import { Transactions } from '../../database/transactions.ts';
import { FilesService } from '../../files/files.service.ts';
import { Turns } from '../../files/turns.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { audit } from '../../identity/audit.ts';
import { networkOf } from '../../identity/guessing.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { dayIn } from '../../identity/role.ts';
import { sheetsToXlsx, sheetToCsv } from '../../sheets/sheet-files.ts';
import { ExportsService } from '../exchange/exports.service.ts';
import { fileIdsOn } from '../exchange/pictures-on.ts';
import { reflectionSheet } from '../feedback/reflection-sheet.ts';
import { ReflectionService } from '../feedback/reflection.service.ts';
import { fileName } from '../file-name.ts';
import { SessionAccess } from '../session-access.ts';
import { editReport, readReport } from '../sessions.policy.ts';
import { BlocksService } from './blocks.service.ts';
import { withoutHidden } from './blocks.ts';
import { fileIdsIn, withoutHeld } from './pictures/held-pictures.ts';
import { ReportPicturesService } from './pictures/report-pictures.service.ts';
import { SHEET_IDS, type Sheet, type SheetId } from './plain.ts';
import { toDocx } from './docx.ts';
import { plainReport, sheetsOf } from './plain-report.ts';
import { REPORT_WORDS } from './report-words.ts';

type Asked = z.output<typeof ExportReport>;
/** Files of one session that one reader takes in ten minutes, or all strangers of one network: making them is work, and each is noted. */
export const EXPORTS_PER_READER = 60;
const EXPORTS_SECONDS = 600;
/** A line of how far it is, or bytes of the file. */
export type Exported = ExportLine | Buffer;

/** One at a time: documents must not take the server away from those who write. */
const AT_ONCE = 1;
const TYPES: Record<Asked['format'], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};
const titled = (sheets: readonly Sheet[], titles: Record<SheetId, string>) => sheets.map((sheet) => ({ ...sheet, title: titles[sheet.id] }));
const BOARD_FORMATS = ['pdf', 'svg', 'json'] as const;

interface Entry {
  name: string;
  make: () => Promise<Buffer>;
}

/** The report as files. Whoever takes it gets what she may read, nothing more. */
@Injectable()
export class ReportExportService {
  readonly #turns = new Turns(AT_ONCE);
  readonly #taken = new RateLimiterMemory({ points: EXPORTS_PER_READER, duration: EXPORTS_SECONDS });

  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly blocks: BlocksService,
    private readonly pictures: ReportPicturesService,
    private readonly boards: ExportsService,
    private readonly boardsNow: BoardsService,
    private readonly files: FilesService,
    private readonly reflections: ReflectionService,
  ) {}

  /** What may be refused is refused before the first line. @throws Problem `not-found`, `forbidden`, `too-many-requests` */
  async export(me: Viewer, sessionId: string, asked: Asked, address: string | undefined): Promise<AsyncIterable<Exported>> {
    const { session, facts } = await this.access.session(sessionId);
    demand(asked.of === 'draft' || asked.format === 'zip' ? editReport : readReport, me, facts);
    await this.#demandPatience(sessionId, me.person?.id ?? me.participants[0]?.id ?? networkOf(address));
    const { timeZone } = await this.identity.municipality();
    await this.transactions.run((em) =>
      audit(em, { by: me, action: 'report.exported', subjectKind: 'session', subjectId: sessionId, facts: { format: asked.format, of: asked.of } }));
    const ending = asked.format === 'csv' ? `-${asked.table}.csv` : `.${asked.format}`;
    const file = `${fileName(session.title, 'session')}-${dayIn(timeZone, new Date())}${ending}`;
    return this.#make(me, sessionId, asked, { file, type: TYPES[asked.format] }, timeZone);
  }

  async #demandPatience(sessionId: string, reader: string): Promise<void> {
    try {
      await this.#taken.consume(`${sessionId} ${reader}`);
    } catch (over) {
      throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(((over as { msBeforeNext?: number }).msBeforeNext ?? 1000) / 1000) });
    }
  }

  async *#make(me: Viewer, sessionId: string, asked: Asked, head: { file: string; type: string }, timeZone: string): AsyncGenerator<Exported> {
    yield { step: 'reading', done: 0, of: 1 };
    const report = asked.of === 'draft' ? await this.#draft(me, sessionId) : await this.blocks.read(me, sessionId);
    yield { step: 'reading', done: 1, of: 1 };
    yield head;
    if (asked.format === 'zip') yield* this.#archive(me, report, asked, timeZone);
    else if (asked.format === 'docx') yield* this.#document(me, report, timeZone);
    else {
      const sheets = sheetsOf(report);
      const [sheet] = sheets.filter(({ id }) => id === asked.table);
      if (asked.format === 'xlsx') yield await sheetsToXlsx(titled(sheets, REPORT_WORDS[report.language].sheets));
      else yield sheetToCsv(sheet ?? { columns: [], rows: [] }, asked.delimiter);
    }
    yield { end: true };
  }

  async #draft(me: Viewer, sessionId: string): Promise<ReadReport> {
    const draft = await this.blocks.draft(me, sessionId);
    return { ...withoutHeld(withoutHidden(draft)), version: null };
  }

  async *#document(me: Viewer, report: ReadReport, timeZone: string): AsyncGenerator<Exported> {
    const pictures = new Map<string, Buffer>();
    for await (const step of this.#pictures(me, report, pictures)) yield step;
    yield { step: 'writing', done: 0, of: 1 };
    yield await this.#turns.take(() => toDocx(plainReport(report, { timeZone, pictures })));
  }

  /** Boards that the report shows, as far as the reader may see them, and what was brought to it. */
  async *#pictures(me: Viewer, report: ReadReport, into: Map<string, Buffer>): AsyncGenerator<ExportLine> {
    const boardIds = report.blocks.flatMap(({ content }) => (content.kind === 'board' ? [content.boardId] : []));
    for (const [i, boardId] of boardIds.entries()) {
      yield { step: 'boards', done: i, of: boardIds.length };
      const png = await this.blocks.pictureIfShown(me, report.sessionId, boardId, report.version?.number ?? null);
      if (png) into.set(boardId, png);
    }
    for (const fileId of fileIdsIn(report.blocks)) {
      const jpeg = await this.pictures.jpeg(fileId);
      if (jpeg) into.set(fileId, jpeg);
    }
  }

  /** Everything of the session, each part made when its turn comes and sent at once: nothing is held whole. */
  async *#archive(me: Viewer, report: ReadReport, { delimiter }: Asked, timeZone: string): AsyncGenerator<Exported> {
    const { sessionId, language } = report;
    const words = REPORT_WORDS[language];
    const sheets = sheetsOf(report);
    const pictures = new Map<string, Buffer>();
    for await (const step of this.#pictures(me, report, pictures)) yield step;
    const boards = await this.transactions.manager.query<{ id: string }[]>('select board_id as id from session_board where session_id = $1 order by position', [sessionId]);
    // What was taken off a board is in nobody's hands any more.
    const shown = fileIdsIn(report.blocks);
    for (const { id } of boards) shown.push(...fileIdsOn((await this.boardsNow.readSeen(id)).worded));
    const pictureIds = await this.transactions.manager.query<{ id: string }[]>('select id from file where session_id = $1 and id = any($2::uuid[]) order by created_at, id', [sessionId, shown]);
    const reflection = await this.reflections.take(sessionId);
    const entries: Entry[] = [
      { name: 'README.txt', make: async () => Buffer.from(`${report.title}\n\n${words.contents}\n`) },
      { name: `${words.report}.docx`, make: () => this.#turns.take(() => toDocx(plainReport(report, { timeZone, pictures }))) },
      { name: `${words.report}.json`, make: async () => Buffer.from(JSON.stringify({ ...report, may: undefined }, null, 1)) },
      { name: 'tables.xlsx', make: () => sheetsToXlsx(titled(sheets, words.sheets)) },
      ...SHEET_IDS.flatMap((id) => sheets.filter((sheet) => sheet.id === id && sheet.rows.length > 0).map((sheet): Entry => ({ name: `${id}.csv`, make: async () => sheetToCsv(sheet, delimiter) }))),
      ...(reflection ? [{ name: 'reflection.csv', make: async () => sheetToCsv(reflectionSheet(reflection, language, words), delimiter) }] : []),
      ...boards.flatMap(({ id }, i) => [
        ...[...pictures].filter(([boardId]) => boardId === id).map(([, png]): Entry => ({ name: `boards/${i + 1}.png`, make: async () => png })),
        ...BOARD_FORMATS.map((format): Entry => ({
          name: `boards/${i + 1}.${format}`,
          make: async () => (await this.boards.export(me, id, { format, language, range: { kind: 'whole' }, paper: 'a3', pages: 'frames', authors: false, delimiter })).bytes,
        })),
      ]),
      ...pictureIds.map(({ id }): Entry => ({ name: `pictures/${id}.jpg`, make: () => this.files.readJpeg(id) })),
    ];
    yield* zipped(entries, (done) => ({ step: 'writing' satisfies ExportStep, done, of: entries.length }));
  }
}

async function* zipped(entries: readonly Entry[], progress: (done: number) => ExportLine): AsyncGenerator<Exported> {
  const zip = new ZipFile();
  let done = 0;
  for (const { name, make } of entries) {
    zip.addReadStreamLazy(name, { compress: !/\.(png|jpg|docx|xlsx|pdf)$/.test(name) }, (take) => {
      make().then((bytes) => {
        done++;
        take(null, Readable.from([bytes], { objectMode: false }));
      }, (error: unknown) => take(error, Readable.from([])));
    });
  }
  zip.end();
  const failed = new Promise<never>((_, fail) => zip.on('error', fail));
  failed.catch(() => undefined);
  const chunks = (zip.outputStream as Readable)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let said = -1;
  for (;;) {
    const next = await Promise.race([chunks.next(), failed]);
    if (next.done) return;
    if (said !== done) yield progress((said = done));
    yield next.value;
  }
}
