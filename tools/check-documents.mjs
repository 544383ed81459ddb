/**
 * Opens what the product writes with LibreOffice: the reports of the demo city's sessions, one of them with every kind of block, their run sheets, opinions of
 * its commissions and minutes. Each becomes a PDF, and its pages, headings, language, pictures and every word of it are looked for there. `npm run check:documents [-- FOLDER]` keeps the files in FOLDER, for eyes.
 */
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
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

/** Lying, upright and wider than any page. */
const PICTURES = [
  { width: 1600, height: 1000, alt: 'Flipchart s tromi lístkami a červenou čiarou', caption: 'Nástenka z prvého stola: čo patrí k sebe, spája čiara' },
  { width: 900, height: 1600, alt: 'Vysoký plagát s tromi lístkami pod sebou', caption: '' },
  { width: 2600, height: 420, alt: 'Dlhý pás papiera s lístkami', caption: 'Časová os: celá stena / Часова шкала на всю стіну' },
];
const [kept] = process.argv.slice(2);
const folder = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'spolupracovna-documents-'));
mkdirSync(folder, { recursive: true });
/** What LibreOffice writes a table with: commas, quotes, and UTF-8 wherever it runs. */
const FILTERS = { csv: 'csv:Text - txt - csv (StarCalc):44,34,76' };
const faults = [];
const server = await startServer();
try {
  const facilitator = new Device(server);
  await facilitator.post('demo-sign-ins', { role: 'facilitator' });
  const { items } = await facilitator.get('sessions');
  const finished = items.find(({ state }) => state === 'closed');
  await writeInto(facilitator, finished.id);
  const hers = items.filter(({ mine }) => mine);
  for (const { id, title } of hers.filter(({ state }) => state !== 'preparing')) await check(facilitator, id, title);
  for (const { id } of hers) await checkRunSheet(facilitator, id);
  await checkReview(server);
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
  for (const { alt, caption, ...shape } of PICTURES) {
    const fileId = await bring(facilitator, sessionId, await drawn(shape));
    contents.push({ kind: 'picture', fileId, caption, alt });
  }
  let after = null;
  for (const content of contents) ({ key: after } = await facilitator.post(`sessions/${sessionId}/report-draft/blocks`, { content, after }));
  await facilitator.put(`sessions/${sessionId}/report-draft/blocks/participation`, { revision: 0, hidden: false, note: 'Nabudúce pozvať viac mladých.', content: null });
}

/** A picture for the report on which nobody can be recognised. */
async function bring({ server: { url }, cookie }, sessionId, body) {
  const response = await fetch(`${url}/api/sessions/${sessionId}/report-pictures?people=nobody`, {
    method: 'POST', headers: { origin: url, cookie, 'content-type': 'image/jpeg', 'idempotency-key': randomUUID() }, body,
  });
  if (!response.ok) throw new Error(`the picture was not taken: ${response.status} ${await response.text()}`);
  return (await response.json()).fileId;
}

/** A sheet on a wall as somebody photographs it, of a given shape. */
function drawn({ width, height }) {
  const note = (x, y, colour, turn) => `<g transform="translate(${x * width} ${y * height}) rotate(${turn})"><rect width="${width / 6}" height="${width / 6}" fill="${colour}"/><path d="M${width / 40} ${width / 20}h${width / 10}M${width / 40} ${width / 12}h${width / 14}" stroke="#24292f" stroke-width="${width / 200}"/></g>`;
  const sketch = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d9d4c7"/><rect x="4%" y="6%" width="92%" height="88%" fill="#fdfcf7"/>${note(0.12, 0.15, '#ffd75e', -4)}${note(0.42, 0.3, '#9bd6ff', 3)}${note(0.7, 0.55, '#b7e3a1', -2)}<path d="M${width * 0.2} ${height * 0.75}q${width * 0.2} ${-height * 0.3} ${width * 0.5} 0" fill="none" stroke="#b3261e" stroke-width="${width / 120}"/></svg>`;
  return sharp(Buffer.from(sketch)).jpeg({ quality: 80 }).toBuffer();
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
  // with the layout a line of a table reads across its cells, without it each cell by itself
  const text = (await Promise.all([['-layout'], []].map(async (how) => plain(withoutMargins(await textOf(pdf, how), title))))).join('\n');
  const words = wordsOf(draft);
  const lost = words.filter((said) => !text.includes(plain(said)));
  for (const said of lost.slice(0, 5)) wrong(`lost “${said.slice(0, 80)}”`);
  if (lost.length > 5) wrong(`lost ${lost.length - 5} more`);

  const seen = readFileSync(await convert(docx, 'fodt'), 'utf8');
  const headings = [...seen.matchAll(/<text:h [^>]*text:outline-level="1"/g)].length;
  const expected = draft.blocks.filter(({ content, hidden }) => !hidden && !['text', 'quote', 'decision', 'picture'].includes(content.kind)).length;
  if (headings < expected) wrong(`has ${headings} headings of the first level instead of ${expected}`);
  if (!new RegExp(`fo:language="${draft.language}"`).test(seen)) wrong(`does not say that it is in ${draft.language}`);
  const pictures = draft.blocks.filter(({ content, hidden }) => !hidden && (content.kind === 'board' || content.kind === 'picture'));
  const frames = [...seen.matchAll(/<draw:frame .*?<\/draw:frame>/gs)].map(([frame]) => frame);
  if (frames.length < pictures.length) wrong(`has ${frames.length} pictures instead of ${pictures.length}`);
  if (frames.some((frame) => !/<svg:(title|desc)>[^<]/.test(frame))) wrong('has a picture without words for it');
  const described = plain(frames.join('\n'));
  for (const { content } of pictures) if (content.kind === 'picture' && !described.includes(plain(content.alt))) wrong(`lost the words for “${content.alt}”`);
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

/** As the staff have it, and as it hangs in the hall. */
async function checkRunSheet(facilitator, sessionId) {
  const { title, activities } = await facilitator.get(`sessions/${sessionId}`);
  for (const audience of ['staff', 'participants']) {
    await checkPaper(facilitator, `sessions/${sessionId}/run-sheet.docx?for=${audience}`, `run-sheet-${audience}-${sessionId}`, [title, ...activities.map((one) => one.title)], { hasTable: true });
  }
}

/** What a commission has on paper: its opinions, and the minutes of a meeting, here with lines that are hard to set. */
async function checkReview(server) {
  const secretary = new Device(server);
  await secretary.post('demo-sign-ins', { role: 'secretary' });
  const { items: referrals } = await secretary.get('referrals');
  for (const { id, dossierTitle, bodyName } of referrals) {
    const { dossier } = await secretary.get(`referrals/${id}`);
    await checkPaper(secretary, `referrals/${id}/opinion.docx`, `opinion-${id}`, [dossierTitle, bodyName, ...dossier.recommendations.map(({ title }) => title)]);
  }
  const plan = { title: 'Zasadnutie komisie & hostia', on: new Date().toISOString().slice(0, 10), at: '00:00', place: 'Mestský úrad', onlineUrl: '', invitation: '' };
  const { id } = await secretary.post(`bodies/${referrals[0].bodyId}/meetings`, plan);
  for (const step of ['opening', 'closing']) await secretary.post(`meetings/${id}/${step}`);
  const { revision } = await secretary.get(`meetings/${id}`);
  const text = '# Priebeh a závery\nKomisia sa zaoberala <dvomi> návrhmi & „jednou“ otázkou.\n\n# Висновки\nНезаперечно: усі згодні.';
  await secretary.put(`meetings/${id}/minutes`, { text, revision });
  await checkPaper(secretary, `meetings/${id}/minutes.docx`, 'minutes', [plan.title, 'Priebeh a závery', 'Komisia sa zaoberala dvomi návrhmi', 'Висновки', 'усі згодні']);
}

async function checkPaper({ server: { url }, cookie }, path, called, words, { hasTable = false } = {}) {
  const name = `${called}.docx`;
  const wrong = (what) => faults.push(`${name}: ${what}`);
  const response = await fetch(`${url}/api/${path}`, { headers: { cookie } });
  if (!response.ok) return wrong(`was not given: ${response.status}`);
  const docx = join(folder, name);
  writeFileSync(docx, Buffer.from(await response.arrayBuffer()));
  const pdf = await convert(docx, 'pdf');
  const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [pdf])).stdout)?.[1] ?? 0);
  const text = plain(await textOf(pdf));
  for (const said of words) if (!text.includes(plain(said))) wrong(`lost “${said.slice(0, 80)}”`);
  const seen = readFileSync(await convert(docx, 'fodt'), 'utf8');
  const headings = [...seen.matchAll(/<text:h [^>]*text:outline-level="1"/g)].length;
  if (headings === 0) wrong('has no heading');
  if (!/fo:language="sk"/.test(seen)) wrong('does not say its language');
  if (hasTable && !/<table:table-header-rows>/.test(seen)) wrong('has no table with a heading row');
  console.log(`${name}: ${pages} pages, ${headings} headings, ${words.length} texts`);
}

/** With a profile of its own: nobody's open documents are disturbed, and two runs do not wait for one another. */
async function convert(file, to) {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  await run('soffice', ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', FILTERS[to] ?? to, '--outdir', folder, file], { timeout: 180_000 });
  return file.replace(/\.\w+$/, `.${to}`);
}

async function textOf(pdf, how = []) {
  return (await run('pdftotext', [...how, pdf, '-'], { maxBuffer: 64e6 })).stdout;
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
function wordsOf({ activities, quoted, title, place, ...draft }) {
  const blocks = draft.blocks.filter(({ hidden }) => !hidden);
  const shown = activities.filter(({ id }) => blocks.some(({ content }) => content.activityId === id));
  const own = blocks.flatMap(({ content, note }) => [
    note, content.text ?? '', content.caption ?? '', ...(content.items ?? []).flatMap(({ text, owner }) => [text, owner]),
  ]).flatMap((text) => text.split('\n'));
  const chapters = shown.flatMap(({ title, instruction, clusters, part, startedAt }) => [
    title, startedAt ? instruction : '', ...(clusters?.clusters ?? []).map((one) => one.title), ...(part?.result?.options ?? []).map((option) => option.title),
  ]);
  return [title, place, ...own, ...chapters, ...notesOf({ activities: shown }).map(({ text }) => text), ...quoted.map(({ text }) => text)].filter((text) => plain(text) !== '');
}
