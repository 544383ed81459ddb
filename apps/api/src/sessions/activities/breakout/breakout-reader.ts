import { Injectable } from '@nestjs/common';
import { placeOf, questionAt, type ReportBreakout, type RoomBreakout } from '@spolu/contracts/activities/breakout';
import { SECTORS } from '@spolu/contracts/common';
import type { EntityManager } from 'typeorm';
import { type BoardContent, BoardsService } from '../../../boards/boards.service.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import type { SessionFindings } from '../../report-findings.ts';
import type { ReadActivity } from '../../room-state.ts';
import type { KindReader } from '../kind-reader.ts';
import { Breakout, BreakoutTable } from './breakout.entity.ts';
import { settingsOf } from './breakout-rules.ts';
import { readRoomBreakout, roundOf, seatsOf, type Seat } from './seating.ts';

/** Tables and how many sit there; in the report what each of them wrote. */
@Injectable()
export class BreakoutReader implements KindReader<'breakout'> {
  constructor(
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
  ) {}

  roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomBreakout> {
    return readRoomBreakout(em, { id: activity.id, settings: settingsOf(activity) });
  }

  async reportPart(em: EntityManager, activity: ReadActivity, { authorOf }: SessionFindings): Promise<ReportBreakout | null> {
    const breakout = await em.findOneBy(Breakout, { activityId: activity.id });
    if (!breakout) return null;
    const settings = settingsOf(activity);
    const roundCount = await roundOf(em, activity.id);
    const seats = await seatsOf(em, activity.id, roundCount);
    const tables: ReportBreakout['tables'] = [];
    for (const { number, boardId } of await em.find(BreakoutTable, { where: { activityId: activity.id }, order: { number: 'ASC' } })) {
      const content = await this.boards.readBoard(boardId);
      const members = seats.filter(({ tableNumber }) => tableNumber === number);
      const clusters = await this.clustersOf(em, content, authorOf);
      tables.push({
        number, place: placeOf(settings, number), question: questionAt(settings, number),
        memberCount: members.length, sectors: sectorsOf(members), clusters, noteCount: clusters.reduce((sum, { notes }) => sum + notes.length, 0),
      });
    }
    return { roundCount, noteCount: tables.reduce((sum, { noteCount }) => sum + noteCount, 0), carriedOver: breakout.carriedOverAt !== null, tables };
  }

  private async clustersOf(em: EntityManager, { clusters, notes }: BoardContent, authorOf: SessionFindings['authorOf']): Promise<ReportBreakout['tables'][number]['clusters']> {
    const said = new Map((await this.provenance.contributionsOf(em, notes.map(({ contributionId }) => contributionId))).map((words) => [words.id, words]));
    const groups = [...clusters, { id: null, title: '' }].map(({ id, title }) => ({
      title,
      notes: notes.flatMap(({ clusterId, contributionId }) => {
        const known = clusters.some((cluster) => cluster.id === clusterId) ? clusterId : null;
        const words = known === id ? said.get(contributionId) : undefined;
        return words ? [{ contributionId, text: words.text, language: words.language, author: authorOf(words.participantId) }] : [];
      }),
    }));
    return groups.filter((group) => group.notes.length > 0);
  }
}

/** Of fewer people it would say who each of them is. */
const SECTORS_FROM = 5;

const sectorsOf = (members: readonly Seat[]) =>
  members.length < SECTORS_FROM ? [] : [...SECTORS, null].flatMap((sector) => {
    const count = members.filter((member) => member.sector === sector).length;
    return count > 0 ? [{ sector, count }] : [];
  });
