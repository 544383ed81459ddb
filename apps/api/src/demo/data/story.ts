/**
 * One process from the first note to a milestone, invented around the third commitment of the action plan. Days are counted from the day the
 * demo is loaded: minus is before it.
 */
import type { Sector } from '@spolu/contracts/common';
import { PLAIN_PLAN, type BlockPlan } from '@spolu/contracts/run-sheet';
import type { EditActivity } from '@spolu/contracts/sessions';
import type { DecisionVerdict, OpinionVerdict, PositionVerdict } from '@spolu/contracts/review';
import { categories, energyTopic } from './energy-notes.ts';

export const process = {
  title: energyTopic.title,
  problem:
    'Mesto, domácnosti aj firmy míňajú viac energie, než musia, a vlastnej čistej energie vyrábajú málo. Údaje o spotrebe sú roztrúsené a nikto nemá agendu celého mesta na starosti.',
  statusQuo:
    'Mesto má schválený rozpočet na audity piatich budov a údaje z diaľkových meračov v škôlkach. Medzisektorové partnerstvo pre energetiku zatiaľ nemá.',
  goals: [
    'Dohodnúť, čo mesto, univerzita, firmy a obyvatelia urobia spolu v najbližších dvoch rokoch',
    'Pripraviť odporúčania, ku ktorým sa vyjadrí komisia a o ktorých rozhodne zastupiteľstvo',
    'Odpovedať každému, kto prispel, čo sa s jeho podnetom stalo',
  ],
  phases: [
    { title: 'Prvé kolo: kde strácame energiu', from: -84, until: -59 },
    { title: 'Prerokovanie prvých odporúčaní', from: -55, until: -12 },
    { title: 'Druhé kolo: čo urobíme spolu', from: -8, until: 20 },
    { title: 'Prerokovanie a uvedenie do života', from: 24, until: 120 },
  ],
  actors: [
    { name: 'Oddelenie rozvojových aktivít', sector: 'public', organisationKey: 'bb-rozvoj', role: 'pripravuje projekty a vedie partnerstvo' },
    { name: 'Knižnica', sector: 'public', organisationKey: null, role: 'miesto poradne' },
    { name: 'Nemocnica', sector: 'public', organisationKey: null, role: 'veľký odberateľ energie' },
    { name: 'Univerzita Mateja Bela, Banská Bystrica', sector: 'academia', organisationKey: 'umb', role: 'meria, počíta a zapája študentov' },
    { name: 'Dialogue Centre n.o.', sector: 'ngo', organisationKey: 'dialogue-centre', role: 'facilitácia dialógu' },
    { name: 'Centrum komunitného organizovania, n.o.', sector: 'ngo', organisationKey: 'cko', role: 'hovorí s ľuďmi, ktorí na stretnutia nechodia' },
    { name: 'Priemyselný park', sector: 'business', organisationKey: null, role: 'strechy a odpadové teplo' },
    { name: 'Správcovia bytových domov', sector: 'business', organisationKey: null, role: 'poznajú domy a vlastníkov' },
    { name: 'Spoločenstvá vlastníkov bytov', sector: 'residents', organisationKey: null, role: 'rozhodujú o obnove domov' },
  ],
  commitmentKey: 'bb-c3',
} as const satisfies {
  actors: readonly { name: string; sector: Sector; organisationKey: string | null; role: string }[];
} & Record<string, unknown>;

type DemoActivity = Pick<EditActivity, 'title' | 'instruction' | 'staffNotes' | 'minutes' | 'settings' | 'plan'>;

const welcome: DemoActivity = {
  title: 'Privítanie a pravidlá',
  instruction: 'Hovoríme z vlastnej skúsenosti, neskáčeme si do reči, každý hlas má rovnakú váhu.',
  staffNotes: 'Poďakovať sa. Povedať, o čom sa dá rozhodnúť a o čom nie. Ukázať QR kód.',
  minutes: 10,
  settings: { kind: 'information' },
};

const closing: DemoActivity = {
  title: 'Zhrnutie a čo bude ďalej',
  instruction: 'Kedy dostanete odpoveď a kde ju nájdete: potvrdenie o príspevku si nechajte.',
  staffNotes: 'Povedať termín komisie.',
  minutes: 10,
  settings: { kind: 'information' },
};

const information = { kind: 'information' } as const;
const plan = (changes: Partial<BlockPlan>): BlockPlan => ({ ...PLAIN_PLAN, ...changes });

/** The first workshop: what came of it is the story. */
export const finishedSession = {
  day: -70,
  title: 'Prvá dielňa: kde strácame energiu',
  welcome: 'Vitajte. Budeme hľadať, kde v meste strácame energiu a čo s tým.',
  time: '16:30',
  place: 'Mestský úrad, veľká zasadačka',
  frames: { problem: 'Čo nás trápi', proposal: 'Čo navrhujeme' },
  welcomeActivity: welcome,
  brainstorm: {
    title: 'Tiché písanie lístkov',
    instruction: 'Kde u nás strácame energiu a čo by sa s tým dalo urobiť? Jedna myšlienka na lístok.',
    staffNotes: 'Lístky sú skryté, kým ich neodkryjeme. Päť minút pred koncom upozorniť.',
    minutes: 15,
  },
  cluster: {
    title: 'Triedenie do zhlukov',
    instruction: 'Ktoré lístky hovoria o tom istom? Pomenujme ich vetou.',
    staffNotes: '',
    minutes: 25,
  },
  vote: {
    title: 'Hlasovanie bodkami',
    instruction: 'Máte tri body. Čomu sa má mesto venovať najskôr?',
    staffNotes: 'Výsledok ukázať až po skončení.',
    minutes: 10,
    dots: 3,
    perOption: 2,
  },
  closingActivity: closing,
} as const;

/** What the facilitator made of the report before she published it. */
export const editedReport = {
  day: finishedSession.day + 6,
  time: '10:15',
  heading: 'Na čom sme sa zhodli',
  findings:
    'Ľudia nechcú ďalší plagát o šetrení. Chcú vidieť, koľko mesto míňa, mať kde sa poradiť a robiť veci spoločne, nie raz, ale natrvalo. V tom sa zhodli úradníci, podnikatelia aj obyvatelia.\n\nNezhodli sme sa, čím začať: časť ľudí chcela najprv strechy, časť najprv poradňu.',
  voteNote: 'Štyria ľudia odišli pred hlasovaním na autobus. Ich lístky v zhlukoch zostali.',
  quoted: 'together' as ClusterKey,
  decision: 'Prvých päť zhlukov spracuje pracovná skupina na odporúčania pre zastupiteľstvo.',
  actions: [
    { text: 'Zverejniť spotrebu mestských budov za posledné tri roky', owner: 'Mestský úrad', inDays: 21 },
    { text: 'Zistiť, čo by stála poradňa dva dni v týždni', owner: 'Pracovná skupina', inDays: 35 },
  ],
};

/** What the team answered when it asked itself how the workshop went. */
export const reflection = {
  scores: [['or01', 4], ['or02', 5], ['or03', 3], ['or04', 4], ['or05', 5], ['or06', 'no'], ['or07', 5]].map(([questionId, value]) => ({ questionId: String(questionId), value: value! })),
  lesson: 'Tiché písanie pomohlo tým, ktorí na schôdzach nehovoria. Nabudúce pozvať mladých cez školy a hlasovať skôr, než odíde posledný autobus.',
  staffHours: 34,
  directCosts: 420,
};

export type ClusterKey = 'data' | 'roofs' | 'advice' | 'night' | 'together';

export const clusters: readonly { key: ClusterKey; title: string }[] = [
  { key: 'data', title: 'Vidieť, koľko míňame' },
  { key: 'roofs', title: 'Elektrina z vlastných striech' },
  { key: 'advice', title: 'Poradiť ľuďom zrozumiteľne' },
  { key: 'night', title: 'Svietiť a kúriť, len keď treba' },
  { key: 'together', title: 'Robiť to spolu a natrvalo' },
];

export interface StoryNote {
  cluster: ClusterKey | null;
  frame: 'problem' | 'proposal';
  sector: Sector;
  text: string;
}

export const storyNotes: readonly StoryNote[] = [
  { cluster: 'data', frame: 'proposal', sector: 'residents', text: 'Chcel by som vidieť, koľko energie míňa škola, do ktorej chodia moje deti.' },
  { cluster: 'data', frame: 'problem', sector: 'public', text: 'Faktúry za energie prídu po mesiaci, vtedy je už neskoro niečo zmeniť.' },
  { cluster: 'data', frame: 'problem', sector: 'academia', text: 'Bez hodinových údajov nevieme povedať, čo sa v budove deje v noci.' },
  { cluster: 'data', frame: 'proposal', sector: 'business', text: 'Firmy merajú každý stroj, mesto by mohlo merať aspoň každú budovu.' },
  { cluster: 'data', frame: 'proposal', sector: 'ngo', text: 'Zverejniť spotrebu mestských budov na jednej mape.' },
  { cluster: 'data', frame: 'proposal', sector: 'public', text: 'Jeden človek na úrade, ktorý údaje sleduje a zavolá, keď niečo nesedí.' },
  { cluster: 'data', frame: 'problem', sector: 'residents', text: 'V telocvični sa kúri aj cez prázdniny a nikto si to nevšimne.' },
  { cluster: 'data', frame: 'proposal', sector: 'academia', text: 'Študenti radi urobia rozbor, ak dostanú údaje.' },
  { cluster: 'roofs', frame: 'problem', sector: 'residents', text: 'Na našej škole je obrovská rovná strecha a nič na nej nie je.' },
  { cluster: 'roofs', frame: 'proposal', sector: 'business', text: 'Strechu haly ponúkneme, ak niekto vybaví pripojenie do siete.' },
  { cluster: 'roofs', frame: 'problem', sector: 'public', text: 'Plaváreň má najvyšší účet za elektrinu zo všetkých budov.' },
  { cluster: 'roofs', frame: 'proposal', sector: 'ngo', text: 'Susedia by sa zložili na panely, keby vedeli, komu peniaze dávajú.' },
  { cluster: 'roofs', frame: 'problem', sector: 'residents', text: 'Nechcem panely na pamiatkach na námestí.' },
  { cluster: 'roofs', frame: 'proposal', sector: 'academia', text: 'Spočítať, ktoré strechy sa oplatia, a začať tromi najlepšími.' },
  { cluster: 'roofs', frame: 'proposal', sector: 'business', text: 'Prebytok zo škôl môže v lete odoberať nemocnica.' },
  { cluster: 'advice', frame: 'problem', sector: 'residents', text: 'Žiadosť o dotáciu som vzdala na tretej strane formulára.' },
  { cluster: 'advice', frame: 'proposal', sector: 'ngo', text: 'Poradca, ktorý príde domov a ukáže, čo sa dá urobiť za sto eur.' },
  { cluster: 'advice', frame: 'proposal', sector: 'residents', text: 'Vysvetliť vyúčtovanie tepla tak, aby mu rozumela aj moja mama.' },
  { cluster: 'advice', frame: 'problem', sector: 'ngo', text: 'Dôchodcovia neprídu na web, prídu do knižnice.' },
  { cluster: 'advice', frame: 'problem', sector: 'public', text: 'Nevieme, kam máme ľudí s otázkami o dotáciách posielať.' },
  { cluster: 'advice', frame: 'proposal', sector: 'residents', text: 'Požičať si na víkend termokameru.' },
  { cluster: 'advice', frame: 'proposal', sector: 'academia', text: 'Poradňa môže byť praxou pre našich študentov.' },
  { cluster: 'advice', frame: 'proposal', sector: 'residents', text: 'Informácie aj po ukrajinsky, v dome máme veľa nových susedov.' },
  { cluster: 'night', frame: 'problem', sector: 'residents', text: 'Lampy pri garážach svietia celú noc pre nikoho.' },
  { cluster: 'night', frame: 'problem', sector: 'residents', text: 'Pri priechodoch sa svetla nedotýkajte, bojím sa tam prejsť.' },
  { cluster: 'night', frame: 'proposal', sector: 'public', text: 'Stmievanie sa dá nastaviť z dispečingu, len nevieme, kde by ľuďom prekážalo.' },
  { cluster: 'night', frame: 'proposal', sector: 'business', text: 'Časovač na kúrenie stojí menej než jedna mesačná faktúra.' },
  { cluster: 'night', frame: 'proposal', sector: 'academia', text: 'Vyskúšať to na jednej ulici a zmerať.' },
  { cluster: 'night', frame: 'problem', sector: 'public', text: 'Školník má na starosti desať budov a od regulácie nemá prístup.' },
  { cluster: 'night', frame: 'proposal', sector: 'ngo', text: 'Opýtať sa žien, kadiaľ chodia v noci domov.' },
  { cluster: 'together', frame: 'proposal', sector: 'business', text: 'Radi prídeme, ak bude jasné, kto čo urobí a dokedy.' },
  { cluster: 'together', frame: 'problem', sector: 'public', text: 'Každý odbor má vlastný plán a vlastnú tabuľku.' },
  { cluster: 'together', frame: 'proposal', sector: 'academia', text: 'Podpísať dohodu mesta a univerzity, nech to nestojí na známostiach.' },
  { cluster: 'together', frame: 'problem', sector: 'residents', text: 'Po voľbách sa všetko začína odznova.' },
  { cluster: 'together', frame: 'proposal', sector: 'ngo', text: 'Stretnúť sa každé tri mesiace a povedať aj to, čo sa nepodarilo.' },
  { cluster: 'together', frame: 'proposal', sector: 'business', text: 'Mesto, nemocnica a priemyselný park by mohli energiu nakupovať aj vyrábať spolu.' },
  { cluster: null, frame: 'problem', sector: 'residents', text: 'Kedy bude konečne opravený výťah v našom vchode?' },
];

/**
 * Who gave her dots to what, one entry a guest, in the order of the guests. An empty entry is an abstention; the last three guests did not vote.
 */
export const ballots: readonly Partial<Record<ClusterKey, number>>[] = [
  { together: 2, data: 1 }, { advice: 2, data: 1 }, { advice: 2, night: 1 }, { together: 2, roofs: 1 }, { advice: 1, roofs: 2 },
  { data: 2, together: 1 }, { data: 1, together: 2 }, { advice: 2, roofs: 1 }, { roofs: 2, together: 1 }, { advice: 1, together: 1, data: 1 },
  { night: 1, advice: 2 }, { data: 2, roofs: 1 }, { roofs: 1, advice: 1, night: 1 }, { together: 2, data: 1 }, { roofs: 2, together: 1 },
  { advice: 2, together: 1 }, { night: 2, advice: 1 }, { roofs: 1, data: 1, together: 1 }, {}, { data: 2, together: 1 },
  { together: 2, roofs: 1 }, { advice: 1, together: 2 }, { night: 1, roofs: 1 }, { data: 1, together: 2 }, { roofs: 2, together: 1 },
  { advice: 2, data: 1 }, { night: 1, advice: 1, together: 1 },
];

export type IdeaKey = 'partnership' | 'open-data' | 'advice-desk' | 'solar-roofs' | 'night-light';

export const ideas: readonly { key: IdeaKey; clusters: readonly ClusterKey[]; title: string; summary: string }[] = [
  {
    key: 'partnership',
    clusters: ['together'],
    title: 'Stále energetické partnerstvo mesta, univerzity, nemocnice a firiem',
    summary: 'Dohoda s menami, úlohami a termínmi, stretnutie každé tri mesiace a verejná správa o tom, čo sa podarilo a čo nie.',
  },
  {
    key: 'open-data',
    clusters: ['data'],
    title: 'Otvorený prehľad spotreby mestských budov',
    summary: 'Spotreba každej mestskej budovy zverejnená aspoň raz za mesiac a človek na úrade, ktorý ju sleduje.',
  },
  {
    key: 'advice-desk',
    clusters: ['advice'],
    title: 'Energetická poradňa v knižnici',
    summary: 'Poradca dvakrát mesačne, požičovňa termokamery, pomoc so žiadosťami, jednoduchý jazyk aj po ukrajinsky.',
  },
  {
    key: 'solar-roofs',
    clusters: ['roofs'],
    title: 'Solárne strechy škôl a plavárne',
    summary: 'Spočítať, ktoré strechy sa oplatia, začať tromi najlepšími a prebytok ponúknuť susedom.',
  },
  {
    key: 'night-light',
    clusters: ['night'],
    title: 'Nočné stmievanie podľa ulíc',
    summary: 'Stmievať tam, kde to nikomu neprekáža; najprv na jednej ulici a s meraním. Priechody a cesty domov zostanú osvetlené.',
  },
];

export const dossier = {
  day: -49,
  title: 'Odporúčania z prvej energetickej dielne',
  summary:
    'Na dielni sa zišlo tridsať ľudí zo všetkých piatich sektorov. Napísali tridsaťsedem lístkov, zoradili ich do piatich zhlukov a hlasovali, čomu sa má mesto venovať najskôr. Odporúčania sú zoradené podľa počtu bodov.',
} as const;

export type RecommendationKey = IdeaKey;

interface Vote {
  for: number;
  against: number;
  abstained: number;
}

export const recommendations: readonly {
  key: RecommendationKey;
  title: string;
  text: string;
  reasons: string;
  ideas: readonly IdeaKey[];
  positions: { chair: readonly [PositionVerdict, string]; member: readonly [PositionVerdict, string]; otherMember: readonly [PositionVerdict, string] };
  opinion: { motion: OpinionVerdict; reasoning: string; vote: Vote };
  decision: { verdict: DecisionVerdict; reasons: string };
}[] = [
  {
    key: 'partnership',
    title: 'Založiť energetické partnerstvo s menami a termínmi',
    text: 'Mesto pozve univerzitu, nemocnicu, priemyselný park a spoločenstvá vlastníkov, aby do pol roka podpísali dohodu o energetickom partnerstve. Dohoda pomenuje, kto čo urobí a dokedy.',
    reasons: 'Bez stáleho partnerstva zostanú ostatné opatrenia na jednotlivcoch a po voľbách zaniknú. Získalo najviac bodov zo všetkých zhlukov.',
    ideas: ['partnership', 'open-data'],
    positions: {
      chair: ['support', 'Presne toto mestu chýba. Zodpovednosť však musí mať jedno oddelenie.'],
      member: ['support', 'Podporujem, ak sa o výsledkoch bude hovoriť verejne.'],
      otherMember: ['support-with-changes', 'Doplniť, že partnerstvo nezaväzuje mesto k výdavkom bez súhlasu zastupiteľstva.'],
    },
    opinion: {
      motion: 'support',
      reasoning: 'Partnerstvo má oporu v akčnom pláne a nič nestojí, kým sa nedohodnú projekty. Zodpovedným má byť Oddelenie rozvojových aktivít.',
      vote: { for: 6, against: 0, abstained: 1 },
    },
    decision: { verdict: 'accepted', reasons: 'Zastupiteľstvo ukladá Oddeleniu rozvojových aktivít pripraviť dohodu a pozvať partnerov.' },
  },
  {
    key: 'advice-desk',
    title: 'Otvoriť energetickú poradňu v knižnici',
    text: 'Dvakrát mesačne dostupný poradca, požičovňa termokamery a pomoc so žiadosťami o dotácie.',
    reasons: 'Ľudia so záujmom o úspory nevedia, kde začať. Do knižnice prídu aj tí, ktorí na web nepôjdu.',
    ideas: ['advice-desk'],
    positions: {
      chair: ['support', 'Lacné a rýchlo viditeľné.'],
      member: ['support-with-changes', 'Začať raz mesačne a po pol roku vyhodnotiť.'],
      otherMember: ['not-support', 'Poradenstvo už ponúka štát, mesto nemá dublovať.'],
    },
    opinion: {
      motion: 'support-with-changes',
      reasoning: 'Začať raz mesačne v spolupráci s univerzitou a po šiestich mesiacoch vyhodnotiť záujem.',
      vote: { for: 5, against: 1, abstained: 1 },
    },
    decision: { verdict: 'accepted-with-changes', reasons: 'Poradňa sa otvorí raz mesačne; o rozšírení sa rozhodne podľa vyhodnotenia.' },
  },
  {
    key: 'solar-roofs',
    title: 'Solárne strechy: začať tromi najlepšími budovami',
    text: 'Spočítať výnos na všetkých mestských strechách a pripraviť projekt pre tri budovy s najkratšou návratnosťou. Pamiatky sa vynechajú.',
    reasons: 'Plaváreň a dve školy majú najvyššiu dennú spotrebu a voľné strechy.',
    ideas: ['solar-roofs'],
    positions: {
      chair: ['support-with-changes', 'Najprv štúdia, potom projekt.'],
      member: ['support', 'Začať plavárňou.'],
      otherMember: ['return', 'Chýba odhad nákladov.'],
    },
    opinion: {
      motion: 'support-with-changes',
      reasoning: 'Najprv štúdia s odhadom nákladov pre tri budovy, projekt až po jej prerokovaní v komisii.',
      vote: { for: 5, against: 0, abstained: 2 },
    },
    decision: { verdict: 'accepted-with-changes', reasons: 'Schvaľuje sa štúdia pre tri budovy; o projekte sa rozhodne osobitne.' },
  },
  {
    key: 'open-data',
    title: 'Zverejňovať spotrebu mestských budov každý mesiac',
    text: 'Spotreba elektriny, plynu a tepla každej mestskej budovy bude na webe mesta do dvadsiateho dňa nasledujúceho mesiaca, aj ako otvorené údaje.',
    reasons: 'Čo sa nemeria, to sa nezlepší. Údaje zo škôlok mesto už zbiera druhý rok.',
    ideas: ['open-data'],
    positions: {
      chair: ['support', 'Údaje máme, treba ich len zverejniť.'],
      member: ['support', 'Pomôže to školám porovnať sa navzájom.'],
      otherMember: ['support', 'Súhlasím, bez osobných údajov je to bez rizika.'],
    },
    opinion: { motion: 'support', reasoning: 'Opatrenie je zrozumiteľné, lacné a merateľné.', vote: { for: 7, against: 0, abstained: 0 } },
    decision: { verdict: 'accepted', reasons: 'Prvé údaje sa zverejnia do konca nasledujúceho štvrťroka.' },
  },
  {
    key: 'night-light',
    title: 'Stmievať verejné osvetlenie v noci',
    text: 'Medzi jednou a štvrtou ráno znížiť jas lámp na polovicu, okrem priechodov a ciest, ktoré obyvatelia označia za citlivé.',
    reasons: 'Úspora je okamžitá a nastavuje sa z dispečingu.',
    ideas: ['night-light'],
    positions: {
      chair: ['return', 'Chýba mapa miest, kde by to ľuďom prekážalo.'],
      member: ['not-support', 'Bezpečnosť žien je dôležitejšia než úspora.'],
      otherMember: ['support', 'Skúška na jednej ulici nič nepokazí.'],
    },
    opinion: {
      motion: 'return',
      reasoning: 'Vrátiť na doplnenie: mapa citlivých miest spolu s obyvateľkami a skúška na jednej ulici s meraním.',
      vote: { for: 5, against: 1, abstained: 1 },
    },
    decision: { verdict: 'postponed', reasons: 'Rozhodne sa po skúške na jednej ulici. Podnety zostávajú v evidencii a vrátia sa do druhej dielne.' },
  },
];

export const review = {
  referredDay: -48,
  dueDay: -28,
  positionDays: { chair: -36, member: -33, otherMember: -31 },
  opinionDay: -28,
  decisionDay: -14,
  decisionText:
    'Mestské zastupiteľstvo prerokovalo odporúčania z prvej energetickej dielne a stanovisko komisie a rozhodlo o každom odporúčaní osobitne. O plnení bude informované o pol roka.',
} as const;

/** What came back: the commission has not answered yet, so there is something to try. */
export const followUp = {
  day: -6,
  title: 'Doplnenie: skúška stmievania a štúdia striech',
  summary:
    'Zastupiteľstvo odložilo rozhodnutie o nočnom stmievaní a pri solárnych strechách chcelo najprv odhad nákladov. Toto sú návrhy, ako chýbajúce podklady získať.',
  referredDay: -5,
  dueDay: 9,
  chairDay: -4,
  question: { recommendation: 2, organisationKey: 'bb-rozvoj', text: 'Koľko by stála štúdia s odhadom nákladov pre štyri strechy namiesto troch a dá sa objednať ešte tento rok?' },
  /** Of the guest whose receipt is shown when the demo starts. */
  authorQuestion: { recommendation: 2, about: 'Chcel by som vidieť, koľko energie míňa škola, do ktorej chodia moje deti.', text: 'Ktorá škola to je, a stačil by vám údaj raz za mesiac?' },
  recommendations: [
    {
      title: 'Vyskúšať stmievanie tri mesiace na jednej ulici',
      text: 'Medzi jednou a štvrtou ráno znížiť jas na polovicu na ulici, ktorú vyberú obyvateľky a obyvatelia. Priechody zostanú osvetlené, spotreba aj pocit bezpečia sa zmerajú pred skúškou a po nej.',
      reasons: 'Komisia žiadala mapu citlivých miest a skúšku s meraním.',
      ideas: ['night-light'],
      chair: ['support', 'Presne to sme žiadali. Výsledok chcem vidieť do leta.'],
    },
    {
      title: 'Objednať štúdiu troch striech s odhadom nákladov',
      text: 'Plaváreň a dve školy: výnos, náklady, návratnosť a možnosť dodávať prebytok nemocnici. Výpočty pripraví univerzita.',
      reasons: 'Zastupiteľstvo schválilo štúdiu, treba určiť rozsah.',
      ideas: ['solar-roofs', 'open-data'],
      chair: ['support-with-changes', 'Doplniť aj strechu autobusovej stanice.'],
    },
  ],
} as const satisfies {
  recommendations: readonly { title: string; text: string; reasons: string; ideas: readonly IdeaKey[]; chair: readonly [PositionVerdict, string] }[];
} & Record<string, unknown>;

/** The milestone of the plan that the decision set in motion. */
export const milestone = {
  day: -9,
  key: 'bb-c3-m4',
  recommendation: 'partnership',
  ownerKey: 'bb-rozvoj',
  dueDay: 150,
  progress: 'Návrh dohody je hotový. Univerzita a nemocnica prisľúbili účasť, s priemyselným parkom sa rokuje.',
} as const;

/** The second workshop is going on right now, with the sixty notes of the topic on its board. */
export const runningSession = {
  title: 'Druhá dielňa: ako ušetriť a vyrábať spolu',
  welcome: energyTopic.guidingQuestion,
  place: 'Knižnica, čitáreň',
  activities: [
    {
      title: 'Čo vieme a čo navrhujeme',
      instruction: energyTopic.guidingQuestion,
      staffNotes: 'Vyzvať aj tých, ktorí ešte nič nenapísali.',
      minutes: 90,
      settings: { kind: 'brainstorm', mode: 'open', frames: categories.map(({ title }) => title) },
    },
    {
      title: 'Triedenie do zhlukov', instruction: 'Ktoré lístky hovoria o tom istom?', staffNotes: '', minutes: 25, settings: { kind: 'cluster' },
      plan: plan({ shortestMinutes: 20, purpose: 'Aby sa hlasovalo o niekoľkých smeroch, nie o šesťdesiatich lístkoch.' }),
    },
    {
      title: 'Hlasovanie bodkami',
      instruction: 'Máte tri body. Čo by sme mali urobiť ako prvé?',
      staffNotes: '',
      minutes: 10,
      settings: { kind: 'dot-vote', dots: 3, perOption: null },
    },
    { ...closing, plan: plan({ shortestMinutes: 5 }) },
  ] satisfies DemoActivity[],
} as const;

/** The third one is prepared: whoever tries the demo opens it and runs it herself, or tries on its run sheet what a delay does. */
export const readySession = {
  day: 14,
  title: 'Tretia dielňa: čo urobíme ako prvé',
  welcome: 'Z navrhnutých opatrení vyberieme tie, ktorými sa oplatí začať.',
  time: '16:15',
  endsAt: '18:15',
  place: 'Mestský úrad, veľká zasadačka',
  registration: { capacity: 40, audience: 'Pre obyvateľov, firmy a spolky, ktoré platia za energiu v meste. Odborné znalosti netreba.' },
  tracks: ['Prehliadka', 'Pri stole'],
  method: {
    id: 'how-might-we',
    plan: plan({
      purpose: 'Zo sťažností urobiť otázky, na ktoré sa dá odpovedať.',
      supplies: [{ name: 'samolepiace lístky', amount: 150 }, { name: 'fixky', amount: 40 }],
      equipment: [{ name: 'flipchart', amount: 1 }, { name: 'dataprojektor', amount: 1 }],
    }),
  },
  before: [
    {
      title: 'Príchod a registrácia', instruction: 'Vezmite si menovku a naskenujte QR kód pri dverách.', staffNotes: 'Dvaja pri dverách. Kto nemá telefón, sadne si k zapisovateľke.', minutes: 15,
      settings: information,
      plan: plan({ type: 'arrival', purpose: 'Aby sme začali načas a každý vedel, kam si sadnúť.', supplies: [{ name: 'menovky', amount: 40 }], equipment: [{ name: 'plagát s QR kódom', amount: 2 }] }),
    },
    { ...welcome, plan: plan({ fixedStart: '16:30', purpose: 'Dohodnúť sa, o čom dnes rozhodneme.', shortestMinutes: 5, equipment: [{ name: 'dataprojektor', amount: 1 }, { name: 'mikrofón', amount: 1 }] }) },
  ],
  after: [
    {
      title: 'Prestávka s čajom', instruction: 'Pokračujeme o 17:20.', staffNotes: 'Kým je prestávka, vytlačiť najlepšie otázky.', minutes: 15, settings: { kind: 'break' },
      plan: plan({ type: 'break', shortestMinutes: 10, supplies: [{ name: 'čaj a voda', amount: null }, { name: 'poháre', amount: 50 }] }),
    },
    {
      title: 'Prehliadka kotolne s energetikom', instruction: 'Uvidíte, kde úrad míňa najviac tepla.', staffNotes: 'Najviac 15 ľudí naraz. Zraz pri vrátnici.', minutes: 30, settings: information,
      plan: plan({ type: 'talk', track: 1, purpose: 'Vidieť skutočnú spotrebu, nie iba tabuľku.', shortestMinutes: 20, equipment: [{ name: 'prilby', amount: 15 }] }),
    },
    {
      title: 'Účet za energiu školy', instruction: 'Prejdeme si účet jednej školy a označíme, čo je v ňom zbytočné.', staffNotes: 'Kópie účtov sú v zložke pri tabuli.', minutes: 25, settings: information,
      plan: plan({ track: 2, purpose: 'Rozumieť tomu, z čoho sa účet skladá.', shortestMinutes: 15, supplies: [{ name: 'kópia účtu', amount: 25 }, { name: 'fixky', amount: 10 }] }),
    },
    {
      title: 'Čo sme si odniesli', instruction: 'Každá skupina povie dve veci, ktoré ju prekvapili.', staffNotes: '', minutes: 15, settings: information,
      plan: plan({ purpose: 'Spojiť obe skupiny pred záverom.', optional: true, shortestMinutes: 10, equipment: [{ name: 'mikrofón', amount: 2 }] }),
    },
    { ...closing, plan: plan({ shortestMinutes: 5, purpose: 'Aby každý odišiel s tým, kedy dostane odpoveď.', equipment: [{ name: 'dataprojektor', amount: 1 }] }) },
  ] satisfies DemoActivity[],
  template: { title: 'Večerná dielňa s prehliadkou', purpose: 'Dve hodiny po práci, pre 20 až 40 ľudí. Osvedčená v knižnici aj na úrade.' },
  ownMethod: { title: 'Prehliadka s odborníkom', purpose: 'Keď ľudia o probléme iba počuli. Najviac 15 ľudí v skupine.', of: 'Prehliadka kotolne s energetikom' },
} as const;
