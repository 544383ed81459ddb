/** The ideathon of Banská Bystrica in spring 2023 as a story to be played; who said what is invented. */

export const PROCESS = {
  title: 'Integrovaná územná stratégia funkčnej mestskej oblasti',
  problem: 'Mesto a okolité obce majú dostať peniaze na spoločné projekty. Nevieme, ktoré z nich ľudia v území naozaj potrebujú.',
  statusQuo: 'Projekty doteraz navrhovali úrady samy; obyvatelia sa k nim vyjadrovali, až keď boli hotové.',
  goals: ['Vybrať spoločné projekty, o ktorých rozhodnú aj obyvatelia', 'Odpovedať každému, kto nápad napísal'],
};
export const PHASES = [
  { title: 'Ideathon a nápady od obyvateľov', fromOn: '2023-04-01', untilOn: '2023-04-24' },
  { title: 'Odborné posúdenie', fromOn: '2023-04-25', untilOn: '2023-05-24' },
  { title: 'Verejné hlasovanie', fromOn: '2023-05-25', untilOn: '2023-06-08' },
  { title: 'Kooperačná rada', fromOn: '2023-06-09', untilOn: '2023-07-31' },
];
export const SECTORS = ['public', 'business', 'ngo', 'academia', 'residents'] as const;
/** Members of the council without an account. */
export const MAYORS = ['Ján Dolinský', 'Mária Horná'];
export const COUNCIL = 'Kooperačná rada funkčnej mestskej oblasti';
export const PROGRAMME = 'Program rozvoja mesta na roky 2024 – 2030';

export const CATEGORIES = ['Zeleň a verejné priestory', 'Doprava', 'Kultúra, šport a komunita'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The phones of the hall that have a screen here; what they write stands with the others' notes below. */
export const ANNA_WROTE = 'Syn chodí do školy na bicykli a cez Štiavničky nemá kadiaľ.';
export const ZUZANA_WROTE = 'Pri škole stojí každé ráno rad áut. Deti by šli aj pešo, keby sa nebáli.';
export const PETER_WROTE = 'Prázdna škola v Majeri je suchá a má dvor. Stačilo by ju otvoriť.';

/** Clusters as the hall made them, each with the idea that it became. */
export const CLUSTERS: readonly { title: string; idea: string; category: Category; notes: readonly string[] }[] = [
  {
    title: 'Do školy bez auta', idea: 'Bezpečná cesta do školy na bicykli', category: 'Doprava',
    notes: [ANNA_WROTE, ZUZANA_WROTE, 'Priechod pri ZŠ Spojová treba osvetliť.', 'Stojany na bicykle pred školami, ktoré sa dajú zamknúť.', 'Spomaliť autá na ceste k škôlke.'],
  },
  {
    title: 'Spoje, ktoré na seba čakajú', idea: 'Jeden lístok a spoje, ktoré na seba čakajú', category: 'Doprava',
    notes: ['Vlak príde o tri minúty po autobuse.', 'Z Kynceľovej sa po ôsmej večer nedostanem domov.', 'Jeden lístok na autobus aj vlak.', 'Cestovné poriadky, ktoré prečíta aj moja mama.'],
  },
  {
    title: 'Život v prázdnych budovách', idea: 'Otvoriť prázdne budovy ľuďom', category: 'Kultúra, šport a komunita',
    notes: [PETER_WROTE, 'Skladisko pri stanici by mohlo byť dielňou.', 'Nemáme kde skúšať, hráme v garáži.', 'Obce okolo majú kultúrne domy a nikto v nich nesvieti.'],
  },
  {
    title: 'Pri rieke', idea: 'Nábrežie Hrona, pri ktorom sa dá sedieť', category: 'Zeleň a verejné priestory',
    notes: ['K Hronu sa nedá zísť.', 'Lavičky pri vode, nie pri parkovisku.', 'Pri rieke je v lete chladnejšie, a nikto tam nie je.', 'Chodník popri vode až do Slovenskej Ľupče.', 'Deti nevedia, že máme rieku.'],
  },
  {
    title: 'Tieň v lete', idea: 'Stromy a tieň na sídliskách', category: 'Zeleň a verejné priestory',
    notes: ['Na Fončorde sa v júli nedá sedieť vonku.', 'Stromy namiesto betónu pri zastávkach.', 'Dvory medzi panelákmi sú prázdne.', 'Kto bude nové stromy polievať?'],
  },
];

/** What residents add online; the first says the same as an idea of the hall in other words. */
export const ONLINE: readonly { title: string; text: string; category: Category }[] = [
  { title: 'Bezpečne do školy na bicykli aj pešo', text: 'Oddeliť cyklistov od áut na Štiavničkách a na Spojovej.', category: 'Doprava' },
  { title: 'Požičovňa nákladných bicyklov', text: 'Na nákup a na deti by ma to odnaučilo brať auto.', category: 'Doprava' },
  { title: 'Záchytné parkovisko pri Rooseveltovej nemocnici', text: 'Kto príde z obcí, nech prestúpi na autobus.', category: 'Doprava' },
  { title: 'Chodník medzi Malachovom a Radvaňou', text: 'Ľudia idú po krajnici.', category: 'Doprava' },
  { title: 'Zastávky so svetlom a strechou', text: 'V zime sa čaká potme.', category: 'Doprava' },
  { title: 'Nočný autobus v piatok a v sobotu', text: 'Aby mladí nešli domov autom po pive.', category: 'Doprava' },
  { title: 'Nabíjačky pri obecných úradoch', text: 'Aj pre tých, čo bývajú v paneláku.', category: 'Doprava' },
  { title: 'Náučný chodník po Urpíne', text: 'S lavičkami a tabuľami, ktoré píšu školáci.', category: 'Zeleň a verejné priestory' },
  { title: 'Komunitné záhrady na Sásovej', text: 'Je tam lúka, ktorú mesto len kosí.', category: 'Zeleň a verejné priestory' },
  { title: 'Zadržať dažďovú vodu na dvoroch', text: 'Po búrke tečie všetko do kanála.', category: 'Zeleň a verejné priestory' },
  { title: 'Psie lúky pri sídliskách', text: 'Nech sa deti hrajú inde než psy.', category: 'Zeleň a verejné priestory' },
  { title: 'Obnoviť pramene v lesoparku', text: 'Dedko z nich ešte pil.', category: 'Zeleň a verejné priestory' },
  { title: 'Menej svetla v noci', text: 'Lampy svietia do spální aj do lesa.', category: 'Zeleň a verejné priestory' },
  { title: 'Zelené strechy na zastávkach', text: 'Včely aj chládok.', category: 'Zeleň a verejné priestory' },
  { title: 'Letné kino v okolitých obciach', text: 'Každý týždeň inde.', category: 'Kultúra, šport a komunita' },
  { title: 'Dielňa opráv', text: 'Kde mi niekto ukáže, ako opraviť mixér.', category: 'Kultúra, šport a komunita' },
  { title: 'Spoločný kalendár podujatí', text: 'Dozvedám sa o všetkom deň po tom.', category: 'Kultúra, šport a komunita' },
  { title: 'Ihriská otvorené aj popoludní', text: 'Školské dvory sú zamknuté.', category: 'Kultúra, šport a komunita' },
  { title: 'Klub seniorov s počítačmi', text: 'Vnúčatá nám to ukážu, keď bude kde.', category: 'Kultúra, šport a komunita' },
  { title: 'Krytá plaváreň pre celé okolie', text: 'Deti z obcí nevedia plávať.', category: 'Kultúra, šport a komunita' },
  { title: 'Slovenčina pre nových susedov', text: 'Večerné hodiny pre ľudí z Ukrajiny aj odinakiaľ.', category: 'Kultúra, šport a komunita' },
];
export const MERGED = CLUSTERS[0]!.idea;
/** Written on a phone; it is not taken and goes on elsewhere. */
export const RESIDENTS_IDEA = ONLINE.find(({ title }) => title.startsWith('Klub seniorov'))!;

export const CRITERIA = [
  { kind: 'points', title: 'Koľkým ľuďom to pomôže', description: 'Aj mimo mesta, v celom území.', weight: 3, scaleMax: 5 },
  { kind: 'points', title: 'Ako rýchlo sa to dá urobiť', description: '5 je do roka.', weight: 2, scaleMax: 5 },
  { kind: 'must', title: 'Slúži viac než jednej obci', description: 'Peniaze sú na spoločné projekty.' },
] as const;
export const DEPARTMENT_SAID = 'Trasu cez Štiavničky vieme oddeliť od áut na jar; pozemky sú mestské.';
export const COUNCIL_SAID = 'Rada podporuje: cesta do školy patrí deťom a spája tri obce.';
export const DECIDED = { number: '7/2023-KR', why: 'Najviac hlasov v doprave, kladné posúdenie a hotový projekt prvej časti.' };
export const CARRIED_WHY = 'V hlasovaní neuspel medzi prvé tri. Hodí sa do programu rozvoja, kde sa naň hľadajú iné peniaze.';
export const MILESTONE = { title: 'Oddelený chodník pre bicykle cez Štiavničky', progress: 'Stavebné povolenie je vydané, stavať sa začne v apríli.' };
