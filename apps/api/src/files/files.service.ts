import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { PICTURES_PER_PARTICIPANT_MAX, PICTURES_PER_SESSION_MAX, type PictureQuery, type TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_MAX_BYTES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { CONFIG, type Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { FileStore } from './file-store.ts';
import { FileRow } from './file.entity.ts';
import { drawAnew, pictureOf, toJpeg, type Picture } from './picture.ts';
import { received } from './received.ts';
import { Turns } from './turns.ts';

/** To whom a file belongs. Nobody in an anonymous activity. */
export type FileOwner = ({ sessionId: string; place: 'board' | 'report' } | { processId: string; place: 'plan' | 'idea' }) & Pick<FileRow, 'participantId' | 'personId'> & {
  /** It waits for something that will use it. */
  unused?: boolean;
};

type Along = (em: EntityManager, fileId: string) => Promise<void>;

/** Drawing a large picture anew takes up to 200 MB for a second. */
const AT_ONCE = 2;
/** Bytes without a row this old belong to a command that failed. */
const ORPHAN_AFTER_MS = 24 * 3_600_000;
/** Of one place of a process: in all, and of one author. */
const PROCESS_MAX = { plan: { all: 50, each: 50 }, idea: { all: 50_000, each: 200 } };
const KEYS = { full: (id: string) => `${id}.webp`, small: (id: string) => `${id}.small.webp` };

/** Pictures that people bring: checked, drawn anew, kept. Who may is the caller's question. */
@Injectable()
export class FilesService {
  readonly #turns = new Turns(AT_ONCE);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: FileStore,
    private readonly transactions: Transactions,
    jobs: JobsService,
  ) {
    jobs.do('files.aged', async () => void (await this.sweep()));
  }

  /**
   * Takes the body of a request as a picture. Bytes, row and what the caller writes `along` come together or not at all.
   * @throws Problem `unsupported-media-type`, `too-large`, `file/too-many-pixels`, `file/unreadable`, `file/full`
   */
  async takePicture(request: Request, owner: FileOwner, along: Along = async () => undefined): Promise<TakenPicture> {
    await this.#demandRoom(this.transactions.manager, owner);
    const picture = await received(request, { folder: join(this.config.dataDir, 'incoming'), maxBytes: PICTURE_MAX_BYTES }, (path) =>
      this.#turns.take(() => drawAnew(path)),
    );
    return this.#keep(picture, owner, along);
  }

  /**
   * A picture that came within something else, checked and drawn anew as those that come alone are; nothing of it is kept.
   * @throws Problem `unsupported-media-type`, `file/too-many-pixels`, `file/unreadable`
   */
  async draw(bytes: Buffer): Promise<Picture> {
    return this.#turns.take(async () => {
      // from a file: what is read from memory may be an SVG
      const folder = join(this.config.dataDir, 'incoming');
      await mkdir(folder, { recursive: true });
      const path = join(folder, randomUUID());
      try {
        await writeFile(path, bytes, { mode: 0o600 });
        return await drawAnew(path);
      } finally {
        await rm(path, { force: true });
      }
    });
  }

  /**
   * Pictures together with what uses them: all of it, or nothing. `work` writes their rows by `keep`, which gives them in their order.
   * @throws Problem `file/full` out of `keep`
   */
  async keepAll<T>(pictures: readonly Picture[], work: (em: EntityManager, keep: (owner: FileOwner) => Promise<TakenPicture[]>) => Promise<T>): Promise<T> {
    const own = pictures.map((picture) => ({ id: newId(), ...picture }));
    try {
      for (const { id, full, small } of own) {
        await this.store.put(KEYS.full(id), full);
        await this.store.put(KEYS.small(id), small);
      }
      return await this.transactions.run((em) =>
        work(em, async (owner) => {
          // one after another within a session, or two would both see the last free place
          await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`files of ${'sessionId' in owner ? owner.sessionId : owner.processId}`]);
          for (const { id, full, small, width, height } of own) {
            await this.#demandRoom(em, owner);
            await em.insert(FileRow, { id, ...owner, width, height, byteCount: full.length + small.length });
          }
          return own.map(({ id, width, height }) => ({ fileId: id, width, height }));
        }));
    } catch (error) {
      for (const { id } of own) for (const keyOf of Object.values(KEYS)) await this.store.remove(keyOf(id));
      throw error;
    }
  }

  /** Keeps a drawing of the system's own. @throws Problem `file/full` */
  async keepDrawing(svg: string, owner: FileOwner, along: Along = async () => undefined): Promise<TakenPicture> {
    return this.#keep(await this.#turns.take(() => pictureOf(svg)), owner, along);
  }

  /** The row of a picture, to be asked whose it is before it is read. */
  async find(fileId: string): Promise<FileRow | null> {
    return this.transactions.manager.findOneBy(FileRow, { id: fileId });
  }

  /** @throws Problem `not-found` */
  async read(fileId: string, size: PictureQuery['size']): Promise<Buffer> {
    const bytes = await this.store.get(KEYS[size](fileId));
    if (!bytes) throw new Problem('not-found');
    return bytes;
  }

  /** As files and paper take it: they know no WebP. @throws Problem `not-found` */
  async readJpeg(fileId: string): Promise<Buffer> {
    return this.#turns.take(async () => toJpeg(await this.read(fileId, 'full')));
  }

  /** Pictures that waited are used from now on: those of this owner that nothing uses yet. Gives how many there were. */
  async use(em: EntityManager, fileIds: readonly string[], { processId, place, participantId, personId }: Extract<FileOwner, { processId: string }>): Promise<number> {
    const own = { processId, place, participantId: participantId ?? IsNull(), personId: personId ?? IsNull(), unused: true };
    return (await em.update(FileRow, { id: In([...fileIds]), ...own }, { unused: false })).affected ?? 0;
  }

  /** Removes bytes that no row knows, and what was brought for something that nobody wrote. */
  async sweep(now = new Date()): Promise<number> {
    await this.transactions.manager.delete(FileRow, { unused: true, createdAt: LessThan(new Date(now.getTime() - ORPHAN_AFTER_MS)) });
    let removed = 0;
    for await (const { key, storedAt } of this.store.list()) {
      if (storedAt.getTime() > now.getTime() - ORPHAN_AFTER_MS) continue;
      if (await this.find(key.slice(0, 36))) continue;
      await this.store.remove(key);
      removed++;
    }
    return removed;
  }

  #keep(picture: Picture, owner: FileOwner, along: Along): Promise<TakenPicture> {
    return this.keepAll([picture], async (em, keep) => {
      const [taken] = await keep(owner);
      await along(em, taken!.fileId);
      return taken!;
    });
  }

  async #demandRoom(em: EntityManager, owner: FileOwner): Promise<void> {
    const { participantId, personId } = owner;
    if ('processId' in owner) {
      const { processId, place } = owner;
      const { all, each } = PROCESS_MAX[place];
      if ((await em.countBy(FileRow, { processId, place })) >= all) throw new Problem('file/full', { count: all });
      if ((await em.countBy(FileRow, { processId, place, ...(personId === null ? { participantId: participantId ?? IsNull() } : { personId }) })) >= each) throw new Problem('file/full', { count: each });
      return;
    }
    const { sessionId } = owner;
    const count = await em.countBy(FileRow, { sessionId });
    if (count >= PICTURES_PER_SESSION_MAX) throw new Problem('file/full', { count: PICTURES_PER_SESSION_MAX });
    if (participantId === null) return;
    const own = await em.countBy(FileRow, { sessionId, participantId });
    if (own >= PICTURES_PER_PARTICIPANT_MAX) throw new Problem('file/full', { count: PICTURES_PER_PARTICIPANT_MAX });
  }
}
