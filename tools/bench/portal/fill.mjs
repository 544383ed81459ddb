/** A process as a city has it after years, put straight into the tables: what is measured is reading. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const IDEAS = 10_000;
export const SUPPORTS = 100_000;
export const COMMENTS = 50_000;
/** Ideas that came out of clusters, and the notes of each: the most supported ones, so that the first page holds them all. */
const FROM_CLUSTERS = 50;
const NOTES_EACH = 60;
/** What the measured recommendation stands on. */
export const CITED_NOTES = 300;
/** On one idea. */
const MANY_COMMENTS = 500;
const WAITING = 400;

const WORDS = `lavička strom park chodník cyklotrasa škola ihrisko osvetlenie zastávka autobus námestie fontána knižnica trh kompost voda pitná tieň sídlisko parkovanie priechod semafor rieka breh most
  galéria koncert divadlo senior škôlka jedáleň bazén šport hala kurt les chodba bezbariérový vstup radnica úrad web mapa triedenie odpad kontajner zeleň kvety výsadba záhrada komunitná dielňa`.trim().split(/\s+/);

/** @returns ids of what is measured */
export async function fill(databaseUrl, planId, processId) {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  const q = (sql, parameters = []) => db.query(sql, parameters);
  const [sessionId, recommendationId] = [randomUUID(), randomUUID()];
  await q('set synchronous_commit = off');
  await q(`create temporary table word as select word, (row_number() over ())::int - 1 as n from unnest($1::text[]) word`, [WORDS]);
  await q(`create function pg_temp.words(seed int, count int) returns text language sql as $$
    select string_agg(word, ' ' order by i) from generate_series(1, count) i join word on word.n = (abs(hashint8(seed::bigint * 131 + i)::bigint)) % ${WORDS.length} $$`);
  await q(`insert into idea_category (id, process_id, position, title) select gen_random_uuid(), $1, n, 'Kategória ' || n from generate_series(1, 8) n`, [processId]);

  await q(`create temporary table made as select gen_random_uuid() as id, gen_random_uuid() as contribution_id, n, pg_temp.words(n, 5) as title, pg_temp.words(n + 1000000, 40) as summary,
      now() - n * interval '7 minutes' as at, (array['sk','sk','sk','sk','sk','sk','sk','uk','cs','en'])[1 + n % 10] as language,
      (select id from idea_category c where c.process_id = $1 and c.position = 1 + n % 8) as category_id
    from generate_series(1, ${IDEAS + WAITING}) n`, [processId]);
  await q(`insert into record (id, kind, title, url, visibility, process_id, language, at)
    select contribution_id, 'contribution', title || E'\\n' || summary, null, case when n > ${IDEAS} then 'internal' else 'public' end, $1, language, at from made where n > ${FROM_CLUSTERS}`, [processId]);
  await q(`insert into contribution (id, kind, session_id, language, text, created_at) select contribution_id, 'idea', null, language, title || E'\\n' || summary, at from made where n > ${FROM_CLUSTERS}`);
  await q(`insert into record (id, kind, title, url, visibility, process_id, language, at) select id, 'idea', title, '/ideas/' || id, 'public', $1, language, at from made where n <= ${IDEAS}`, [processId]);
  await q(`insert into idea (id, process_id, title, summary, created_at, published_at, contribution_id, category_id, language, place_name, plan_id, place_x, place_y)
    select id, $1, title, summary, at, case when n <= ${IDEAS} then at end, case when n > ${FROM_CLUSTERS} then contribution_id end, category_id, language,
      case when n % 5 < 3 then pg_temp.words(n, 2) else '' end, case when n % 5 < 3 then $2::uuid end,
      case when n % 5 < 3 then abs(hashint4(n)::bigint % 10000) / 10000.0 end, case when n % 5 < 3 then abs(hashint4(n + 77)::bigint % 10000) / 10000.0 end
    from made`, [processId, planId]);
  await q(`insert into link (from_id, to_id, kind) select contribution_id, id, 'became' from made where n > ${FROM_CLUSTERS} and n <= ${IDEAS}`);

  await q(`insert into session (id, process_id, kind, title, welcome, planned_on, place, language, visibility, state, door_open, opened_at, closed_at, created_at)
    values ($1, $2, 'workshop', 'Dielňa', '', current_date, 'Radnica', 'sk', 'public', 'closed', true, now(), now(), now())`, [sessionId, processId]);
  await q('insert into process_session (process_id, session_id) values ($1, $2)', [processId, sessionId]);
  await q(`insert into role_place (id, scope, title, process_id) values ($1, 'session', 'Dielňa', $2)`, [sessionId, processId]);
  await q(`create temporary table heap as select id as idea_id, gen_random_uuid() as cluster_id, n, case when n = 1 then ${CITED_NOTES} else ${NOTES_EACH} end as note_count from made where n <= ${FROM_CLUSTERS}`);
  await q(`create temporary table note as select gen_random_uuid() as id, cluster_id, i, pg_temp.words(n * 1000 + i, 12) as text from heap, generate_series(1, note_count) i`);
  await q(`insert into record (id, kind, title, visibility, session_id, process_id, language, at) select id, 'contribution', text, 'public', $1, $2, 'sk', now() from note`, [sessionId, processId]);
  await q(`insert into contribution (id, kind, session_id, language, text, created_at) select id, 'note', $1, 'sk', text, now() from note`, [sessionId]);
  await q(`insert into cluster (id, session_id, board_cluster_id, title, closed_at) select cluster_id, $1, cluster_id::text, 'Zhluk ' || n, now() from heap`, [sessionId]);
  await q('insert into cluster_note (cluster_id, contribution_id, position) select cluster_id, id, i from note');
  await q(`insert into record (id, kind, title, url, visibility, session_id, process_id, at) select cluster_id, 'cluster', 'Zhluk ' || n, '/sessions/' || $1::text || '/report', 'public', $1::uuid, $2, now() from heap`, [sessionId, processId]);
  await q(`insert into link (from_id, to_id, kind) select id, cluster_id, 'clustered-into' from note union all select cluster_id, idea_id, 'became' from heap`);
  await q('insert into idea_cluster (idea_id, cluster_id, position) select idea_id, cluster_id, 0 from heap');
  await q(`insert into record (id, kind, title, url, visibility, process_id, at) values ($1, 'recommendation', 'Zatepliť školy', '/dossiers/x', 'public', $2, now())`, [recommendationId, processId]);
  await q(`insert into link (from_id, to_id, kind) select idea_id, $1, 'cited-in' from heap where n = 1`, [recommendationId]);

  // most people support few ideas that many support
  await q(`insert into idea_support (idea_id, by_id) select m.id, gen_random_uuid() from generate_series(1, ${SUPPORTS}) s join made m on m.n = 1 + floor(power((s * 7919 % ${SUPPORTS}) / ${SUPPORTS}.0, 2) * ${IDEAS})::int`);
  await q(`create temporary table said as select gen_random_uuid() as id, s, case when s <= ${MANY_COMMENTS} then 2 else 1 + (s * 7919) % ${IDEAS} end as n, pg_temp.words(s + 5000000, 25) as text, now() - (${COMMENTS} - s) * interval '1 minute' as at
    from generate_series(1, ${COMMENTS}) s`);
  await q(`insert into record (id, kind, title, url, visibility, process_id, language, at) select s.id, 'contribution', s.text, '/ideas/' || m.id, 'public', $1, 'sk', s.at from said s join made m using (n)`, [processId]);
  await q(`insert into contribution (id, kind, session_id, language, text, created_at) select id, 'comment', null, 'sk', text, at from said`);
  await q(`insert into idea_comment (id, idea_id, reply_to, by_staff, at) select s.id, m.id, null, s.s % 20 = 0, s.at from said s join made m using (n) where s.s % 3 <> 0 or s.s > ${MANY_COMMENTS}`);
  await q(`insert into idea_comment (id, idea_id, reply_to, by_staff, at) select s.id, m.id, first.id, false, s.at from said s join made m using (n) join said first on first.s = s.s - 1 where s.s % 3 = 0 and s.s <= ${MANY_COMMENTS}`);
  await q(`update idea set support_count = coalesce((select count(*) from idea_support s where s.idea_id = idea.id), 0) + case when id in (select idea_id from heap) then 1000 else 0 end,
    comment_count = coalesce((select count(*) from idea_comment c where c.idea_id = idea.id), 0) where process_id = $1`, [processId]);
  await q('analyze');
  const { rows: [ids] } = await q(`select (select id from made where n = 1) as clustered, (select id from made where n = 2) as discussed, (select category_id from made where n = 3) as category,
    (select count(*)::int from idea where process_id = $1 and published_at is not null) as ideas,
    (select count(*)::int from idea_support s join idea on idea.id = s.idea_id where process_id = $1) as supports, (select count(*)::int from idea_comment c join idea on idea.id = c.idea_id where process_id = $1) as comments`, [processId]);
  await db.end();
  return { ...ids, recommendationId };
}
