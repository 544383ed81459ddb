import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A dossier goes to several bodies in order, each with its day. What was referred before is one stage of such a route, all bodies beside each other. A body may speak twice
 * on one version, in two steps, and a decision may answer a part of the recommendations.
 */
export class ReferralRoute1764034600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table referral_route (
        dossier_id uuid not null constraint referral_route_pkey primary key constraint referral_route_dossier_id_fkey references dossier,
        revision int not null default 1 constraint referral_route_revision check (revision > 0)
      );
      create table referral_step (
        id uuid not null constraint referral_step_pkey primary key,
        dossier_id uuid not null constraint referral_step_dossier_id_fkey references referral_route,
        position int not null,
        with_previous boolean not null,
        body_id uuid not null constraint referral_step_body_id_fkey references body,
        due_on date not null,
        asked text not null default '',
        begun_at timestamptz,
        unanswered_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_reason text not null default '',
        constraint referral_step_position unique (dossier_id, position) deferrable initially deferred,
        constraint referral_step_withdrawn check ((withdrawn_at is null) = (withdrawn_reason = ''))
      );
      create index referral_step_body_id on referral_step (body_id);
      create index referral_step_waiting on referral_step (due_on) where begun_at is not null and withdrawn_at is null and unanswered_at is null;
      create table referral_route_change (
        id uuid not null constraint referral_route_change_pkey primary key,
        dossier_id uuid not null constraint referral_route_change_dossier_id_fkey references referral_route,
        kind text not null constraint referral_route_change_kind check (kind in ('planned', 'withdrawn', 'continued')),
        reason text not null,
        by_id uuid constraint referral_route_change_by_id_fkey references person,
        at timestamptz not null
      );
      create index referral_route_change_dossier_id on referral_route_change (dossier_id, at);

      insert into referral_route (dossier_id) select distinct dossier_id from referral;
      alter table referral add column step_id uuid, add column withdrawn_at timestamptz;
      update referral set step_id = gen_random_uuid();
      insert into referral_step (id, dossier_id, position, with_previous, body_id, due_on, begun_at)
        select step_id, dossier_id, n - 1, n > 1, body_id, due_on, referred_at
        from (select *, row_number() over (partition by dossier_id order by referred_at, id) as n from referral) as referred;
      alter table referral alter column step_id set not null,
        add constraint referral_step_id_fkey foreign key (step_id) references referral_step,
        drop constraint referral_once_per_body,
        add constraint referral_once_per_step unique (step_id, version);
      create index referral_version on referral (dossier_id, version);

      alter table version_referral drop constraint version_referral_state;
      alter table version_referral add constraint version_referral_state check (state in ('open', 'opinion-adopted', 'decided', 'withdrawn'));
      alter table decision drop constraint decision_one_per_referral;
      create index decision_referral_id on decision (referral_id);
    `);
  }

  /** Loses the order and what bodies were asked. It is refused where a body spoke twice on a version, or a decision answered a part. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index decision_referral_id;
      alter table decision add constraint decision_one_per_referral unique (referral_id);
      alter table version_referral drop constraint version_referral_state;
      update version_referral set state = 'open' where state = 'withdrawn';
      alter table version_referral add constraint version_referral_state check (state in ('open', 'opinion-adopted', 'decided'));
      drop index referral_version;
      alter table referral drop column step_id, drop column withdrawn_at,
        add constraint referral_once_per_body unique (dossier_id, version, body_id);
      drop table referral_route_change;
      drop table referral_step;
      drop table referral_route;
    `);
  }
}
