import { Injectable } from '@nestjs/common';
import type { Sector } from '@spolu/contracts/common';
import type { Report } from '@spolu/contracts/sessions';
import { method } from '@spolu/methods/library';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { BoardsService } from '../boards/boards.service.ts';
import { Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { ConsentsService } from '../provenance/consents.service.ts';
import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import { type ContributionFacts, ProvenanceService } from '../provenance/provenance.service.ts';
import { clusterReport } from './activities/cluster/cluster-report.ts';
import type { ClosedCluster } from './activities/cluster/harvest.ts';
import { VoteCounts } from './activities/dot-vote/vote-counts.ts';
import { ReadersByKind } from './activities/readers-by-kind.ts';
import { chapter, participation } from './report.ts';
import type { SessionFindings } from './report-findings.ts';
import { sessionWords } from './second-words.ts';
import { SessionAccess } from './session-access.ts';
import { Activity, Participant, type Session } from './session.entity.ts';
import { confirmIdeas, readReport } from './sessions.policy.ts';
import { translationsOf } from './translations/read-translations.ts';

/** What came out of a session, from the rows as they stand: right at any moment, also while it runs. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
    private readonly consents: ConsentsService,
    private readonly votes: VoteCounts,
    private readonly readers: ReadersByKind,
  ) {}

  async report(me: Viewer, sessionId: string): Promise<Report> {
    const { session, process, boardId, facts } = await this.access.session(sessionId);
    demand(readReport, me, facts);
    const em = this.transactions.manager;
    // a break is no part of what came out
    const activities = await em.find(Activity, { where: { sessionId, kind: Not('break') }, order: { position: 'ASC' } });
    const ids = activities.map(({ id }) => id);
    const clustersBy = await clustersByActivity(em, ids);
    const participants = await em.find(Participant, { where: { sessionId, removedAt: IsNull() }, select: { id: true, sector: true } });
    const wroteCount = await countWriters(em, sessionId);
    const found = await this.findings(em, session, boardId, [...clustersBy.values()].flat());
    const chapters: Report['activities'] = [];
    for (const activity of activities) {
      chapters.push(
        chapter({ ...activity, second: activity.second?.language === session.secondLanguage ? activity.second : null }, {
          methodTitle: activity.methodId === null ? null : (method(activity.methodId, session.language)?.name.text ?? null),
          clusters: clusterReport(activity, clustersBy.get(activity.id) ?? [], found),
          part: await this.readers.of(activity.kind).reportPart(em, activity, found),
        }),
      );
    }
    return {
      ...heading(session),
      processTitle: process.title,
      participation: participation(participants.map(({ sector }): Sector | null => sector), wroteCount),
      activities: chapters,
      may: { confirmIdeas: confirmIdeas.allows(me, facts) },
    };
  }

  private async findings(em: EntityManager, session: Session, boardId: string, clusters: readonly ClosedCluster[]): Promise<SessionFindings> {
    const board = await this.boards.readBoard(boardId);
    const standing = new Set(board.clusters.map(({ id }) => id));
    const clusterIds = clusters.map(({ id }) => id);
    const noteIds = [...new Set([...board.notes.map(({ contributionId }) => contributionId), ...clusters.flatMap(({ contributionIds }) => contributionIds)])];
    // what was taken back since its cluster was closed is told no more
    const contributions = (await this.provenance.contributionsOf(em, noteIds)).filter(({ withdrawn }) => !withdrawn);
    const votes = await this.votes.onClusters(em, clusterIds);
    const ideas = await ideasOf(em, clusterIds);
    const names = await namesToQuote(em, session.id, await this.consents.givenBy(em, session.id, 'quote'));
    const authorOf = (participantId: string | null) => (participantId === null ? null : (names.get(participantId) ?? null));
    const translated = session.secondLanguage === null ? null : await translationsOf(em, contributions.map(({ id, text }) => ({ contributionId: id, text })));
    const noteOf = ({ id, text, language, participantId, onPaper }: ContributionFacts): ReportNote => {
      const translations = translated?.get(id);
      return { contributionId: id, text, language, author: authorOf(participantId), ...(onPaper && { onPaper }), ...(translations && { translations }) };
    };
    const said = new Map(contributions.map((contribution) => [contribution.id, contribution]));
    return {
      sessionState: session.state,
      notes: board.notes.flatMap(({ contributionId, position, clusterId }) => {
        const contribution = said.get(contributionId);
        if (!contribution) return [];
        return [{ ...noteOf(contribution), activityId: contribution.activityId, frameId: position.frameId, grouped: clusterId !== null && standing.has(clusterId), createdAt: contribution.createdAt }];
      }),
      words: new Map(contributions.map((contribution) => [contribution.id, noteOf(contribution)])),
      dots: new Map([...votes].flatMap(([id, { counted }]) => (counted ? [[id, counted.dots] as const] : []))),
      ideas,
      authorOf,
    };
  }
}

function heading(session: Session) {
  const { id, processId, title, kind, language, visibility, place, openedAt, closedAt } = session;
  // the report greets nobody
  const second = sessionWords({ ...session, welcome: '' });
  return {
    sessionId: id, processId, title, ...(second && { second }), kind, language, visibility, place, openedAt: openedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null,
  };
}

async function clustersByActivity(em: EntityManager, activityIds: readonly string[]): Promise<Map<string, ClosedCluster[]>> {
  const rows = await em.query<(ClosedCluster & { activityId: string })[]>(
    `select a.activity_id as "activityId", c.id, c.board_cluster_id as "boardClusterId", c.title,
        array(select contribution_id from cluster_note n where n.cluster_id = c.id order by position) as "contributionIds"
      from activity_cluster a join cluster c on c.id = a.cluster_id where a.activity_id = any($1) order by a.activity_id, a.position`,
    [activityIds],
  );
  const byActivity = new Map<string, ClosedCluster[]>();
  for (const { activityId, ...cluster } of rows) byActivity.set(activityId, [...(byActivity.get(activityId) ?? []), cluster]);
  return byActivity;
}

/** People known to have written something; in an anonymous activity nobody is. */
async function countWriters(em: EntityManager, sessionId: string): Promise<number> {
  const [row] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from participant p where p.session_id = $1 and p.removed_at is null and (
        exists (select 1 from contribution c where c.participant_id = p.id)
        or exists (select 1 from card where card.participant_id = p.id and card.state in ('inbox', 'aside', 'held', 'late')))`,
    [sessionId],
  );
  return row?.count ?? 0;
}

/** Names beside words, of those who agreed to it. */
async function namesToQuote(em: EntityManager, sessionId: string, agreed: ReadonlySet<string>): Promise<Map<string, string>> {
  if (agreed.size === 0) return new Map();
  const people = await em.find(Participant, { where: { sessionId, removedAt: IsNull(), id: In([...agreed]) }, select: { id: true, nickname: true } });
  return new Map(people.flatMap(({ id, nickname }) => (nickname === null ? [] : [[id, nickname] as const])));
}

/** The idea that each cluster became, by the links that `ideas` writes; the newest where it became several. */
async function ideasOf(em: EntityManager, clusterIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await em.query<{ clusterId: string; ideaId: string }[]>(
    `select link.from_id as "clusterId", link.to_id as "ideaId" from link join record r on r.id = link.to_id and r.kind = 'idea'
      where link.kind = 'became' and link.from_id = any($1) order by link.at`,
    [clusterIds],
  );
  return new Map(rows.map(({ clusterId, ideaId }) => [clusterId, ideaId]));
}
