import pg from 'pg';

const found: string[] = [];
const underWay = new WeakMap<pg.Client, number>();

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const prototype = pg.Client.prototype as unknown as { query: Query };
const query = prototype.query;
prototype.query = function (...args) {
  const before = underWay.get(this) ?? 0;
  if (before > 0) found.push(new Error(String(args[0])).stack ?? '');
  const answer = query.apply(this, args);
  if (answer instanceof Promise) {
    underWay.set(this, before + 1);
    const done = () => void underWay.set(this, (underWay.get(this) ?? 1) - 1);
    answer.then(done, done);
  }
  return answer;
};

/**
 * The queries of this test file that were sent while another was under way on the same connection, each with where it came from: a transaction has one
 * connection, so what `Promise.all` sends there only waits in the driver, and pg 9 refuses it.
 */
export function queriesInParallel(): readonly string[] {
  return found.splice(0);
}
