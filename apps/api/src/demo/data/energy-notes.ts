import type { Sector } from '@spolu/contracts/common';
import type { NoteColour } from '@spolu/contracts/boards';

/** The topic of the workshop that is running: sixty notes in six categories. Invented; nobody real said it. */
export const energyTopic = {
  title: 'Energetická udržateľnosť mesta',
  guidingQuestion: 'Ako by sme mohli spoločne znížiť spotrebu energie v meste a vyrobiť viac vlastnej čistej energie?',
} as const;

export type Category = 'problem' | 'potreba' | 'napad' | 'obava' | 'zdroj' | 'otazka';

export const categories: readonly { key: Category; title: string; colour: NoteColour }[] = [
  { key: 'problem', title: 'Čo nás trápi', colour: 'pink' },
  { key: 'potreba', title: 'Čo potrebujeme', colour: 'orange' },
  { key: 'napad', title: 'Nápady a riešenia', colour: 'yellow' },
  { key: 'obava', title: 'Obavy a riziká', colour: 'violet' },
  { key: 'zdroj', title: 'Čo už máme', colour: 'green' },
  { key: 'otazka', title: 'Otázky', colour: 'blue' },
];

export interface DemoNote {
  category: Category;
  sector: Sector;
  text: string;
}

export const energyNotes: readonly DemoNote[] = [
  { category: 'problem', sector: 'residents', text: 'V paneláku máme staré stúpačky a teplo uniká, kým príde na najvyššie poschodie.' },
  { category: 'problem', sector: 'public', text: 'Školské budovy kúrime aj cez víkend, lebo regulácia sa nedá nastaviť na diaľku.' },
  { category: 'problem', sector: 'business', text: 'Návratnosť investícií je pre malé firmy pridlhá a banka chce priveľa papierov.' },
  { category: 'problem', sector: 'residents', text: 'Účet za kúrenie nám za dva roky narástol skoro o polovicu.' },
  { category: 'problem', sector: 'ngo', text: 'Ľudia nevedia, na aké dotácie majú nárok a kde s tým začať.' },
  { category: 'problem', sector: 'public', text: 'Nemáme jeden prehľad o spotrebe všetkých mestských budov.' },
  { category: 'problem', sector: 'academia', text: 'Údaje o spotrebe sú roztrúsené, každý odbor má vlastnú tabuľku.' },
  { category: 'problem', sector: 'business', text: 'Pripojenie fotovoltiky do siete trvá mesiace a nikto nevie povedať prečo.' },
  { category: 'problem', sector: 'ngo', text: 'Domácnosti v energetickej chudobe nemajú peniaze ani na výmenu okien.' },
  { category: 'problem', sector: 'residents', text: 'Verejné osvetlenie na sídlisku svieti naplno aj o tretej ráno.' },
  { category: 'potreba', sector: 'public', text: 'Potrebujeme energetického manažéra, ktorý bude mať právomoc naprieč odbormi.' },
  { category: 'potreba', sector: 'residents', text: 'Jedno miesto, kde mi niekto bez žargónu vysvetlí, čo sa oplatí mne doma.' },
  { category: 'potreba', sector: 'business', text: 'Predvídateľné podmienky aspoň na päť rokov, inak neinvestujeme.' },
  { category: 'potreba', sector: 'academia', text: 'Otvorené údaje o spotrebe budov po hodinách, nie raz za rok.' },
  { category: 'potreba', sector: 'ngo', text: 'Pomoc s vybavovaním žiadostí pre dôchodcov a rodiny s nízkym príjmom.' },
  { category: 'potreba', sector: 'public', text: 'Pasport budov s energetickou triedou a odhadom investície.' },
  { category: 'potreba', sector: 'residents', text: 'Aby správca domu vedel porovnať náš vchod s podobnými domami v meste.' },
  { category: 'potreba', sector: 'business', text: 'Kontaktný bod na úrade, ktorý odpovie do desiatich dní.' },
  { category: 'potreba', sector: 'academia', text: 'Dlhodobú dohodu univerzity a mesta o zdieľaní dát a študentských prácach.' },
  { category: 'potreba', sector: 'ngo', text: 'Zrozumiteľné príklady z nášho mesta, nie zo zahraničia.' },
  { category: 'napad', sector: 'public', text: 'Fotovoltika na strechách všetkých základných škôl a plavárne.' },
  { category: 'napad', sector: 'residents', text: 'Komunitná elektráreň – susedia zložia peniaze a delia sa o vyrobenú elektrinu.' },
  { category: 'napad', sector: 'business', text: 'Energetické spoločenstvo mesta, nemocnice a priemyselného parku.' },
  { category: 'napad', sector: 'academia', text: 'Zdieľať odpadové teplo z výroby do blízkeho sídliska.' },
  { category: 'napad', sector: 'ngo', text: 'Energetická poradňa v knižnici každý druhý utorok.' },
  { category: 'napad', sector: 'public', text: 'Stmievať lampy medzi jednou a štvrtou ráno, pri priechodoch nechať plný jas.' },
  { category: 'napad', sector: 'academia', text: 'Súťaž škôl o najväčšiu úsporu, polovica ušetrených peňazí zostane škole.' },
  { category: 'napad', sector: 'residents', text: 'Požičovňa termokamier – nech si každý dom nájde, kde mu uniká teplo.' },
  { category: 'napad', sector: 'business', text: 'Mestský fond, kde sa splátky z úspor použijú na ďalší projekt.' },
  { category: 'napad', sector: 'ngo', text: 'Tieniť okná škôl stromami a zelenými stenami, nie klimatizáciou.' },
  { category: 'obava', sector: 'residents', text: 'Bojím sa, že zateplenie zdvihne nájomné a staršie nájomníčky to nezvládnu.' },
  { category: 'obava', sector: 'public', text: 'Ak dotácia nepríde včas, mesto bude musieť stavbu financovať z úveru.' },
  { category: 'obava', sector: 'business', text: 'Zmena pravidiel výkupu nám pokazí celý obchodný plán.' },
  { category: 'obava', sector: 'ngo', text: 'Partnerstvo zostane na papieri a stretnutia sa po roku vytratia.' },
  { category: 'obava', sector: 'academia', text: 'Bez merania pred obnovou nikdy nedokážeme, že sme naozaj ušetrili.' },
  { category: 'obava', sector: 'residents', text: 'Po stmievaní sa budú ženy báť chodiť domov cez park.' },
  { category: 'obava', sector: 'public', text: 'Po voľbách sa priority zmenia a rozbehnuté projekty zastanú.' },
  { category: 'obava', sector: 'business', text: 'Verejné obstarávanie na najnižšiu cenu prinesie nekvalitnú techniku.' },
  { category: 'obava', sector: 'ngo', text: 'Kampaň osloví len tých, ktorí to už robia.' },
  { category: 'obava', sector: 'residents', text: 'Panely na historických strechách môžu pokaziť vzhľad centra.' },
  { category: 'zdroj', sector: 'academia', text: 'Na univerzite máme laboratórium, kde vieme merať tepelné straty.' },
  { category: 'zdroj', sector: 'public', text: 'Mesto má schválený rozpočet na energetické audity piatich budov.' },
  { category: 'zdroj', sector: 'business', text: 'Tri miestne firmy už vyrábajú komponenty pre tepelné čerpadlá.' },
  { category: 'zdroj', sector: 'ngo', text: 'Sieť dobrovoľníkov, ktorí chodia po domácnostiach s poradenstvom.' },
  { category: 'zdroj', sector: 'public', text: 'Údaje z diaľkových meračov v škôlkach zbierame už druhý rok.' },
  { category: 'zdroj', sector: 'residents', text: 'Naše spoločenstvo vlastníkov má skúsenosť s obnovou, radi ju ukážeme.' },
  { category: 'zdroj', sector: 'academia', text: 'Študenti architektúry môžu pripraviť návrhy zelených striech zadarmo.' },
  { category: 'zdroj', sector: 'business', text: 'Voľná strecha haly, ktorú ponúkame na spoločnú fotovoltiku.' },
  { category: 'zdroj', sector: 'public', text: 'Máme kontakty na partnerské mestá, ktoré komunitnú energetiku už spustili.' },
  { category: 'zdroj', sector: 'ngo', text: 'Vieme získať malé granty na osvetu a školenia.' },
  { category: 'otazka', sector: 'residents', text: 'Môžem predávať susedovi elektrinu zo strechy a čo na to treba?' },
  { category: 'otazka', sector: 'public', text: 'Koľko by stálo obnoviť všetkých osem škôlok a za aký čas?' },
  { category: 'otazka', sector: 'business', text: 'Kto bude správcom energetického spoločenstva a kto ponesie riziko?' },
  { category: 'otazka', sector: 'academia', text: 'Podľa akého ukazovateľa budeme merať úspech – kWh, eurá alebo CO₂?' },
  { category: 'otazka', sector: 'ngo', text: 'Ako zaručíme, že podpora príde aj k najzraniteľnejším domácnostiam?' },
  { category: 'otazka', sector: 'residents', text: 'Prečo sa v úrade svieti aj v sobotu večer?' },
  { category: 'otazka', sector: 'public', text: 'Ktorý odbor bude mať túto agendu na starosti po skončení projektu?' },
  { category: 'otazka', sector: 'business', text: 'Dá sa úspora garantovať zmluvou, aby sme nemuseli platiť vopred?' },
  { category: 'otazka', sector: 'academia', text: 'Aké údaje môžeme zverejniť bez porušenia súkromia domácností?' },
  { category: 'otazka', sector: 'ngo', text: 'Kto pripraví informácie v ľahko čitateľnom jazyku a v iných jazykoch?' },
];
