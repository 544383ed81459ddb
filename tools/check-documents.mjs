/**
 * Opens what the product writes with LibreOffice: the reports of the demo city's sessions and of one with every kind of block. Each becomes a PDF, and its
 * pages, headings, language and every word of it are looked for there. `npm run check:documents [-- FOLDER]` keeps the files in FOLDER, for eyes.
 */
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Device, startServer } from './bench/server.mjs';
import { take } from './report/taking.mjs';

// not the waiting kind: meanwhile the server's end of a connection must be heard
const run = promisify(execFile);
const NEEDED = [['soffice', ['--version'], 'LibreOffice (Debian: libreoffice-writer, libreoffice-calc)'], ['pdftotext', ['-v'], 'pdftotext (Debian: poppler-utils)']];
for (const [command, args, what] of NEEDED) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    console.error(`Nothing was checked: ${what} is missing.`);
    process.exit(1);
  }
}

const [kept] = process.argv.slice(2);
const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'spolupracovna-documents-'));
mkdirSync(folder, { recursive: true });
const faults = [];
const server = await startServer();
try {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { items } = await facilitator.get('sessions');
  const finished = items.find(({ state }) => state === 'closed');
  await writeInto(facilitator, finished.id);
  for (const { id, title } of items.filter(({ state }) => state !== 'preparing')) await check(facilitator, id, title);
} finally {
  await server.stop();
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(`✗ ${fault}`);
if (kept) console.log(`The files lie in ${folder}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Every block there is, with words that are hard to set: long ones, several languages, signs of markup. */
async function writeInto(facilitator, sessionId) {
  const report = await facilitator.get(`sessions/${sessionId}/report`);
  const [note] = report.activities.flatMap(({ part }) => part?.frames?.flatMap(({ notes }) => notes) ?? []);
  const contents = [
    { kind: 'text', text: 'Stretli sme sa <v hojnom> počte & hovorili o "energii".\n- prvá odrážka\n- druhá odrážka\nNajneobhospodarovávateľnejšieho sa nik nebál.' },
    { kind: 'heading', text: 'Závery a ďalšie kroky / Висновки' },
    { kind: 'quote', contributionId: note.contributionId },
    { kind: 'decision', text: 'Začneme strechou Základnej školy.\nДругий рядок українською мовою.' },
    { kind: 'actions', items: [{ id: randomUUID(), text: 'Obhliadka strechy', owner: 'Odbor výstavby', dueOn: '2027-01-15' }, { id: randomUUID(), text: 'Rozpočet bez termínu', owner: '', dueOn: null }] },
  ];
  let after = null;
  for (const content of contents) ({ key: after } = await facilitator.post(`sessions/${sessionId}/report-draft/blocks`, { content, after }));
  await facilitator.put(`sessions/${sessionId}/report-draft/blocks/participation`, { revision: 0, hidden: false, note: 'Nabudúce pozvať viac mladých.', content: null });
}

async function check(facilitator, sessionId, title) {
  const draft = await facilitator.get(`sessions/${sessionId}/report-draft`);
  const { bytes, name } = await take(facilitator, sessionId, { format: 'docx', of: 'draft' });
  const docx = join(folder, name);
  writeFileSync(docx, bytes);
  const pdf = await convert(docx, 'pdf');
  const wrong = (what) => faults.push(`${name}: ${what}`);

  const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [pdf])).stdout)?.[1] ?? 0);
  if (pages < 1) wrong('has no page');
  const text = plain(withoutMargins((await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64e6 })).stdout, title));
  const words = wordsOf(draft);
  const lost = words.filter((said) => !text.includes(plain(said)));
  for (const said of lost.slice(0, 5)) wrong(`lost “${said.slice(0, 80)}”`);
  if (lost.length > 5) wrong(`lost ${lost.length - 5} more`);

  const seen = readFileSync(await convert(docx, 'fodt'), 'utf8');
  const headings = [...seen.matchAll(/<text:h [^>]*text:outline-level="1"/g)].length;
  const expected = draft.blocks.filter(({ content }) => !['text', 'quote', 'decision'].includes(content.kind)).length;
  if (headings < expected) wrong(`has ${headings} headings of the first level instead of ${expected}`);
  if (!new RegExp(`fo:language="${draft.language}"`).test(seen)) wrong(`does not say that it is in ${draft.language}`);
  if (!/<svg:(title|desc)>/.test(seen) && draft.blocks.some(({ content }) => content.kind === 'board')) wrong('has a picture without words for it');
  if (!/<table:table-header-rows>/.test(seen)) wrong('has no table with a heading row');
  if (!/<text:list /.test(seen)) wrong('has no list');

  const tables = await take(facilitator, sessionId, { format: 'xlsx', of: 'draft' });
  const xlsx = join(folder, tables.name);
  writeFileSync(xlsx, tables.bytes);
  const notes = notesOf(draft);
  const csv = await convert(xlsx, 'csv');
  if (!existsSync(csv)) {
    console.log(`${tables.name}: not opened, LibreOffice Calc is missing (Debian: libreoffice-calc)`);
    return console.log(`${name}: ${pages} pages, ${headings} headings, ${words.length} texts`);
  }
  const rows = plain(readFileSync(csv, 'utf8'));
  const missing = notes.filter(({ text: said }) => !rows.includes(plain(said)));
  if (missing.length > 0) faults.push(`${tables.name}: lost ${missing.length} of ${notes.length} notes`);
  console.log(`${name}: ${pages} pages, ${headings} headings, ${words.length} texts; ${tables.name}: ${notes.length} notes`);
}

/** With a profile of its own: nobody's open documents are disturbed, and two runs do not wait for one another. */
async function convert(file, to) {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  await run('soffice', ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', to, '--outdir', folder, file], { timeout: 180_000 });
  return file.replace(/\.\w+$/, `.${to}`);
}

/** Letters alone: lines are broken and hyphenated as a page wants it, and bullets and spaces are of the page. */
function plain(text) {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
/** The first and the last line of each page stand between two halves of what goes on over it. */
function withoutMargins(text, title) {
  const isMargin = (line) => /^\s*Správa zo stretnutia: /.test(line) && line.includes(title) || /^\s*Spolupracovňa\s+strana \d+ z \d+\s*$/.test(line);
  return text.split('\n').filter((line) => !isMargin(line)).join('\n');
}

function notesOf({ activities }) {
  return activities.filter(({ startedAt }) => startedAt).flatMap(({ part, clusters }) => [
    ...(part?.frames?.flatMap(({ notes }) => notes) ?? []), ...(clusters ? [...clusters.clusters.flatMap(({ notes }) => notes), ...clusters.unclustered] : []),
  ]);
}
/** All that somebody wrote and the report shows. */
function wordsOf(draft) {
  const own = draft.blocks.flatMap(({ content, note }) => [
    note, content.text ?? '', ...(content.items ?? []).flatMap(({ text, owner }) => [text, owner]),
  ]).flatMap((text) => text.split('\n'));
  const chapters = draft.activities.flatMap(({ title, instruction, clusters, part, startedAt }) => [
    title, startedAt ? instruction : '', ...(clusters?.clusters ?? []).map((one) => one.title), ...(part?.result?.options ?? []).map((option) => option.title),
  ]);
  return [draft.title, draft.place, ...own, ...chapters, ...notesOf(draft).map(({ text }) => text), ...draft.quoted.map(({ text }) => text)].filter((text) => plain(text) !== '');
}
