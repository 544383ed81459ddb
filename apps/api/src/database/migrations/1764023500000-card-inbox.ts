import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards may wait for staff, who take them onto the board or set them aside and say why. */
export class CardInbox1764023500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table card
        add column reason text not null default '',
        add column decided_at timestamptz,
        add column decided_by uuid constraint card_decided_by_fkey references person (id) on delete set null,
        drop constraint card_state,
        drop constraint card_contributes_once_shown;
      alter table card
        add constraint card_state check (state in ('inbox', 'aside', 'held', 'shown', 'late', 'removed')),
        add constraint card_contributes_once_shown
          check (state in ('held', 'late') and contribution_id is null or state = 'shown' and contribution_id is not null or state in ('inbox', 'aside', 'removed'));
    `);
  }

  /** What waited or was set aside counts as removed: its words stay, and nobody is told why. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update card set state = 'removed' where state in ('inbox', 'aside');
      alter table card
        drop constraint card_state,
        drop constraint card_contributes_once_shown,
        drop column reason,
        drop column decided_at,
        drop column decided_by;
      alter table card
        add constraint card_state check (state in ('held', 'shown', 'late', 'removed')),
        add constraint card_contributes_once_shown
          check (state in ('held', 'late') and contribution_id is null or state = 'shown' and contribution_id is not null or state = 'removed');
    `);
  }
}
