import { Injectable } from '@nestjs/common';
import type { ClusterEvidence } from '@spolu/contracts/ideas';
import { In, type EntityManager } from 'typeorm';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { evidenceAlong, MADE_OF } from './idea-evidence.ts';
import { IdeaCluster, IdeaNote } from './idea.entity.ts';

/** Finds what ideas stand on, through all they were merged and split from. */
@Injectable()
export class IdeaClusters {
  constructor(
    private readonly provenance: ProvenanceService,
    private readonly sessions: SessionsService,
  ) {}

  async of(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, ClusterEvidence[]>> {
    if (ideaIds.length === 0) return new Map();
    const origins = await this.provenance.originsOf(em, ideaIds, MADE_OF);
    const all = [...new Set([...ideaIds, ...origins.map(({ fromId }) => fromId)])];
    const parts = await em.find(IdeaCluster, { where: { ideaId: In(all) }, order: { position: 'ASC' } });
    const clusters = new Map((await this.sessions.clustersOf(em, parts.map(({ clusterId }) => clusterId))).map((cluster) => [cluster.id, cluster]));
    const own = new Map<string, ClusterEvidence[]>();
    for (const { ideaId, clusterId } of parts) {
      const cluster = clusters.get(clusterId);
      if (!cluster) continue;
      const { id, title, sessionId, sessionTitle, notes, vote } = cluster;
      own.set(ideaId, [...(own.get(ideaId) ?? []), { id, title, sessionId, sessionTitle, notes, vote }]);
    }
    const taken = new Map<string, Set<string>>();
    for (const { ideaId, contributionId } of origins.length === 0 ? [] : await em.findBy(IdeaNote, { ideaId: In(all) })) {
      taken.set(ideaId, (taken.get(ideaId) ?? new Set()).add(contributionId));
    }
    return new Map(ideaIds.map((id) => [id, evidenceAlong(id, origins, own, taken)]));
  }
}
