/**
 * A live room with the numbers that a facilitator feels, on the built server with its embedded database; server and participants share this machine.
 * `npm run bench:room`, or one part of it: `npm run bench:room -- --only votes`.
 */
import { parseArgs } from 'node:util';
import { cards } from './room/cards.mjs';
import { ideathon } from './room/ideathon.mjs';
import { report } from './room/report.mjs';
import { votes } from './room/votes.mjs';
import { printResult } from './table.mjs';

const PARTS = { cards, votes, ideathon, report };
const { values } = parseArgs({ options: { only: { type: 'string' } } });

const rows = [];
for (const name of values.only?.split(',') ?? Object.keys(PARTS)) rows.push(...(await PARTS[name]()));
printResult('room', rows);
process.exit(process.exitCode ?? 0);
