import { Injectable } from '@nestjs/common';
import type { ClusterEvidence, NamedNote } from '@spolu/contracts/ideas';
import type { Evidence } from '@spolu/contracts/outputs';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { along, evidenceAlong, MADE_OF } from './idea-evidence.ts';
import { Idea, IdeaCluster, IdeaNote } from './idea.entity.ts';

/** Finds what ideas stand on, through all they were merged and split from. */
@Injectable()
export class IdeaClusters {
  constructor(
    private readonly provenance: ProvenanceService,
    private readonly sessions: SessionsService,
  ) {}

  of(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, ClusterEvidence[]>> {
    return this.#along(em, ideaIds, (clusterIds) => this.sessions.clustersOf(em, clusterIds));
  }

  /** The same without anybody's words, for what only counts. */
  outlinesOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, ClusterEvidence<NamedNote>[]>> {
    return this.#along(em, ideaIds, (clusterIds) => this.sessions.clusterOutlinesOf(em, clusterIds));
  }

  async #along<Note extends NamedNote>(em: EntityManager, ideaIds: readonly string[], read: (clusterIds: readonly string[]) => Promise<ClusterEvidence<Note>[]>): Promise<Map<string, ClusterEvidence<Note>[]>> {
    if (ideaIds.length === 0) return new Map();
    const origins = await this.provenance.originsOf(em, ideaIds, MADE_OF);
    const all = [...new Set([...ideaIds, ...origins.map(({ fromId }) => fromId)])];
    const parts = await em.find(IdeaCluster, { where: { ideaId: In(all) }, order: { position: 'ASC' } });
    const clusters = new Map((await read(parts.map(({ clusterId }) => clusterId))).map((cluster) => [cluster.id, cluster]));
    const own = new Map<string, ClusterEvidence<Note>[]>();
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

  /** What residents wrote online, by idea: its own words first, then those of the ideas it was made from. Words taken back are left out. */
  async wordsOf(em: EntityManager, ideaIds: readonly string[]): Promise<Map<string, Evidence['words']>> {
    if (ideaIds.length === 0) return new Map();
    const origins = await this.provenance.originsOf(em, ideaIds, MADE_OF);
    const all = [...new Set([...ideaIds, ...origins.map(({ fromId }) => fromId)])];
    const ideas = await em.find(Idea, { select: { id: true, contributionId: true }, where: { id: In(all), contributionId: Not(IsNull()), hiddenAt: IsNull(), publishedAt: Not(IsNull()) } });
    const written = new Map((await this.provenance.contributionsOf(em, ideas.flatMap(({ contributionId }) => contributionId ?? []))).map((one) => [one.id, one]));
    const wordsOf = new Map(ideas.map(({ id, contributionId }) => [id, written.get(contributionId ?? '')]));
    return new Map(ideaIds.map((id) => [
      id,
      [...along(id, origins)].flatMap((ideaId) => {
        const words = wordsOf.get(ideaId);
        return words && !words.withdrawn ? [{ contributionId: words.id, text: words.text, language: words.language }] : [];
      }),
    ]));
  }
}
