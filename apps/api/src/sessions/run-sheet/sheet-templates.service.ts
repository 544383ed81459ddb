import { Injectable } from '@nestjs/common';
import { Id, type Made, type Page, type PageQuery } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { SaveTemplate, SheetTemplateRow } from '@spolu/contracts/run-sheet';
import { In } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { byParts, pageOf, WordsKey } from '../../http/page.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { addSessionToProcess } from '../../participation/participation.policy.ts';
import { ParticipationService } from '../../participation/participation.service.ts';
import { SessionAccess } from '../session-access.ts';
import { editSession, removeSheetTemplate } from '../sessions.policy.ts';
import { agendaOf } from './blocks.ts';
import { blockOf, contentOf, type SheetContent } from './sheet.ts';
import { SheetTemplate } from './sheet-template.entity.ts';

const TEMPLATES_PER_ORGANISATION_MAX = 500;

/** Run sheets and methods of an organisation's own, saved from what worked. */
@Injectable()
export class SheetTemplatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
  ) {}

  /** For the first of the organisations that run the process. @throws Problem `not-found` for a block of another session, `too-large` */
  async save(me: Viewer, sessionId: string, input: SaveTemplate): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { session, facts, process } = await this.access.session(sessionId, 'read', em);
      demand(editSession, me, facts);
      const activities = await agendaOf(em, sessionId);
      const organisationId = process.organisationIds[0];
      if (organisationId === undefined) throw new Problem('not-found');
      if ((await em.countBy(SheetTemplate, { organisationId })) >= TEMPLATES_PER_ORGANISATION_MAX) throw new Problem('too-large', { items: TEMPLATES_PER_ORGANISATION_MAX });
      let content: SheetContent = contentOf(session, activities);
      if (input.kind === 'method') {
        const activity = activities.find(({ id }) => id === input.activityId);
        if (!activity) throw new Problem('not-found');
        const block = blockOf(activity);
        content = { days: [], tracks: [], blocks: [{ ...block, day: 1, plan: { ...block.plan, track: 0, fixedStart: null } }] };
      }
      const { kind, title, purpose } = input;
      const id = newId();
      await em.insert(SheetTemplate, { id, organisationId, kind, title, purpose, language: session.language, content, createdById: me.person?.id ?? null, createdAt: new Date() });
      return { id };
    });
  }

  /** What the organisations of a process have saved, by name. */
  async list(me: Viewer, processId: string, query: PageQuery): Promise<Page<SheetTemplateRow>> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId, em);
    demand(addSessionToProcess, me, process);
    const templates = await em.findBy(SheetTemplate, { organisationId: In([...process.organisationIds]) });
    const organisations = await this.identity.organisations(process.organisationIds);
    const rows = templates.map((template): SheetTemplateRow => {
      const { id, kind, title, purpose, language, content: { days, blocks }, organisationId } = template;
      return {
        id, kind, title, purpose, language, organisationName: organisations.get(organisationId)?.name ?? '', dayCount: Math.max(1, days.length), blockCount: blocks.length,
        minutes: blocks.reduce((sum, { minutes }) => sum + minutes, 0), mayRemove: removeSheetTemplate.allows(me, factsOf(template)),
      };
    });
    return pageOf(rows, query, { key: z.tuple([WordsKey, Id]), keyOf: ({ title, id }) => [title, id], compare: byParts('up', 'up') });
  }

  /** Sessions that began with it keep what they have. */
  async remove(me: Viewer, templateId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const template = await em.findOneBy(SheetTemplate, { id: templateId });
      if (!template) throw new Problem('not-found');
      demand(removeSheetTemplate, me, factsOf(template));
      await em.delete(SheetTemplate, { id: templateId });
    });
  }
}

const factsOf = ({ organisationId, createdById }: SheetTemplate) => ({ organisationIds: [organisationId], personId: createdById });
