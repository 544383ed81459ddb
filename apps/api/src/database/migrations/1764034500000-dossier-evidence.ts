import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A recommendation keeps the id it has in the draft, so that it is known again in the next version; what bodies said of it is written down beside it by `review`,
 * so that the next version holds it; and whoever read a version is told in the next one what changed since. See decision 0198.
 */
export class DossierEvidence1764034500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table recommendation add column draft_id uuid;
      create table recommendation_opinion (
        opinion_id uuid not null constraint recommendation_opinion_pkey primary key,
        recommendation_id uuid not null constraint recommendation_opinion_recommendation_id_fkey references recommendation,
        body_id uuid not null constraint recommendation_opinion_body_id_fkey references body,
        verdict text not null,
        reasoning text not null,
        dissent text not null,
        votes_for int not null,
        votes_against int not null,
        votes_abstained int not null,
        adopted_on date not null
      );
      create index recommendation_opinion_recommendation_id on recommendation_opinion (recommendation_id);
      insert into recommendation_opinion (opinion_id, recommendation_id, body_id, verdict, reasoning, dissent, votes_for, votes_against, votes_abstained, adopted_on)
        select o.id, i.recommendation_id, r.body_id, o.verdict, o.reasoning, o.dissent, o.votes_for, o.votes_against, o.votes_abstained, o.adopted_on
        from opinion o join referral_item i on i.id = o.item_id join referral r on r.id = i.referral_id;
      create table dossier_look (
        person_id uuid not null constraint dossier_look_person_id_fkey references person,
        dossier_id uuid not null,
        version int not null,
        looked_at timestamptz not null,
        constraint dossier_look_pkey primary key (person_id, dossier_id, version),
        constraint dossier_look_version_fkey foreign key (dossier_id, version) references dossier_version (dossier_id, version)
      );
    `);
  }

  /** Loses who looked at which version; versions published since keep what they froze. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table dossier_look;
      drop table recommendation_opinion;
      alter table recommendation drop column draft_id;
    `);
  }
}
