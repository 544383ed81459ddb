import { Injectable } from '@nestjs/common';
import type { Made, Page, PageQuery } from '@spolu/contracts/common';
import type { AddDossier, ChangesQuery, DossierChanges, DossierRow, DossierVersion, DossierView, EditDossier } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralState } from '@spolu/contracts/review';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ParticipationService, type ProcessSummary } from '../participation/participation.service.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { WaysService } from '../provenance/ways.service.ts';
import { changesBetween } from './dossier-changes.ts';
import { DossierEvidence } from './dossier-evidence.ts';
import { Dossier, DossierLook, DossierVersionRow, RecommendationOpinion, RecommendationQuestion, RecommendationRow, VersionReferral } from './dossier.entity.ts';
import { asCompiled, checkDraft, compileVersion, contributionsIn, withoutHidden, withoutModerated } from './dossier.ts';
import { listDossiers, lookAtVersion, publishDossier, readAllEvidence, readVersion, referDossier, writeDossier, type VersionFacts } from './outputs.policy.ts';

/** A referral as `review` writes it down here, so that a dossier shows where its versions went. */
export interface NotedReferral {
  referralId: string;
  dossierId: string;
  version: number;
  bodyId: string;
  dueOn: string;
  state: ReferralState;
}
/** An opinion as `review` writes it down here. */
export type NotedOpinion = RecommendationOpinion;
/** A question likewise, with its answer or without. */
export type NotedQuestion = RecommendationQuestion;
interface ShownReferral extends Omit<NotedReferral, 'state'> {
  bodyName: string;
  state: NotedReferral['state'] | 'returned';
}
interface VersionSummary {
  version: number;
  visibility: DossierVersion['visibility'];
  publishedAt: Date;
}

const NEWEST_FIRST: ListOrder<{ createdAt: Date; id: string }, [string, string]> = {
  key: z.tuple([z.string(), z.string()]),
  keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
  compare: byParts('down', 'down'),
};

/** Dossiers: from a draft to versions that commissions and councils can rely on. */
@Injectable()
export class OutputsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly ways: WaysService,
    private readonly participation: ParticipationService,
    private readonly ideas: IdeasService,
    private readonly evidence: DossierEvidence,
  ) {}

  /** A new, empty draft, as visible as its process. */
  async add(me: Viewer, processId: string, { title }: AddDossier): Promise<Made> {
    return this.transactions.run(async (em) => {
      const process = await this.participation.factsOf(processId, em);
      demand(writeDossier, me, process);
      const id = newId();
      const now = new Date();
      await em.insert(Dossier, { id, processId, title, summary: '', recommendations: [], visibility: process.visibility, createdAt: now, updatedAt: now });
      return { id };
    });
  }

  /** Saves the draft whole. @throws Problem `changed-meanwhile` where somebody else saved since the editor's `revision`, `dossier/unknown-idea` */
  async edit(me: Viewer, id: string, { revision, ...draft }: EditDossier): Promise<void> {
    return this.transactions.run(async (em) => {
      const { processId } = await this.found(em, id);
      demand(writeDossier, me, await this.participation.factsOf(processId, em));
      checkDraft(draft.recommendations);
      const cited = await this.ideas.evidenceOf(em, [...new Set(draft.recommendations.flatMap(({ ideaIds }) => ideaIds))]);
      for (const [i, { ideaIds }] of draft.recommendations.entries()) {
        if (ideaIds.some((ideaId) => cited.get(ideaId)?.processId !== processId)) throw new Problem('dossier/unknown-idea', { number: i + 1 });
      }
      const { affected } = await em.update(Dossier, { id, revision }, { ...draft, revision: revision + 1, updatedAt: new Date() });
      if (affected === 0) throw new Problem('changed-meanwhile');
    });
  }

  /**
   * Freezes the draft as the next version, with all its evidence as it stands now.
   * @throws Problem `dossier/nothing-to-publish`, `dossier/uncited`, `dossier/unknown-idea`
   */
  async publish(me: Viewer, id: string): Promise<{ version: number }> {
    return this.transactions.run(async (em) => {
      const { processId } = await this.found(em, id);
      demand(publishDossier, me, await this.participation.factsOf(processId, em));
      const draft = await em.findOneOrFail(Dossier, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const ideaIds = [...new Set(draft.recommendations.flatMap((recommendation) => recommendation.ideaIds))];
      const content = compileVersion(draft, await this.evidence.of(em, processId, ideaIds), await this.evidence.before(em, id), newId);
      const latest = await em.maximum(DossierVersionRow, 'version', { dossierId: id });
      const version = (latest ?? 0) + 1;
      const at = new Date();
      const { title, visibility } = draft;
      await em.insert(DossierVersionRow, { dossierId: id, version, title, visibility, content, publishedBy: me.person?.id ?? null, publishedAt: at });
      await em.insert(
        RecommendationRow,
        content.recommendations.map((recommendation) => ({ id: recommendation.id, dossierId: id, version, number: recommendation.number, title: recommendation.title, draftId: recommendation.draftId })),
      );
      await this.takeOffTheWay(em, id, version);
      await this.provenance.register(
        em,
        content.recommendations.map((recommendation) => ({
          id: recommendation.id, kind: 'recommendation' as const, title: recommendation.title, url: `${versionUrl(id, version)}#r${recommendation.number}`,
          visibility, processId, reason: recommendation.reasons || null, at,
        })),
      );
      await this.provenance.link(
        em,
        content.recommendations.flatMap((recommendation) =>
          recommendation.evidence.map(({ ideaId }) => ({ fromId: ideaId, toId: recommendation.id, kind: 'cited-in' as const })),
        ),
        me.person?.id ?? null,
      );
      await this.identity.audit(em, { by: me, action: 'dossier.published', subjectKind: 'dossier', subjectId: id, facts: { version } });
      return { version };
    });
  }

  /** Its writers get the draft; everybody else what was published for her eyes. @throws Problem `not-found` where nothing is */
  async view(me: Viewer, id: string): Promise<DossierView> {
    const em = this.transactions.manager;
    const { processId, title, summary, recommendations, visibility, revision } = await this.found(em, id);
    const process = await this.participation.factsOf(processId, em);
    const published = await this.versionsOf(em, [id]);
    const referrals = await this.referralsOf(em, [id]);
    const readable = published.filter((row) => readVersion.allows(me, versionFacts(process, row.visibility, referrals.filter((r) => r.version === row.version))));
    const edit = writeDossier.allows(me, process);
    if (readable.length === 0 && !edit) throw new Problem('not-found');
    return {
      id,
      processId,
      processTitle: process.title,
      title: edit ? title : (readable[0]?.title ?? title),
      draft: edit ? { title, summary, recommendations, visibility, revision } : null,
      versions: readable.map(({ version, publishedAt }) => ({
        version,
        publishedAt: publishedAt.toISOString(),
        referrals: referrals
          .filter((referral) => referral.version === version)
          .map(({ referralId, bodyId, bodyName, dueOn, state }) => ({ id: referralId, bodyId, bodyName, dueOn, state })),
      })),
      may: { edit, publish: publishDossier.allows(me, process), refer: referDossier.allows(me, process) },
    };
  }

  /** The newest first. Drafts without a version are listed for their writers only. */
  async listOfProcess(me: Viewer, processId: string, query: PageQuery): Promise<Page<DossierRow>> {
    const em = this.transactions.manager;
    const process = await this.participation.factsOf(processId, em);
    demand(listDossiers, me, process);
    const dossiers = await em.find(Dossier, { where: { processId }, order: { createdAt: 'DESC', id: 'DESC' } });
    const ids = dossiers.map(({ id }) => id);
    const versions = await this.versionsOf(em, ids);
    const referrals = await this.referralsOf(em, ids);
    const writer = writeDossier.allows(me, process);
    const rows = dossiers.flatMap(({ id, title, createdAt }): (DossierRow & { createdAt: Date })[] => {
      const latest = versions.find(
        (row) =>
          row.dossierId === id &&
          readVersion.allows(me, versionFacts(process, row.visibility, referrals.filter((r) => r.dossierId === id && r.version === row.version))),
      );
      if (!latest && !writer) return [];
      return [{
        createdAt, id, processId, processTitle: process.title, title: writer ? title : (latest?.title ?? title),
        latestVersion: latest?.version ?? null, publishedAt: latest?.publishedAt.toISOString() ?? null,
      }];
    });
    const { items, next } = pageOf(rows, query, NEWEST_FIRST);
    return { items: items.map(({ createdAt: _, ...row }) => row), next };
  }

  /** A published version as the viewer may read it: what people wrote and is not for her eyes is left out and counted. */
  async viewVersion(me: Viewer, dossierId: string, version: number): Promise<DossierVersion> {
    const em = this.transactions.manager;
    const { content, facts } = await this.versionOf(em, dossierId, version);
    demand(readVersion, me, facts);
    if (readAllEvidence(me, facts)) return content;
    const seen = await this.ways.visibleAmong(me, contributionsIn(content.recommendations));
    return { ...content, recommendations: withoutHidden(content.recommendations, (contributionId) => seen.has(contributionId)) };
  }

  /** What changed since an earlier version that she may read too. @throws Problem `not-found` for a `since` that is none of them */
  async changesOf(me: Viewer, dossierId: string, version: number, { since }: ChangesQuery): Promise<DossierChanges> {
    const em = this.transactions.manager;
    const { content, facts } = await this.versionOf(em, dossierId, version);
    demand(readVersion, me, facts);
    const earlier = await this.earlierFor(em, me, dossierId, version);
    const base = since === undefined
      ? (earlier.filter(({ lookedAt }) => lookedAt !== null).sort((a, b) => (a.lookedAt! < b.lookedAt! ? 1 : -1))[0] ?? earlier[0])
      : earlier.find((one) => one.version === since);
    if (!base) {
      if (since !== undefined) throw new Problem('not-found');
      return { since: null, earlier, title: null, summary: null, recommendations: [], gone: [] };
    }
    const before = await this.versionOf(em, dossierId, base.version);
    return { since: base, earlier, ...changesBetween(before.content, content) };
  }

  /** She has it before her. */
  async look(me: Viewer, dossierId: string, version: number): Promise<void> {
    const em = this.transactions.manager;
    const { facts } = await this.versionOf(em, dossierId, version);
    demand(lookAtVersion, me, facts);
    await em.upsert(DossierLook, { personId: me.person!.id, dossierId, version, lookedAt: new Date() }, ['personId', 'dossierId', 'version']);
  }

  /** Versions before one that the viewer may read, the newest first. */
  private async earlierFor(em: EntityManager, me: Viewer, dossierId: string, version: number): Promise<DossierChanges['earlier']> {
    const { processId } = await this.found(em, dossierId);
    const process = await this.participation.factsOf(processId, em);
    const referrals = await this.referralsOf(em, [dossierId]);
    const looks = me.person ? await em.findBy(DossierLook, { personId: me.person.id, dossierId }) : [];
    return (await this.versionsOf(em, [dossierId]))
      .filter((row) => row.version < version && readVersion.allows(me, versionFacts(process, row.visibility, referrals.filter((r) => r.version === row.version))))
      .map((row) => ({ version: row.version, publishedAt: row.publishedAt.toISOString(), lookedAt: looks.find((look) => look.version === row.version)?.lookedAt.toISOString() ?? null }));
  }

  /** `review` writes down what a body said of a recommendation, so that the next version holds it. */
  async noteOpinion(em: EntityManager, opinion: NotedOpinion): Promise<void> {
    await em.upsert(RecommendationOpinion, opinion, ['opinionId']);
  }

  /** `review` writes down what a body asked a department about a recommendation, and what it answered, likewise. */
  async noteQuestion(em: EntityManager, question: NotedQuestion): Promise<void> {
    await em.upsert(RecommendationQuestion, question, ['questionId']);
  }

  /** It was taken back. */
  async dropQuestion(em: EntityManager, questionId: string): Promise<void> {
    await em.delete(RecommendationQuestion, { questionId });
  }

  /** A published version whole, but for what was hidden meanwhile, with the facts that policies on it need. @throws Problem `not-found` */
  async versionOf(em: EntityManager, dossierId: string, version: number): Promise<{ content: DossierVersion; facts: VersionFacts }> {
    const row = await em.findOneBy(DossierVersionRow, { dossierId, version });
    if (!row) throw new Problem('not-found');
    const { processId } = await this.found(em, dossierId);
    const process = await this.participation.factsOf(processId, em);
    const referrals = (await this.referralsOf(em, [dossierId])).filter((referral) => referral.version === version);
    const { title, summary, recommendations } = asCompiled(row.content);
    const ideaIds = recommendations.flatMap(({ evidence }) => evidence.map((idea) => idea.ideaId));
    const hidden = await this.ideas.hiddenAmong(em, ideaIds, contributionsIn(recommendations));
    return {
      content: {
        dossierId, version, processId, processTitle: process.title, publishedAt: row.publishedAt.toISOString(), visibility: row.visibility,
        title, summary, recommendations: withoutModerated(recommendations, hidden),
      },
      facts: versionFacts(process, row.visibility, referrals),
    };
  }

  /** `review` writes down where a version went and how far that is. */
  async noteReferral(em: EntityManager, referral: NotedReferral): Promise<void> {
    await em.upsert(VersionReferral, referral, ['referralId']);
    const { dossierId, version } = referral;
    const { visibility } = await em.findOneByOrFail(DossierVersionRow, { dossierId, version });
    for (const { id } of await em.findBy(RecommendationRow, { dossierId, version })) await this.provenance.update(em, id, { visibility });
  }

  /**
   * A version that is replaced before it went anywhere leads nowhere: its recommendations are no stations any more, or everybody's way would
   * show each of them twice. Should it be referred after all, they are again.
   */
  private async takeOffTheWay(em: EntityManager, dossierId: string, before: number): Promise<void> {
    const replaced = await em.query<{ id: string }[]>(
      `select id from recommendation r where dossier_id = $1 and version < $2
        and not exists (select 1 from version_referral v where v.dossier_id = r.dossier_id and v.version = r.version)`,
      [dossierId, before],
    );
    for (const { id } of replaced) await this.provenance.update(em, id, { visibility: 'internal' });
  }

  private async found(em: EntityManager, id: string): Promise<Dossier> {
    const dossier = await em.findOneBy(Dossier, { id });
    if (!dossier) throw new Problem('not-found');
    return dossier;
  }

  /** Without their contents, the newest first. */
  private versionsOf(em: EntityManager, dossierIds: readonly string[]): Promise<(VersionSummary & { dossierId: string; title: string })[]> {
    return em.query(
      `select dossier_id as "dossierId", version, title, visibility, published_at as "publishedAt" from dossier_version
      where dossier_id = any($1::uuid[]) order by version desc`,
      [dossierIds],
    );
  }

  private referralsOf(em: EntityManager, dossierIds: readonly string[]): Promise<ShownReferral[]> {
    return em.query(
      `select r.referral_id as "referralId", r.dossier_id as "dossierId", r.version, r.body_id as "bodyId", body.name as "bodyName",
        to_char(r.due_on, 'YYYY-MM-DD') as "dueOn",
        case when r.state = 'opinion-adopted' and exists (
          select from recommendation_opinion o join recommendation said on said.id = o.recommendation_id
          where said.dossier_id = r.dossier_id and said.version = r.version and o.body_id = r.body_id and o.verdict = 'return'
        ) then 'returned' else r.state end as state
      from version_referral r join body on body.id = r.body_id
      where r.dossier_id = any($1::uuid[]) order by r.due_on, body.name`,
      [dossierIds],
    );
  }
}

const versionUrl = (dossierId: string, version: number) => `/dossiers/${dossierId}/versions/${version}`;

const versionFacts = (process: ProcessSummary, visibility: VersionFacts['visibility'], referrals: readonly Pick<NotedReferral, 'bodyId'>[]): VersionFacts => ({
  ...process,
  ...(visibility ? { visibility } : {}),
  draft: process.state === 'draft',
  referredTo: referrals.map(({ bodyId }) => bodyId),
});
