import type { Visibility } from '@spolu/contracts/common';
import type { EditRecommendation } from '@spolu/contracts/outputs';
import type { Opinion, ReferralState } from '@spolu/contracts/review';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CompiledVersion } from './dossier.ts';

/** The draft of a dossier, rewritten whole at each save. */
@Entity('dossier')
@Check('dossier_visibility', `visibility in ('internal', 'participants', 'public')`)
@Check('dossier_revision', 'revision > 0')
@Index('dossier_process_id', ['processId', 'createdAt'])
export class Dossier {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dossier_pkey' })
  id: string;
  @ForeignKey('process', 'id', { name: 'dossier_process_id_fkey' })
  @Column('uuid')
  processId: string;
  @Column('text')
  title: string;
  @Column('text')
  summary: string;
  @Column('jsonb')
  recommendations: EditRecommendation[];
  @Column('text')
  visibility: Visibility;
  /** Grows with each save; whoever saves names the one she saw. */
  @Column('int', { default: 1 })
  revision: number;
  @Column('timestamptz')
  createdAt: Date;
  @Column('timestamptz')
  updatedAt: Date;
}

/** A published version. A trigger refuses every change. */
@Entity('dossier_version')
@Check('dossier_version_version', 'version > 0')
@Check('dossier_version_visibility', `visibility in ('internal', 'participants', 'public')`)
export class DossierVersionRow {
  @ForeignKey(() => Dossier, { name: 'dossier_version_dossier_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dossier_version_pkey' })
  dossierId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'dossier_version_pkey' })
  version: number;
  @Column('text')
  title: string;
  @Column('text')
  visibility: Visibility;
  @Column('jsonb')
  content: CompiledVersion;
  @ForeignKey('person', 'id', { name: 'dossier_version_published_by_fkey' })
  @Column('uuid', { nullable: true })
  publishedBy: string | null;
  @Column('timestamptz')
  publishedAt: Date;
}

/** A recommendation of one version, under the id by which positions, opinions and decisions speak of it. */
@Entity('recommendation')
@Check('recommendation_number', 'number > 0')
@Unique('recommendation_one_number', ['dossierId', 'version', 'number'])
@ForeignKey(() => DossierVersionRow, ['dossierId', 'version'], ['dossierId', 'version'], { name: 'recommendation_version_fkey' })
export class RecommendationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_pkey' })
  id: string;
  @Column('uuid')
  dossierId: string;
  @Column('int')
  version: number;
  @Column('int')
  number: number;
  @Column('text')
  title: string;
  /** Of the draft: the same in every version. Null in versions from before it was kept. */
  @Column('uuid', { nullable: true })
  draftId: string | null;
}

/** What a body said of a recommendation; written down by `review`, which owns the opinion. */
@Entity('recommendation_opinion')
export class RecommendationOpinion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_opinion_pkey' })
  opinionId: string;
  @Index('recommendation_opinion_recommendation_id')
  @ForeignKey(() => RecommendationRow, { name: 'recommendation_opinion_recommendation_id_fkey' })
  @Column('uuid')
  recommendationId: string;
  @ForeignKey('body', 'id', { name: 'recommendation_opinion_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('text')
  verdict: Opinion['verdict'];
  @Column('text')
  reasoning: string;
  @Column('text')
  dissent: string;
  @Column('int')
  votesFor: number;
  @Column('int')
  votesAgainst: number;
  @Column('int')
  votesAbstained: number;
  @Column('date')
  adoptedOn: string;
}

/** What a body asked a department about a recommendation, and the answer; written down by `review`, which owns the question. */
@Entity('recommendation_question')
export class RecommendationQuestion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_question_pkey' })
  questionId: string;
  @Index('recommendation_question_recommendation_id')
  @ForeignKey(() => RecommendationRow, { name: 'recommendation_question_recommendation_id_fkey' })
  @Column('uuid')
  recommendationId: string;
  @ForeignKey('body', 'id', { name: 'recommendation_question_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @ForeignKey('organisation', 'id', { name: 'recommendation_question_organisation_id_fkey' })
  @Column('uuid')
  organisationId: string;
  @Column('text')
  text: string;
  @Column('timestamptz')
  askedAt: Date;
  @Column('text')
  answer: string;
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}

/** When somebody had a version before her last, so that the next one tells her what changed since. */
@Entity('dossier_look')
@ForeignKey(() => DossierVersionRow, ['dossierId', 'version'], ['dossierId', 'version'], { name: 'dossier_look_version_fkey' })
export class DossierLook {
  @ForeignKey('person', 'id', { name: 'dossier_look_person_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dossier_look_pkey' })
  personId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dossier_look_pkey' })
  dossierId: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'dossier_look_pkey' })
  version: number;
  @Column('timestamptz')
  lookedAt: Date;
}

/** To which bodies a version went; written down by `review`, which owns the referral. */
@Entity('version_referral')
@Check('version_referral_state', `state in ('open', 'opinion-adopted', 'decided', 'withdrawn')`)
@Index('version_referral_version', ['dossierId', 'version'])
@ForeignKey(() => DossierVersionRow, ['dossierId', 'version'], ['dossierId', 'version'], { name: 'version_referral_version_fkey' })
export class VersionReferral {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'version_referral_pkey' })
  referralId: string;
  @Column('uuid')
  dossierId: string;
  @Column('int')
  version: number;
  @ForeignKey('body', 'id', { name: 'version_referral_body_id_fkey' })
  @Column('uuid')
  bodyId: string;
  @Column('date')
  dueOn: string;
  @Column('text')
  state: ReferralState;
}
