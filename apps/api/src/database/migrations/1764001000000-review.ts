import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What commissions and councils say on a dossier version: positions of members, the commission's opinion and the council's decision on each
 * recommendation. A decision is final. Which milestones follow from one is written down here by `commitments`.
 */
export class Review1764001000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table referral (
        id uuid not null constraint referral_pkey primary key,
        dossier_id uuid not null,
        version int not null,
        process_id uuid not null constraint referral_process_id_fkey references process,
        body_id uuid not null constraint referral_body_id_fkey references body,
        due_on date not null,
        referred_by uuid constraint referral_referred_by_fkey references person,
        referred_at timestamptz not null,
        constraint referral_version_fkey foreign key (dossier_id, version) references dossier_version (dossier_id, version),
        constraint referral_once_per_body unique (dossier_id, version, body_id)
      );
      create index referral_body_id on referral (body_id);
      create index referral_process_id on referral (process_id);

      create table referral_item (
        id uuid not null constraint referral_item_pkey primary key,
        referral_id uuid not null constraint referral_item_referral_id_fkey references referral,
        recommendation_id uuid not null constraint referral_item_recommendation_id_fkey references recommendation,
        constraint referral_item_once unique (referral_id, recommendation_id)
      );

      create table position (
        item_id uuid not null constraint position_item_id_fkey references referral_item,
        person_id uuid not null constraint position_person_id_fkey references person,
        verdict text not null constraint position_verdict check (verdict in ('support', 'support-with-changes', 'return', 'not-support', 'abstain')),
        reason text not null,
        given_at timestamptz not null,
        constraint position_pkey primary key (item_id, person_id)
      );

      create table opinion (
        id uuid not null constraint opinion_pkey primary key,
        item_id uuid not null constraint opinion_item_id_fkey references referral_item constraint opinion_one_per_recommendation unique,
        motion text not null constraint opinion_motion check (motion in ('support', 'support-with-changes', 'return', 'not-support', 'took-note')),
        reasoning text not null,
        votes_for int not null,
        votes_against int not null,
        votes_abstained int not null,
        verdict text not null,
        adopted_on date not null,
        recorded_by uuid constraint opinion_recorded_by_fkey references person,
        recorded_at timestamptz not null,
        constraint opinion_votes check (votes_for >= 0 and votes_against >= 0 and votes_abstained >= 0),
        constraint opinion_verdict check (verdict in (motion, 'no-opinion'))
      );

      create table decision (
        id uuid not null constraint decision_pkey primary key,
        referral_id uuid not null constraint decision_referral_id_fkey references referral constraint decision_one_per_referral unique,
        body_id uuid not null constraint decision_body_id_fkey references body,
        number text not null,
        decided_on date not null,
        text text not null,
        recorded_by uuid constraint decision_recorded_by_fkey references person,
        recorded_at timestamptz not null
      );
      create index decision_decided_on on decision (decided_on);

      create table decision_item (
        id uuid not null constraint decision_item_pkey primary key,
        decision_id uuid not null constraint decision_item_decision_id_fkey references decision,
        recommendation_id uuid not null constraint decision_item_recommendation_id_fkey references recommendation,
        verdict text not null constraint decision_item_verdict check (verdict in ('accepted', 'accepted-with-changes', 'not-accepted', 'postponed')),
        reasons text not null,
        constraint decision_item_once unique (decision_id, recommendation_id)
      );
      create trigger decision_is_final before update or delete on decision for each row execute function refuse_change();
      create trigger decision_item_is_final before update or delete on decision_item for each row execute function refuse_change();

      create table decision_milestone (
        milestone_id uuid not null constraint decision_milestone_pkey primary key,
        decision_item_id uuid not null constraint decision_milestone_decision_item_id_fkey references decision_item,
        title text not null,
        state text not null,
        due_on date,
        owner_name text
      );
      create index decision_milestone_decision_item_id on decision_milestone (decision_item_id);
    `);
  }
  /** Loses referrals, positions, opinions and decisions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table decision_milestone; drop table decision_item; drop table decision; drop table opinion; drop table position;
      drop table referral_item; drop table referral;
    `);
  }
}
