import { Injectable } from '@nestjs/common';
import type { ReportBrainstorm, RoomBrainstorm } from '@spolu/contracts/activities/brainstorm';
import { type EntityManager, In } from 'typeorm';
import { isHiding } from '../../activity.ts';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import { ActivityFrame } from '../../session.entity.ts';
import type { KindReader } from '../kind-reader.ts';
import { brainstormReport, settingsOf } from './brainstorm-report.ts';
import { isModerated } from './brainstorm-rules.ts';
import { Brainwriting } from './brainwriting/sheet.entity.ts';
import { roomCircles } from './brainwriting/seats.ts';
import { roundEndsAt } from './brainwriting/sheets.ts';
import { CardRow } from './card.entity.ts';
import { roomWord } from './round-robin/word.ts';

/** How many cards there are, and the notes that everybody may read. */
@Injectable()
export class BrainstormReader implements KindReader<'brainstorm'> {
  async roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomBrainstorm> {
    const cardCount = await em.countBy(CardRow, { activityId: activity.id, state: In(['held', 'shown']) });
    const { mode, howMightWe } = settingsOf(activity);
    const way = await wayOf(em, activity);
    return { mode, ...(howMightWe && { howMightWe }), ...(way && { way }), revealed: !isHiding(activity), moderated: isModerated(activity.settings), frames: await framesOf(em, activity.id), cardCount };
  }

  async reportPart(em: EntityManager, activity: ReadActivity, { notes }: SessionFindings): Promise<ReportBrainstorm> {
    const heldCount = await em.countBy(CardRow, { activityId: activity.id, state: 'held' });
    return brainstormReport(activity, { frames: await framesOf(em, activity.id), heldCount, notes });
  }
}

async function framesOf(em: EntityManager, activityId: string): Promise<{ id: string; title: string }[]> {
  const frames = await em.find(ActivityFrame, { where: { activityId }, order: { position: 'ASC' } });
  return frames.map(({ frameId, title }) => ({ id: frameId, title }));
}

async function wayOf(em: EntityManager, activity: ReadActivity): Promise<RoomBrainstorm['way'] | null> {
  const { way } = settingsOf(activity);
  if (way?.kind === 'round-robin') return roomWord(em, activity.id);
  const row = way && (await em.findOneBy(Brainwriting, { activityId: activity.id }));
  if (!way || !row) return null;
  return {
    kind: 'brainwriting', round: row.round, rounds: way.rounds,
    roundEndsAt: roundEndsAt(activity, row.round, way.rounds)?.toISOString() ?? null,
    circles: await roomCircles(em, activity.id, row.round),
  };
}
