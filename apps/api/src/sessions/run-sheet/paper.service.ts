import { Injectable } from '@nestjs/common';
import type { PaperFor } from '@spolu/contracts/run-sheet';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { fileName } from '../file-name.ts';
import { SessionAccess } from '../session-access.ts';
import { viewSession } from '../sessions.policy.ts';
import { agendaOf } from './blocks.ts';
import { planOf, SHEET_STAFF, sheetOf } from './sheet.ts';
import { sheetDocument } from './sheet-document.ts';

/** The run sheet as a file. */
@Injectable()
export class PaperService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
  ) {}

  async document(me: Viewer, sessionId: string, audience: PaperFor): Promise<{ name: string; bytes: Buffer }> {
    const { session, facts } = await this.access.session(sessionId);
    demand(viewSession, me, facts);
    const activities = (await agendaOf(this.transactions.manager, sessionId)).filter(({ skippedAt }) => skippedAt === null);
    const staff = new Map((await this.identity.staffOf(sessionId, SHEET_STAFF)).map(({ personId, name }) => [personId, name]));
    const { name: town } = await this.identity.municipality();
    const { title, place, language } = session;
    const blocks = activities.map((activity) => {
      const { id, title: name, instruction, staffNotes, minutes, day, ownerId } = activity;
      return { id, title: name, instruction, staffNotes, minutes, day, plan: planOf(activity), ownerName: ownerId === null ? null : (staff.get(ownerId) ?? null) };
    });
    return { name: `${fileName(title, 'run-sheet')}.docx`, bytes: await sheetDocument({ title, place, town, language, sheet: sheetOf(session), blocks }, audience) };
  }
}
