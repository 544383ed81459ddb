import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { OwnContent } from '@spolu/contracts/report-blocks';
import { v4 as randomId } from 'uuid';
import { ReflectionService } from '../sessions/feedback/reflection.service.ts';
import { BlocksService } from '../sessions/report/blocks.service.ts';
import { ReportPicturesService } from '../sessions/report/pictures/report-pictures.service.ts';
import type { StoryCalendar } from './calendar.ts';
import { graphicRecord } from './data/graphic-record.ts';
import { clusters, editedReport, reflection } from './data/story.ts';
import type { DemoTown } from './demo-town.ts';
import type { FinishedWorkshop } from './demo-workshops.ts';
import { StoryTime } from './story-time.ts';

/** The report of the workshop that is over, as its facilitator edited and published it: findings, a quote, a picture, a note below the vote, tasks, a chapter nobody needs hidden; and what the team thinks of how it went. */
@Injectable()
export class ReportOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly modules: ModuleRef,
  ) {}

  async write({ people }: DemoTown, calendar: StoryCalendar, { sessionId }: FinishedWorkshop): Promise<void> {
    const facilitator = people.as('facilitator');
    const blocks = this.modules.get(BlocksService, { strict: false });
    const { day, time, heading, findings, voteNote, quoted, decision, actions } = editedReport;
    await this.time.happened(calendar.at(day, time), async () => {
      const draft = await blocks.draft(facilitator, sessionId);
      const chapterOf = (at: (kind: string, i: number) => boolean) => draft.activities.find(({ kind }, i) => at(kind, i))!;
      const keyOf = ({ id }: { id: string }) => draft.blocks.find(({ content }) => content.kind === 'activity' && content.activityId === id)!.key;
      const add = async (content: OwnContent, after: string | null) => (await blocks.add(facilitator, sessionId, { content, after })).key;
      const title = clusters.find(({ key }) => key === quoted)!.title;
      const words = draft.activities.flatMap((activity) => activity.clusters?.clusters ?? []).find((cluster) => cluster.title === title)!.notes[0]!;

      const top = await add({ kind: 'heading', text: heading }, null);
      const found = await add({ kind: 'text', text: findings }, top);
      const said = await add({ kind: 'quote', contributionId: words.contributionId }, found);
      const { caption, alt, draw } = graphicRecord;
      const { fileId } = await this.modules.get(ReportPicturesService, { strict: false }).draw(facilitator, sessionId, draw);
      await add({ kind: 'picture', fileId, caption, alt }, said);
      const vote = keyOf(chapterOf((kind) => kind === 'dot-vote'));
      await blocks.edit(facilitator, sessionId, vote, { revision: 0, hidden: false, note: voteNote, content: null });
      const closing = keyOf(chapterOf((kind, i) => kind === 'information' && i > 0));
      await blocks.edit(facilitator, sessionId, closing, { revision: 0, hidden: true, note: '', content: null });
      const decided = await add({ kind: 'decision', text: decision }, vote);
      await add({ kind: 'actions', items: actions.map(({ text, owner, inDays }) => ({ id: randomId(), text, owner, dueOn: calendar.day(day + inDays) })) }, decided);
      await this.modules.get(ReflectionService, { strict: false }).save(facilitator, sessionId, { ...reflection, revision: 0 });
      const { revision } = await blocks.draft(facilitator, sessionId);
      await blocks.publish(facilitator, sessionId, { revision });
    });
  }
}
