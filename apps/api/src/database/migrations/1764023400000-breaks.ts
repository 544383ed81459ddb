import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A break of the run sheet is an activity of kind `break`, where it only informed; so it is in what was saved as a template. */
export class Breaks1764023400000 implements MigrationInterface {
  up = (db: QueryRunner): Promise<void> => turn(db, 'information', 'break');

  /** They inform again. */
  down = (db: QueryRunner): Promise<void> => turn(db, 'break', 'information');
}

async function turn(db: QueryRunner, from: string, to: string): Promise<void> {
  await db.query(`
    update activity set kind = '${to}', settings = '{"kind": "${to}"}' where kind = '${from}' and plan ->> 'type' in ('break', 'meal');
    update sheet_template set content = jsonb_set(content, '{blocks}', (
        select jsonb_agg(case when block -> 'plan' ->> 'type' in ('break', 'meal') then jsonb_set(block, '{settings}', '{"kind": "${to}"}') else block end order by place)
          from jsonb_array_elements(content -> 'blocks') with ordinality as listed (block, place)
      ))
      where jsonb_path_exists(content, '$.blocks[*].plan ? (@.type == "break" || @.type == "meal")')`);
}
