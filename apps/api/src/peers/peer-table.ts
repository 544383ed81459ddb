import pg from 'pg';

/** An open transaction, a hanging query or a stopped server ends; the others do not wait longer than this for its signs of life. */
const DEAD = '8 s';
/** Whose connection to the database is gone is dead sooner, unless it comes back at once. */
const GONE = '2.5 s';
const HANGING_MS = 3_000;
const LOCK_SPACE = 7232;

/** The servers that are alive, as the database knows it. A connection of its own: it must not wait behind the work of others. */
export class PeerTable {
  readonly #url: string;
  #client: pg.Client | null = null;
  #holdsLock = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** From here on this server may write to boards. @returns a name that only servers of this database have */
  async begin(id: string): Promise<string> {
    const client = await this.#connection();
    await client.query('insert into peer (id) values ($1) on conflict do nothing', [id]);
    await this.#hold(client, id);
    const { rows } = await client.query<{ name: string }>(
      'select concat_ws($1, system_identifier, oid) as name from pg_control_system(), pg_database where datname = current_database()', ['/'],
    );
    return rows[0]?.name ?? '';
  }

  /**
   * A sign of life, and a look at those who give none any more: their rows go, and with them whatever they would still write.
   * @returns all that are alive; not this server, if the others took it for dead
   */
  async beat(id: string): Promise<Set<string>> {
    const client = await this.#connection();
    await client.query(
      `update peer set beat_at = now(), since = case when beat_at < now() - interval '${GONE}' then now() else since end where id = $1`, [id],
    );
    if (!this.#holdsLock) await this.#hold(client, id);
    // A server that could not reach the database itself a moment ago is no judge of others.
    await client.query(
      `delete from peer where id in (
        select other.id from peer other join peer me on me.id = $1
        where other.id <> $1 and (
          other.beat_at < now() - interval '${DEAD}' and me.since < now() - interval '${DEAD}'
          or other.beat_at < now() - interval '${GONE}' and me.since < now() - interval '${GONE}'
            and pg_try_advisory_xact_lock(hashtextextended(other.id::text, ${LOCK_SPACE})))
        for update of other skip locked)`,
      [id],
    );
    const { rows } = await client.query<{ id: string }>('select id from peer');
    return new Set(rows.map((row) => row.id));
  }

  async end(id: string): Promise<void> {
    const client = await this.#connection();
    await client.query('delete from peer where id = $1', [id]);
    if (this.#holdsLock) await client.query(`select pg_advisory_unlock(hashtextextended($1, ${LOCK_SPACE}))`, [id]);
    this.#holdsLock = false;
  }

  async close(): Promise<void> {
    await this.#client?.end();
    this.#client = null;
  }

  /** The database lets go of it by itself when the connection is gone: so the others see at once that a server died. */
  async #hold(client: pg.Client, id: string): Promise<void> {
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(hashtextextended($1, ${LOCK_SPACE})) as held`, [id]);
    this.#holdsLock = rows[0]?.held ?? false;
  }

  async #connection(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({ connectionString: this.#url, connectionTimeoutMillis: HANGING_MS, query_timeout: HANGING_MS, keepAlive: true });
    const gone = () => {
      if (this.#client !== client) return;
      this.#client = null;
      this.#holdsLock = false;
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect();
    this.#client = client;
    return client;
  }
}
