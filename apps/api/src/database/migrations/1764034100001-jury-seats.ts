import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A juror moves to a new phone: who holds a seat may be another participant than who was named, whose rows it keeps. See decision 0157. */
export class JurySeats1764034100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ideathon_juror add column held_by_id uuid constraint ideathon_juror_held_by_id_fkey references participant (id);
      update ideathon_juror set held_by_id = participant_id;
      alter table ideathon_juror alter column held_by_id set not null, add constraint ideathon_juror_one_seat unique (activity_id, held_by_id);
      create index ideathon_juror_held_by_id on ideathon_juror (held_by_id);
    `);
  }

  /** A seat goes back to who was named first. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table ideathon_juror drop column held_by_id');
  }
}
