/**
 * The ideathon on the integrated territorial strategy, spring 2023. That it took place, and that ideas not taken went on to the development programme, is told by the city;
 * who said what, and every figure, is invented.
 */
export const process = {
  title: 'Integrovaná územná stratégia funkčnej mestskej oblasti',
  problem: 'Mesto a okolité obce majú dostať peniaze na spoločné projekty. Nevieme, ktoré z nich ľudia v území naozaj potrebujú.',
  statusQuo: 'Projekty doteraz navrhovali úrady samy; obyvatelia sa k nim vyjadrovali, až keď boli hotové.',
  goals: ['Vybrať spoločné projekty, o ktorých rozhodnú aj obyvatelia', 'Odpovedať každému, kto nápad napísal'],
  phases: [
    { title: 'Ideathon a nápady od obyvateľov', fromOn: '2023-04-01', untilOn: '2023-04-24' },
    { title: 'Odborné posúdenie', fromOn: '2023-04-25', untilOn: '2023-05-24' },
    { title: 'Verejné hlasovanie', fromOn: '2023-05-25', untilOn: '2023-06-08' },
    { title: 'Kooperačná rada', fromOn: '2023-06-09', untilOn: '2023-07-31' },
  ],
  actors: [
    { name: 'Okolité obce', sector: 'public', role: 'stavajú a spravujú spoločné projekty' },
    { name: 'Dopravcovia', sector: 'business', role: 'vedia, koľko ľudí kde prestupuje' },
    { name: 'Školy', sector: 'public', role: 'cesta do školy je každodenná' },
    { name: 'Kultúrne a športové spolky', sector: 'ngo', role: 'priestory nemajú, program áno' },
    { name: 'Obyvatelia mesta a obcí', sector: 'residents', role: 'navrhujú a vyberajú' },
  ],
} as const;

export const session = {
  on: '2023-04-01',
  title: 'Ideathon: projekty, ktoré nás spoja',
  welcome: 'Vitajte. Dnes hľadáme projekty, ktoré spoja mesto a obce okolo neho.',
  place: 'Robotnícky dom',
  guests: 20,
  writing: { title: 'Čo spája naše územie', instruction: 'Čo by sme mali urobiť spolu s obcami okolo mesta? Jedna myšlienka na lístok.' },
  clustering: { title: 'Čo patrí k sebe', instruction: 'Ktoré lístky hovoria o tom istom?' },
  voting: { title: 'Na čom nám záleží najviac', instruction: 'Máte tri bodky.', dots: 3 },
} as const;

export const categories = ['Zeleň a verejné priestory', 'Doprava', 'Kultúra, šport a komunita'] as const;

interface Project {
  title: string;
  category: (typeof categories)[number];
  /** In euros, as the department reckons it, and what it answers. */
  cost: number;
  answer: string;
}
/** What the hall made of its notes. */
export const clusters: readonly { title: string; notes: readonly string[]; project: Project }[] = [
  {
    title: 'Do školy bez auta',
    notes: [
      'Syn chodí do školy na bicykli a cez Štiavničky nemá kadiaľ.', 'Pri škole stojí každé ráno rad áut. Deti by šli aj pešo, keby sa nebáli.', 'Priechod pri ZŠ Spojová treba osvetliť.',
      'Stojany na bicykle pred školami, ktoré sa dajú zamknúť.', 'Spomaliť autá na ceste k škôlke.',
    ],
    project: { title: 'Bezpečná cesta do školy na bicykli', category: 'Doprava', cost: 420_000, answer: 'Trasu cez Štiavničky vieme oddeliť od áut na jar; pozemky sú mestské.' },
  },
  {
    title: 'Spoje, ktoré na seba čakajú',
    notes: ['Vlak príde o tri minúty po autobuse.', 'Z Kynceľovej sa po ôsmej večer nedostanem domov.', 'Jeden lístok na autobus aj vlak.', 'Cestovné poriadky, ktoré prečíta aj moja mama.'],
    project: { title: 'Jeden lístok a spoje, ktoré na seba čakajú', category: 'Doprava', cost: 260_000, answer: 'Treba sa dohodnúť s krajom; prvé dve linky vieme zladiť do roka.' },
  },
  {
    title: 'Život v prázdnych budovách',
    notes: ['Prázdna škola v Majeri je suchá a má dvor. Stačilo by ju otvoriť.', 'Skladisko pri stanici by mohlo byť dielňou.', 'Nemáme kde skúšať, hráme v garáži.', 'Obce okolo majú kultúrne domy a nikto v nich nesvieti.'],
    project: { title: 'Otvoriť prázdne budovy ľuďom', category: 'Kultúra, šport a komunita', cost: 310_000, answer: 'Začať sa dá školou v Majeri: stačí elektrina a požiarny poriadok.' },
  },
  {
    title: 'Pri rieke',
    notes: ['K Hronu sa nedá zísť.', 'Lavičky pri vode, nie pri parkovisku.', 'Pri rieke je v lete chladnejšie, a nikto tam nie je.', 'Chodník popri vode až do Slovenskej Ľupče.'],
    project: { title: 'Nábrežie Hrona, pri ktorom sa dá sedieť', category: 'Zeleň a verejné priestory', cost: 380_000, answer: 'Správca toku súhlasí s tromi zostupmi mimo záplavovej hrádze.' },
  },
  {
    title: 'Tieň v lete',
    notes: ['Na Fončorde sa v júli nedá sedieť vonku.', 'Stromy namiesto betónu pri zastávkach.', 'Dvory medzi panelákmi sú prázdne.', 'Kto bude nové stromy polievať?'],
    project: { title: 'Stromy a tieň na sídliskách', category: 'Zeleň a verejné priestory', cost: 190_000, answer: 'Pod časťou plôch sú siete; na 140 stromov miesto je.' },
  },
];
/** Says the same as an idea of the hall, in other words; the two were merged. */
export const duplicate = { title: 'Bezpečne do školy na bicykli aj pešo', text: 'Oddeliť cyklistov od áut na Štiavničkách a na Spojovej.', category: 'Doprava' } as const;
/** What residents added online until 24 April; in each category the first are liked most. */
export const online: readonly (Project & { text: string })[] = [
  { title: 'Zastávky so svetlom a strechou', text: 'V zime sa čaká potme.', category: 'Doprava', cost: 150_000, answer: 'Dvadsať zastávok je v obciach, ktoré súhlasia.' },
  { title: 'Požičovňa nákladných bicyklov', text: 'Na nákup a na deti by ma to odnaučilo brať auto.', category: 'Doprava', cost: 60_000, answer: 'Dá sa skúsiť s jednou požičovňou v centre.' },
  { title: 'Záchytné parkovisko pri nemocnici', text: 'Kto príde z obcí, nech prestúpi na autobus.', category: 'Doprava', cost: 890_000, answer: 'Pozemok nie je mestský, výkup by trval roky.' },
  { title: 'Chodník medzi Malachovom a Radvaňou', text: 'Ľudia idú po krajnici.', category: 'Doprava', cost: 340_000, answer: 'Projekt sa dá pripraviť spolu s krajskou cestou.' },
  { title: 'Nočný autobus v piatok a v sobotu', text: 'Aby mladí nešli domov autom po pive.', category: 'Doprava', cost: 95_000, answer: 'Ide o prevádzku, nie o stavbu; peniaze stratégie sa na ňu použiť nedajú.' },
  { title: 'Nabíjačky pri obecných úradoch', text: 'Aj pre tých, čo bývajú v paneláku.', category: 'Doprava', cost: 120_000, answer: 'Stavať ich môžu aj podnikatelia; mesto pomôže miestom.' },
  { title: 'Zadržať dažďovú vodu na dvoroch', text: 'Po búrke tečie všetko do kanála.', category: 'Zeleň a verejné priestory', cost: 230_000, answer: 'Šesť dvorov má vhodnú pôdu, začať sa dá hneď.' },
  { title: 'Náučný chodník po Urpíne', text: 'S lavičkami a tabuľami, ktoré píšu školáci.', category: 'Zeleň a verejné priestory', cost: 45_000, answer: 'Trasa vedie cez súkromné lesy, súhlas treba dojednať.' },
  { title: 'Komunitné záhrady na Sásovej', text: 'Je tam lúka, ktorú mesto len kosí.', category: 'Zeleň a verejné priestory', cost: 30_000, answer: 'Lúku mesto môže prenajať združeniu obyvateľov.' },
  { title: 'Psie lúky pri sídliskách', text: 'Nech sa deti hrajú inde než psy.', category: 'Zeleň a verejné priestory', cost: 25_000, answer: 'Tri miesta sú vytypované.' },
  { title: 'Obnoviť pramene v lesoparku', text: 'Dedko z nich ešte pil.', category: 'Zeleň a verejné priestory', cost: 40_000, answer: 'Dva pramene sa dajú obnoviť, vodu treba skúšať.' },
  { title: 'Menej svetla v noci', text: 'Lampy svietia do spální aj do lesa.', category: 'Zeleň a verejné priestory', cost: 70_000, answer: 'Rieši sa pri výmene svietidiel.' },
  { title: 'Zelené strechy na zastávkach', text: 'Včely aj chládok.', category: 'Zeleň a verejné priestory', cost: 55_000, answer: 'Nové zastávky ich unesú, staré nie.' },
  { title: 'Letné kino v okolitých obciach', text: 'Každý týždeň inde.', category: 'Kultúra, šport a komunita', cost: 35_000, answer: 'Jedno pojazdné kino pre šesť obcí.' },
  { title: 'Dielňa opráv', text: 'Kde mi niekto ukáže, ako opraviť mixér.', category: 'Kultúra, šport a komunita', cost: 80_000, answer: 'Priestor sa nájde v budove pri stanici.' },
  { title: 'Spoločný kalendár podujatí', text: 'Dozvedám sa o všetkom deň po tom.', category: 'Kultúra, šport a komunita', cost: 15_000, answer: 'Dá sa urobiť z kalendárov, ktoré obce už majú.' },
  { title: 'Ihriská otvorené aj popoludní', text: 'Školské dvory sú zamknuté.', category: 'Kultúra, šport a komunita', cost: 50_000, answer: 'Treba správcu na každé ihrisko.' },
  { title: 'Klub seniorov s počítačmi', text: 'Vnúčatá nám to ukážu, keď bude kde.', category: 'Kultúra, šport a komunita', cost: 20_000, answer: 'Knižnica má miesto dvakrát v týždni.' },
  { title: 'Krytá plaváreň pre celé okolie', text: 'Deti z obcí nevedia plávať.', category: 'Kultúra, šport a komunita', cost: 9_500_000, answer: 'Presahuje peniaze stratégie desaťnásobne.' },
  { title: 'Slovenčina pre nových susedov', text: 'Večerné hodiny pre ľudí z Ukrajiny aj odinakiaľ.', category: 'Kultúra, šport a komunita', cost: 28_000, answer: 'Kurzy môže viesť univerzita v priestoroch mesta.' },
];

export const criteria = [
  { kind: 'points', title: 'Koľkým ľuďom to pomôže', description: 'Aj mimo mesta, v celom území.', weight: 3, scaleMax: 5 },
  { kind: 'points', title: 'Ako rýchlo sa to dá urobiť', description: '5 je do roka.', weight: 2, scaleMax: 5 },
  { kind: 'must', title: 'Slúži viac než jednej obci', description: 'Peniaze sú na spoločné projekty.' },
] as const;

export const vote = {
  title: 'Ktoré spoločné projekty majú byť prvé',
  intro: 'Dvadsaťpäť projektov v troch kategóriách, každý odborne posúdený. V každej kategórii vyberte najviac tri. Tri s najviac hlasmi dostane kooperačná rada.',
  most: 3,
  letters: 160,
  /** So many voted; of each category all but so many of them chose its first project, its second, its third. */
  voters: 60,
  without: [6, 15, 24],
} as const;

export const dossier = {
  title: 'Spoločné projekty integrovanej územnej stratégie',
  summary: 'Deväť projektov, ktoré si obyvatelia vybrali z dvadsiatich piatich, s posúdením útvaru a s tým, čo ľudia napísali.',
};
export const opinion = { reasoning: 'Projekt slúži viacerým obciam a obyvatelia si ho vybrali.', vote: { for: 3, against: 0, abstained: 0 } } as const;
export const position = { verdict: 'support', reason: 'Prešli sme si miesta s ľuďmi, ktorí projekt navrhli. Dáva zmysel v celom území.' } as const;
export const decision = {
  number: '7/2023 – KR',
  text: 'Kooperačná rada schvaľuje zaradenie deviatich projektov do integrovanej územnej stratégie.',
  reasons: 'Medzi prvými tromi v kategórii, posúdenie kladné, spoluúčasť obcí prisľúbená.',
};
export const carriedOver = {
  programme: 'Program rozvoja mesta na roky 2024 – 2030',
  reason: 'V hlasovaní neuspel medzi prvé tri. Pokračuje v programe rozvoja, kde sa naň hľadajú iné peniaze.',
};

export const plan = { title: 'Integrovaná územná stratégia: spoločné projekty 2023 – 2027', fromOn: '2023-07-01', untilOn: '2027-12-31', vision: 'Mesto a obce stavajú spolu to, čo si ľudia spolu vybrali.' };
export const commitment = {
  title: 'Uskutočniť projekty vybrané v ideathone', summary: 'Projekty, ktoré schválila kooperačná rada, majú vlastníka, termín a zverejnený stav.', problem: process.problem, statusQuo: process.statusQuo,
  action: 'Pripraviť, financovať a postaviť vybrané projekty.', contribution: 'Obyvatelia vidia, čo sa stalo s tým, čo navrhli.', vision: plan.vision, values: ['Občianska participácia'], resources: '', amount: null, currency: 'EUR', isAmountApproximate: false, funding: null, language: 'sk',
} as const;
/** Days from the loading of the demo, where they lie ahead. */
export const milestones = [
  { of: 'Bezpečná cesta do školy na bicykli', title: 'Oddelený chodník pre bicykle cez Štiavničky', output: 'space', state: 'in-progress', percent: 60, progress: 'Hotová je časť od školy po most, druhá sa stavia.', dueDay: 200 },
  { of: 'Nábrežie Hrona, pri ktorom sa dá sedieť', title: 'Prvý zostup k rieke s lavičkami', output: 'space', state: 'done', percent: 100, progress: 'Otvorený, sedáva sa na ňom každý večer.', dueDay: null },
  { of: 'Dielňa opráv', title: 'Dielňa v budove pri stanici', output: 'space', state: 'not-started', percent: 0, progress: '', dueDay: 320 },
] as const;
