import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawBoard } from '@spolu/board/drawing/draw-board';
import { BoardsService } from '../../boards/boards.service.ts';
import { FilesService } from '../../files/files.service.ts';
import { paintOwn } from '../../files/picture.ts';
import { Turns } from '../../files/turns.ts';
import { picturesOn } from '../exchange/pictures-on.ts';
import { paperTypes } from '../exchange/type.ts';
import { FILE_WORDS } from '../exchange/words.ts';
import type { Session } from '../session.entity.ts';
import { toOutlines } from './board-outlines.ts';

/** As wide and high as a page shows sharply. */
const SIDE_MAX = 2_200;
const SCALE_MAX = 2;
/** One at a time: a picture must not take the server away from those who write. */
const AT_ONCE = 1;
/** Boards looked at again and again are painted once while nothing on them changes. */
const KEPT = 12;

export interface BoardPicture {
  png: Buffer;
  /** Notes on it. */
  contributionIds: string[];
}

/** Boards as pictures for the report. */
@Injectable()
export class BoardPictures {
  readonly #turns = new Turns(AT_ONCE);
  readonly #kept = new Map<string, Buffer>();

  constructor(
    private readonly boards: BoardsService,
    private readonly files: FilesService,
  ) {}

  /** What is on the board now. */
  draw(boardId: string, session: Pick<Session, 'id' | 'language'>): Promise<BoardPicture> {
    return this.#turns.take(async () => {
      const { worded } = await this.boards.readSeen(boardId);
      const { regular, bold } = await paperTypes();
      const drawing = drawBoard(worded, { measure: regular.measure, measureBold: bold.measure, unnamed: FILE_WORDS[session.language].unnamedCluster });
      const scale = Math.min(SCALE_MAX, SIDE_MAX / drawing.width, SIDE_MAX / drawing.height);
      const svg = toOutlines(drawing, { regular, bold, scale, pictures: await picturesOn(worded, session.id, this.files) });
      const key = createHash('sha256').update(svg).digest('base64');
      const kept = this.#kept.get(key) ?? (await paintOwn(svg));
      this.#keep(key, kept);
      return { png: kept, contributionIds: worded.notes.map(({ contributionId }) => contributionId) };
    });
  }

  async drawAll(boardIds: readonly string[], session: Pick<Session, 'id' | 'language'>): Promise<Map<string, BoardPicture>> {
    const drawn = new Map<string, BoardPicture>();
    for (const boardId of boardIds) drawn.set(boardId, await this.draw(boardId, session));
    return drawn;
  }

  #keep(key: string, png: Buffer): void {
    this.#kept.delete(key);
    this.#kept.set(key, png);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
