/** The report of a long day, 1,000 notes in 20 activities: how soon it is read, and how soon it is a document, with word of how far it is. */
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { startServer } from '../server.mjs';
import { row } from '../table.mjs';
import { take } from '../../report/taking.mjs';
import { begin, card, givenOpenSession, join } from './hall.mjs';

const WRITERS = 10;
const NOTES_EACH_TIME = 10;
const WRITINGS = 10;
/** Between them, what else one does: with an answer from everybody. */
const VOTE = { kind: 'ranking', secrecy: 'blind', options: ['Strechy', 'Kotly', 'Stromy', 'Lampy', 'Lavičky', 'Chodníky'] };

export async function report() {
  const server = await startServer();
  const rows = [];
  try {
    const { facilitator, session, code } = await givenOpenSession(server);
    const phones = await Promise.all(Array.from({ length: WRITERS }, (_, i) => join(server, code, `Hosť ${i + 1}`)));
    for (let writing = 1; writing <= WRITINGS; writing++) {
      const cards = await begin(facilitator, session, { kind: 'brainstorm', mode: 'open', frames: ['Trápi nás', 'Potrebujeme'] });
      await Promise.all(phones.map(async (phone, p) => {
        for (let i = 1; i <= NOTES_EACH_TIME; i++) await phone.post(`activities/${cards}/cards`, card(`Lístok ${i} od účastníka ${p + 1}, ${writing}. kolo: menej tepla von oknom, viac slnka na strechy.`), randomUUID());
      }));
      const vote = await begin(facilitator, session, VOTE);
      const { options } = (await facilitator.get(`sessions/${session}/room`)).room.activity.part;
      await Promise.all(phones.map((phone, p) => phone.put(`activities/${vote}/answer`, { value: { kind: 'ranking', ranking: options.map((_, n) => options[(n + p) % options.length].id) } })));
    }
    await facilitator.post(`sessions/${session}/close`);

    const read = await timed(() => facilitator.get(`sessions/${session}/report`));
    const { activities } = read.answer;
    const notes = activities.flatMap(({ kind, part }) => (kind === 'brainstorm' ? part.frames.flatMap((frame) => frame.notes) : [])).length;
    const name = `report of ${notes} notes and ${activities.length} activities`;
    const isWhole = notes === WRITERS * NOTES_EACH_TIME * WRITINGS && activities.length === 2 * WRITINGS;
    const again = await timed(() => facilitator.get(`sessions/${session}/report`));
    rows.push(row(`${name}: read`, read.ms, 'ms', '< 1000', isWhole && read.ms < 1000), row('the same again', again.ms, 'ms'));
    const { bytes, steps, firstMs, ms } = await take(facilitator, session, { format: 'docx', of: 'readers' });
    rows.push(row(`${name}: as a document of ${Math.round(bytes.length / 1024)} KiB`, ms, 'ms', '< 5000', ms < 5000));
    rows.push(row('how far it is, said first', firstMs, 'ms', '< 500', firstMs < 500), row('and in all', steps, 'times', '>= 3', steps >= 3));
    rows.push(row('load of the machine in the last minute', loadavg()[0], ''));
  } finally {
    await server.stop();
  }
  return rows;
}

async function timed(work) {
  const began = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - began };
}
