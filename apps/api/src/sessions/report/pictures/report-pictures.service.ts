import { Injectable } from '@nestjs/common';
import type { Drawing } from '@spolu/board/drawing/drawing';
import type { Measure } from '@spolu/board/drawing/fit-text';
import type { PictureQuery, TakenPicture } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import type { ReportBlock } from '@spolu/contracts/report-blocks';
import type { PicturedPeople, ReportPicture, ReportPictureRef, SayPicturedPeople } from '@spolu/contracts/report-pictures';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../database/transactions.ts';
import { FilesService } from '../../../files/files.service.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { audit } from '../../../identity/audit.ts';
import { ConsentsService } from '../../../provenance/consents.service.ts';
import { paperTypes } from '../../exchange/type.ts';
import { SessionAccess } from '../../session-access.ts';
import { editReport, readReport } from '../../sessions.policy.ts';
import { toOutlines } from '../board-outlines.ts';
import { fileIdsIn } from './held-pictures.ts';
import { ReportPhotoRow } from './report-photo.entity.ts';

/** Photographs and graphic records that those who run a session bring to its report. */
@Injectable()
export class ReportPicturesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly files: FilesService,
    private readonly consents: ConsentsService,
  ) {}

  /** @throws Problem what {@link FilesService.takePicture} finds wrong */
  async add(me: Viewer, sessionId: string, people: PicturedPeople, request: Request): Promise<TakenPicture> {
    const { facts } = await this.access.session(sessionId);
    demand(editReport, me, facts);
    return this.files.takePicture(request, ...this.#asPicture(me, sessionId, people));
  }

  /** A drawing that the system makes itself, with nobody on it. @throws Problem what {@link FilesService.keepDrawing} finds wrong */
  async draw(me: Viewer, sessionId: string, drawingOf: (measure: Measure) => Drawing): Promise<TakenPicture> {
    const { facts } = await this.access.session(sessionId);
    demand(editReport, me, facts);
    const { regular, bold } = await paperTypes();
    const svg = toOutlines(drawingOf(bold.measure), { regular, bold, scale: 1, pictures: new Map() });
    return this.files.keepDrawing(svg, ...this.#asPicture(me, sessionId, 'nobody'));
  }

  #asPicture(me: Viewer, sessionId: string, people: PicturedPeople) {
    const owner = { sessionId, place: 'report' as const, participantId: null, personId: me.person?.id ?? null };
    return [owner, async (em: EntityManager, fileId: string) => {
      await em.insert(ReportPhotoRow, { fileId, sessionId, people, withdrawalsSeen: await this.withdrawals(em, sessionId) });
      await this.#note(em, me, fileId, people);
    }] as const;
  }

  /** @throws Problem `not-found`, `changed-meanwhile` where somebody else took her consent back since what the editor saw */
  async sayPeople(me: Viewer, { id: sessionId, fileId }: ReportPictureRef, { people, withdrawals }: SayPicturedPeople): Promise<void> {
    await this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(editReport, me, facts);
      if (withdrawals !== (await this.withdrawals(em, sessionId))) throw new Problem('changed-meanwhile');
      const { affected } = await em.update(ReportPhotoRow, { fileId, sessionId }, { people, withdrawalsSeen: withdrawals });
      if (affected !== 1) throw new Problem('not-found');
      await this.#note(em, me, fileId, people);
    });
  }

  /** Those who write the report see all its pictures, others what stands in what they read. @throws Problem `not-found` */
  async read(me: Viewer, { id: sessionId, fileId }: ReportPictureRef, size: PictureQuery['size']): Promise<Buffer> {
    const { facts } = await this.access.session(sessionId);
    demand(readReport, me, facts);
    const em = this.transactions.manager;
    const [picture] = await this.#of(em, sessionId, [fileId]);
    if (!picture || !(editReport.allows(me, facts) || (!picture.held && (await stands(em, sessionId, fileId))))) throw new Problem('not-found');
    return this.files.read(fileId, size);
  }

  /** As a document takes it; null where its bytes are gone. */
  async jpeg(fileId: string): Promise<Buffer | null> {
    try {
      return await this.files.readJpeg(fileId);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return null;
      throw error;
    }
  }

  /** Those that stand in blocks of a report. */
  async picturesIn(em: EntityManager, sessionId: string, blocks: readonly Pick<ReportBlock, 'content'>[]): Promise<ReportPicture[]> {
    return this.#of(em, sessionId, fileIdsIn(blocks));
  }

  async #of(em: EntityManager, sessionId: string, fileIds: readonly string[]): Promise<ReportPicture[]> {
    if (fileIds.length === 0) return [];
    const rows = await em.query<(Omit<ReportPicture, 'held'> & { withdrawalsSeen: number })[]>(
      `select p.file_id as "fileId", f.width, f.height, p.people, p.withdrawals_seen as "withdrawalsSeen" from report_photo p join file f on f.id = p.file_id
        where p.session_id = $1 and p.file_id = any($2::uuid[])`,
      [sessionId, fileIds],
    );
    const withdrawals = await this.withdrawals(em, sessionId);
    return rows.map(({ withdrawalsSeen, ...picture }) => ({ ...picture, held: picture.people === 'agreed' && withdrawalsSeen < withdrawals }));
  }

  withdrawals(em: EntityManager, sessionId: string): Promise<number> {
    return this.consents.withdrawals(em, sessionId, 'photo');
  }

  #note(em: EntityManager, me: Viewer, fileId: string, people: PicturedPeople): Promise<void> {
    return audit(em, { by: me, action: 'report-picture.people-said', subjectKind: 'file', subjectId: fileId, facts: { people } });
  }
}

/** In the version that readers have. */
async function stands(em: EntityManager, sessionId: string, fileId: string): Promise<boolean> {
  const found: unknown[] = await em.query(
    `select 1 from report_version where session_id = $1 and number = (select max(number) from report_version where session_id = $1) and content -> 'blocks' @> $2::jsonb`,
    [sessionId, JSON.stringify([{ content: { kind: 'picture', fileId } }])],
  );
  return found.length > 0;
}
