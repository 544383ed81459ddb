import type { BrainstormMode, BrainstormWay } from '@spolu/contracts/activities/brainstorm';
import type { Language, Sector } from '@spolu/contracts/common';
import type { SessionKind } from '@spolu/contracts/sessions';
import { ANSWER_WORDS, type AnswerWords } from '../activities/answers/answers-words.ts';
import { tableLabel } from '../activities/breakout/words.ts';

/** What stands in documents besides what people wrote. */
export interface ReportWords {
  language: Language;
  report: string;
  kinds: Record<SessionKind, string>;
  onPaper: string;
  /** Beside what people made of a note in another language. */
  translated: string;
  yes: string;
  no: string;
  modes: Record<BrainstormMode, string>;
  ways: Record<BrainstormWay['kind'], string>;
  sectors: Record<Sector, string>;
  unknownSector: string;
  page: string;
  of: string;
  soFar: string;
  figures: string;
  participation: string;
  took: (count: number) => string;
  wrote: (count: number) => string;
  balance: string;
  balanceMeans: string;
  anonymousNotes: (count: number) => string;
  ownWords: string;
  survey: { title: string; means: (told: number) => string; question: string; questionId: string; mean: string; groupsMean: string; groupedBy: string; group: string };
  meaning: string;
  meaningResult: (yes: number, notQuite: number, eligible: number) => string;
  notQuiteWords: string;
  board: string;
  boardAlt: (notes: number, clusters: number) => string;
  skipped: string;
  decision: string;
  actions: string;
  comment: string;
  noNotes: string;
  unclustered: string;
  table: (number: number) => string;
  unnamed: string;
  voteRule: (dots: number, perOption: number | null) => string;
  turnout: (voted: number, eligible: number) => string;
  voteWaits: string;
  result: string;
  method: string;
  planned: (minutes: number) => string;
  people: (count: number) => string;
  notes: (count: number) => string;
  clusters: (count: number) => string;
  votes: (count: number) => string;
  dots: (count: number) => string;
  columns: Record<ReportColumn, string>;
  sheets: Record<'notes' | 'votes' | 'answers' | 'questions' | 'teams' | 'survey' | 'actions' | 'participation', string>;
  /** Of votes in which everybody gives one answer. */
  answers: AnswerWords;
  /** What lies in the archive. */
  contents: string;
}
export type ReportColumn =
  | 'sector' | 'table' | 'onPaper' | 'people' | 'share' | 'wrote' | 'notes' | 'perPerson' | 'task' | 'owner' | 'dueOn' | 'rank' | 'option' | 'dots' | 'voters' | 'activityId' | 'activity' | 'optionId'
  | 'measure' | 'value' | 'contributionId' | 'text' | 'language' | 'translation' | 'translationLanguage' | 'author' | 'frame' | 'clusterId' | 'cluster' | 'actionId';

type Form = 'one' | 'few' | 'many' | 'other';
/** A number with its noun in the form the language wants. */
function counted(language: Language, forms: Partial<Record<Form, string>> & { other: string }): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count) => `${number.format(count)} ${forms[rules.select(count) as Form] ?? forms.other}`;
}

const sk = {
  dots: counted('sk', { one: 'bodka', few: 'bodky', other: 'bodiek' }),
  people: counted('sk', { one: 'človek', few: 'ľudia', other: 'ľudí' }),
  notes: counted('sk', { one: 'lístok', few: 'lístky', other: 'lístkov' }),
  clusters: counted('sk', { one: 'zhluk', few: 'zhluky', other: 'zhlukov' }),
  votes: counted('sk', { one: 'hlasovanie', few: 'hlasovania', other: 'hlasovaní' }),
};
const cs = {
  dots: counted('cs', { one: 'bod', few: 'body', other: 'bodů' }),
  people: counted('cs', { one: 'člověk', few: 'lidé', other: 'lidí' }),
  notes: counted('cs', { one: 'lístek', few: 'lístky', other: 'lístků' }),
  clusters: counted('cs', { one: 'shluk', few: 'shluky', other: 'shluků' }),
  votes: counted('cs', { one: 'hlasování', few: 'hlasování', other: 'hlasování' }),
};
const en = {
  dots: counted('en', { one: 'dot', other: 'dots' }),
  people: counted('en', { one: 'person', other: 'people' }),
  notes: counted('en', { one: 'note', other: 'notes' }),
  clusters: counted('en', { one: 'cluster', other: 'clusters' }),
  votes: counted('en', { one: 'vote', other: 'votes' }),
};
const uk = {
  dots: counted('uk', { one: 'крапка', few: 'крапки', other: 'крапок' }),
  people: counted('uk', { one: 'людина', few: 'людини', other: 'людей' }),
  notes: counted('uk', { one: 'нотатка', few: 'нотатки', other: 'нотаток' }),
  clusters: counted('uk', { one: 'група', few: 'групи', other: 'груп' }),
  votes: counted('uk', { one: 'голосування', few: 'голосування', other: 'голосувань' }),
};

export const REPORT_WORDS: Record<Language, ReportWords> = {
  sk: {
    ...sk,
    language: 'sk',
    answers: ANSWER_WORDS.sk,
    report: 'Správa zo stretnutia',
    kinds: { workshop: 'Dielňa', ideathon: 'Ideathon', dialogue: 'Dialóg', hearing: 'Verejné prerokovanie' },
    onPaper: 'z papiera', translated: 'preložil človek', yes: 'áno', no: 'nie',
    modes: { open: 'lístky boli viditeľné hneď', hidden: 'lístky boli do odhalenia skryté', anonymous: 'anonymne, autori sa nikde neuchovávajú' },
    ways: { brainwriting: 'hárky kolovali (brainwriting 6-3-5)', 'round-robin': 'slovo išlo dokola' },
    sectors: { public: 'Verejný sektor', business: 'Podnikatelia', ngo: 'Neziskový sektor', academia: 'Akademický sektor', residents: 'Obyvatelia' },
    unknownSector: 'Neuviedli', page: 'strana', of: 'z', soFar: 'Priebežná správa: stretnutie sa ešte neskončilo.',
    figures: 'V skratke', participation: 'Kto sa zúčastnil',
    took: (count) => `Na stretnutí: ${sk.people(count)}.`, wrote: (count) => `Lístok napísali: ${sk.people(count)}.`,
    balance: 'Kto sa koľko vyjadril', balanceMeans: 'Skupiny menšie ako päť ľudí sú spojené, aby nikoho nebolo možné rozpoznať.',
    anonymousNotes: (count) => `Bez známeho autora: ${sk.notes(count)}.`,
    ownWords: 'Vlastnými slovami',
    survey: { title: 'Dotazník po stretnutí', means: (told) => `Odpovede sú anonymné. Vo výsledku je ich ${told}.`, question: 'Otázka', questionId: 'ID otázky', mean: 'Priemer', groupsMean: 'Priemery podľa toho, čo ľudia povedali o sebe. Skupina menšia ako päť ľudí sa neuvádza ani sa nedá dopočítať.', groupedBy: 'Rozdelené podľa', group: 'Skupina' },
    meaning: 'Mysleli sme to takto?', meaningResult: (yes, notQuite, eligible) => `Áno: ${yes}. Nie celkom: ${notQuite}. Bez odpovede: ${eligible - yes - notQuite}.`, notQuiteWords: 'Čo zhrnutiu chýbalo',
    board: 'Tabuľa', boardAlt: (notes, clusters) => `Obrázok tabule: ${sk.notes(notes)}, ${sk.clusters(clusters)}. Texty lístkov sú v správe.`,
    skipped: 'Na tieto aktivity nedošlo', decision: 'Rozhodnutie', actions: 'Úlohy', comment: 'Poznámka', noNotes: 'Žiadne lístky.', table: (number) => tableLabel(number, 'sk'), unclustered: 'Nezaradené lístky', unnamed: 'Zhluk bez názvu',
    voteRule: (dots, perOption) => `Každý mal: ${sk.dots(dots)}. ${perOption === null ? 'Jednej možnosti mohol dať všetky.' : `Jednej možnosti najviac: ${sk.dots(perOption)}.`}`,
    turnout: (voted, eligible) => `Hlasovalo ${voted} z ${eligible}. Nehlasovalo: ${eligible - voted}.`, voteWaits: 'Výsledok hlasovania ešte nebol zverejnený.', result: 'Výsledok',
    method: 'metóda', planned: (minutes) => `plánované ${minutes} min`,
    columns: {
      translation: 'Preklad (preložil človek)', translationLanguage: 'Jazyk prekladu',
      table: 'Stôl', onPaper: 'Z papiera', sector: 'Sektor', people: 'Ľudia', share: 'Podiel', wrote: 'Napísali lístok', notes: 'Lístky', perPerson: 'Lístky na človeka', task: 'Úloha', owner: 'Kto', dueOn: 'Dokedy', rank: 'Poradie', option: 'Možnosť', dots: 'Bodky', voters: 'Hlasujúci',
      measure: 'Údaj', value: 'Hodnota',
      activityId: 'ID aktivity', activity: 'Aktivita', optionId: 'ID možnosti', contributionId: 'ID príspevku', text: 'Text', language: 'Jazyk', author: 'Autor', frame: 'Rám', clusterId: 'ID zhluku', cluster: 'Zhluk', actionId: 'ID úlohy',
    },
    sheets: { notes: 'Lístky', votes: 'Hlasovania', answers: 'Odpovede', questions: 'Otázky', teams: 'Tímy', survey: 'Dotazník', actions: 'Úlohy', participation: 'Účasť' },
    contents: 'Správa (DOCX), tabuľky s identifikátormi (CSV, XLSX), tabule ako obrázok (PNG), dokument (PDF), kresba (SVG) a súbor, ktorý možno znova načítať (JSON), a priložené obrázky.',
  },
  cs: {
    ...cs,
    language: 'cs',
    answers: ANSWER_WORDS.cs,
    report: 'Zpráva ze setkání',
    kinds: { workshop: 'Dílna', ideathon: 'Ideathon', dialogue: 'Dialog', hearing: 'Veřejné projednání' },
    onPaper: 'z papíru', translated: 'přeložil člověk', yes: 'ano', no: 'ne',
    modes: { open: 'lístky byly viditelné hned', hidden: 'lístky byly do odhalení skryté', anonymous: 'anonymně, autoři se nikde neuchovávají' },
    ways: { brainwriting: 'archy kolovaly (brainwriting 6-3-5)', 'round-robin': 'slovo šlo dokola' },
    sectors: { public: 'Veřejný sektor', business: 'Podnikatelé', ngo: 'Neziskový sektor', academia: 'Akademický sektor', residents: 'Obyvatelé' },
    unknownSector: 'Neuvedli', page: 'strana', of: 'z', soFar: 'Průběžná zpráva: setkání ještě neskončilo.',
    figures: 'V kostce', participation: 'Kdo se zúčastnil',
    took: (count) => `Na setkání: ${cs.people(count)}.`, wrote: (count) => `Lístek napsali: ${cs.people(count)}.`,
    balance: 'Kdo se kolik vyjádřil', balanceMeans: 'Skupiny menší než pět lidí jsou spojené, aby nikoho nebylo možné poznat.',
    anonymousNotes: (count) => `Bez známého autora: ${cs.notes(count)}.`,
    ownWords: 'Vlastními slovy',
    survey: { title: 'Dotazník po setkání', means: (told) => `Odpovědi jsou anonymní. Ve výsledku je jich ${told}.`, question: 'Otázka', questionId: 'ID otázky', mean: 'Průměr', groupsMean: 'Průměry podle toho, co lidé řekli o sobě. Skupina menší než pět lidí se neuvádí ani se nedá dopočítat.', groupedBy: 'Rozděleno podle', group: 'Skupina' },
    meaning: 'Mysleli jsme to takhle?', meaningResult: (yes, notQuite, eligible) => `Ano: ${yes}. Ne úplně: ${notQuite}. Bez odpovědi: ${eligible - yes - notQuite}.`, notQuiteWords: 'Co shrnutí chybělo',
    board: 'Tabule', boardAlt: (notes, clusters) => `Obrázek tabule: ${cs.notes(notes)}, ${cs.clusters(clusters)}. Texty lístků jsou ve zprávě.`,
    skipped: 'Na tyto aktivity nedošlo', decision: 'Rozhodnutí', actions: 'Úkoly', comment: 'Poznámka', noNotes: 'Žádné lístky.', table: (number) => tableLabel(number, 'cs'), unclustered: 'Nezařazené lístky', unnamed: 'Shluk bez názvu',
    voteRule: (dots, perOption) => `Každý měl: ${cs.dots(dots)}. ${perOption === null ? 'Jedné možnosti mohl dát všechny.' : `Jedné možnosti nejvýše: ${cs.dots(perOption)}.`}`,
    turnout: (voted, eligible) => `Hlasovalo ${voted} z ${eligible}. Nehlasovalo: ${eligible - voted}.`, voteWaits: 'Výsledek hlasování ještě nebyl zveřejněn.', result: 'Výsledek',
    method: 'metoda', planned: (minutes) => `plánováno ${minutes} min`,
    columns: {
      translation: 'Překlad (přeložil člověk)', translationLanguage: 'Jazyk překladu',
      table: 'Stůl', onPaper: 'Z papíru', sector: 'Sektor', people: 'Lidé', share: 'Podíl', wrote: 'Napsali lístek', notes: 'Lístky', perPerson: 'Lístky na člověka', task: 'Úkol', owner: 'Kdo', dueOn: 'Do kdy', rank: 'Pořadí', option: 'Možnost', dots: 'Body', voters: 'Hlasující',
      measure: 'Údaj', value: 'Hodnota',
      activityId: 'ID aktivity', activity: 'Aktivita', optionId: 'ID možnosti', contributionId: 'ID příspěvku', text: 'Text', language: 'Jazyk', author: 'Autor', frame: 'Rám', clusterId: 'ID shluku', cluster: 'Shluk', actionId: 'ID úkolu',
    },
    sheets: { notes: 'Lístky', votes: 'Hlasování', answers: 'Odpovědi', questions: 'Otázky', teams: 'Týmy', survey: 'Dotazník', actions: 'Úkoly', participation: 'Účast' },
    contents: 'Zpráva (DOCX), tabulky s identifikátory (CSV, XLSX), tabule jako obrázek (PNG), dokument (PDF), kresba (SVG) a soubor, který lze znovu načíst (JSON), a přiložené obrázky.',
  },
  en: {
    ...en,
    language: 'en',
    answers: ANSWER_WORDS.en,
    report: 'Session report',
    kinds: { workshop: 'Workshop', ideathon: 'Ideathon', dialogue: 'Dialogue', hearing: 'Public hearing' },
    onPaper: 'on paper', translated: 'translated by a person', yes: 'yes', no: 'no',
    modes: { open: 'notes were visible at once', hidden: 'notes were hidden until the reveal', anonymous: 'anonymous, authors are kept nowhere' },
    ways: { brainwriting: 'sheets went round (brainwriting 6-3-5)', 'round-robin': 'the word went round' },
    sectors: { public: 'Public sector', business: 'Business', ngo: 'Non-profit sector', academia: 'Academia', residents: 'Residents' },
    unknownSector: 'Not stated', page: 'page', of: 'of', soFar: 'Report so far: the session has not ended yet.',
    figures: 'At a glance', participation: 'Who took part',
    took: (count) => `At the session: ${en.people(count)}.`, wrote: (count) => `Wrote a note: ${en.people(count)}.`,
    balance: 'Who spoke how much', balanceMeans: 'Groups of fewer than five people are joined, so that nobody can be recognised.',
    anonymousNotes: (count) => `Without a known author: ${en.notes(count)}.`,
    ownWords: 'In people’s own words',
    survey: { title: 'Survey after the session', means: (told) => `Answers are anonymous. The result is of ${told} of them.`, question: 'Question', questionId: 'Question ID', mean: 'Mean', groupsMean: 'Means by what people said of themselves. A group of fewer than five is not told, nor can it be worked out.', groupedBy: 'Divided by', group: 'Group' },
    meaning: 'Is this what we meant?', meaningResult: (yes, notQuite, eligible) => `Yes: ${yes}. Not quite: ${notQuite}. No answer: ${eligible - yes - notQuite}.`, notQuiteWords: 'What the summary missed',
    board: 'Board', boardAlt: (notes, clusters) => `Picture of the board: ${en.notes(notes)}, ${en.clusters(clusters)}. The texts of the notes stand in the report.`,
    skipped: 'There was no time for these activities', decision: 'Decision', actions: 'Action items', comment: 'Comment', noNotes: 'No notes.', table: (number) => tableLabel(number, 'en'), unclustered: 'Notes in no cluster', unnamed: 'Unnamed cluster',
    voteRule: (dots, perOption) => `Everybody had ${en.dots(dots)}. ${perOption === null ? 'All of them could go to one option.' : `At most ${en.dots(perOption)} to one option.`}`,
    turnout: (voted, eligible) => `${voted} of ${eligible} voted. ${eligible - voted} did not.`, voteWaits: 'The result of the vote has not been shown yet.', result: 'Result',
    method: 'method', planned: (minutes) => `planned ${minutes} min`,
    columns: {
      translation: 'Translation (by a person)', translationLanguage: 'Language of the translation',
      table: 'Table', onPaper: 'On paper', sector: 'Sector', people: 'People', share: 'Share', wrote: 'Wrote a note', notes: 'Notes', perPerson: 'Notes per person', task: 'Task', owner: 'Who', dueOn: 'By when', rank: 'Rank', option: 'Option', dots: 'Dots', voters: 'Voters',
      measure: 'Measure', value: 'Value',
      activityId: 'activity ID', activity: 'Activity', optionId: 'option ID', contributionId: 'contribution ID', text: 'Text', language: 'Language', author: 'Author', frame: 'Frame', clusterId: 'cluster ID', cluster: 'Cluster', actionId: 'action item ID',
    },
    sheets: { notes: 'Notes', votes: 'Votes', answers: 'Answers', questions: 'Questions', teams: 'Teams', survey: 'Survey', actions: 'Action items', participation: 'Participation' },
    contents: 'The report (DOCX), tables with ids (CSV, XLSX), boards as a picture (PNG), on paper (PDF), as a drawing (SVG) and as a file that can be brought in again (JSON), and the pictures that were added.',
  },
  uk: {
    ...uk,
    language: 'uk',
    answers: ANSWER_WORDS.uk,
    report: 'Звіт про зустріч',
    kinds: { workshop: 'Майстерня', ideathon: 'Ідеатон', dialogue: 'Діалог', hearing: 'Громадське обговорення' },
    onPaper: 'з паперу', translated: 'переклала людина', yes: 'так', no: 'ні',
    modes: { open: 'нотатки було видно одразу', hidden: 'нотатки були приховані до показу', anonymous: 'анонімно, автори ніде не зберігаються' },
    ways: { brainwriting: 'аркуші ходили по колу (брейнрайтинг 6-3-5)', 'round-robin': 'слово йшло по колу' },
    sectors: { public: 'Публічний сектор', business: 'Підприємці', ngo: 'Неприбутковий сектор', academia: 'Академічний сектор', residents: 'Мешканці' },
    unknownSector: 'Не вказали', page: 'сторінка', of: 'з', soFar: 'Проміжний звіт: зустріч ще не завершилася.',
    figures: 'Коротко', participation: 'Хто взяв участь',
    took: (count) => `На зустрічі: ${uk.people(count)}.`, wrote: (count) => `Написали нотатку: ${uk.people(count)}.`,
    balance: 'Хто скільки висловився', balanceMeans: 'Групи, менші за п’ять людей, об’єднано, щоб нікого не можна було впізнати.',
    anonymousNotes: (count) => `Без відомого автора: ${uk.notes(count)}.`,
    ownWords: 'Власними словами',
    survey: { title: 'Опитування після зустрічі', means: (told) => `Відповіді анонімні. У результаті їх ${told}.`, question: 'Запитання', questionId: 'ID запитання', mean: 'Середнє', groupsMean: 'Середні значення за тим, що люди сказали про себе. Групу, меншу за п’ять людей, не показано й не можна обчислити.', groupedBy: 'Розподілено за', group: 'Група' },
    meaning: 'Чи це ми мали на увазі?', meaningResult: (yes, notQuite, eligible) => `Так: ${yes}. Не зовсім: ${notQuite}. Без відповіді: ${eligible - yes - notQuite}.`, notQuiteWords: 'Чого бракувало підсумку',
    board: 'Дошка', boardAlt: (notes, clusters) => `Зображення дошки: ${uk.notes(notes)}, ${uk.clusters(clusters)}. Тексти нотаток є у звіті.`,
    skipped: 'До цих активностей не дійшло', decision: 'Рішення', actions: 'Завдання', comment: 'Примітка', noNotes: 'Немає нотаток.', table: (number) => tableLabel(number, 'uk'), unclustered: 'Нотатки поза групами', unnamed: 'Група без назви',
    voteRule: (dots, perOption) => `Кожен мав: ${uk.dots(dots)}. ${perOption === null ? 'Одному варіанту можна було дати всі.' : `Одному варіанту щонайбільше: ${uk.dots(perOption)}.`}`,
    turnout: (voted, eligible) => `Проголосували ${voted} з ${eligible}. Не голосували: ${eligible - voted}.`, voteWaits: 'Результат голосування ще не показано.', result: 'Результат',
    method: 'метод', planned: (minutes) => `заплановано ${minutes} хв`,
    columns: {
      translation: 'Переклад (переклала людина)', translationLanguage: 'Мова перекладу',
      table: 'Стіл', onPaper: 'З паперу', sector: 'Сектор', people: 'Люди', share: 'Частка', wrote: 'Написали нотатку', notes: 'Нотатки', perPerson: 'Нотаток на людину', task: 'Завдання', owner: 'Хто', dueOn: 'До коли', rank: 'Місце', option: 'Варіант', dots: 'Крапки', voters: 'Голосували',
      measure: 'Показник', value: 'Значення',
      activityId: 'ID активності', activity: 'Активність', optionId: 'ID варіанта', contributionId: 'ID внеску', text: 'Текст', language: 'Мова', author: 'Автор', frame: 'Рамка', clusterId: 'ID групи', cluster: 'Група', actionId: 'ID завдання',
    },
    sheets: { notes: 'Нотатки', votes: 'Голосування', answers: 'Відповіді', questions: 'Запитання', teams: 'Команди', survey: 'Опитування', actions: 'Завдання', participation: 'Участь' },
    contents: 'Звіт (DOCX), таблиці з ідентифікаторами (CSV, XLSX), дошки як зображення (PNG), документ (PDF), малюнок (SVG) і файл, який можна знову завантажити (JSON), та додані зображення.',
  },
};
