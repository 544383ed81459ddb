/** Ideas that residents put on the plan since ideas are taken online, and the plan they put them on. */
export const intake = { fromDay: -20, untilDay: 40, categories: ['Budovy', 'Výroba energie', 'Ľudia a zvyky'] } as const;

/** Invented: a drawing in which one finds one's way, not a map of any town. North is up; where in the world its edges lie nobody can say. */
export const planDescription = 'Schéma mesta, nie mapa: rieka tečie zo severovýchodu na juh, v jej ohybe je staré mesto s námestím, okolo neho obchvat. Na východe sídlisko a škola, na severe park, na juhu stanica.';

const [LAND, BLOCKS, TOWN, HOUSES, SQUARE, WATER, GREEN, ROAD, EDGE, RAIL] = ['#f3efe4', '#e4ddcd', '#ead7c0', '#cdb79c', '#faf6ec', '#a9cfe3', '#c9dfb5', '#ffffff', '#b9b09c', '#6d6a64'];
const RIVER = 'M1240 -30 C1100 120 980 150 900 260 S 660 330 560 450 S 500 690 600 800 S 640 1010 560 1240';
const RING = 'M800 240 C1120 240 1230 420 1210 640 S 1010 980 770 970 S 330 830 350 590 S 520 240 800 240 Z';
const STREETS = 'M-20 320 L440 420 L760 590 L1180 520 L1620 420 M760 590 L740 970 L690 1220 M760 590 L800 240 L765 -20 M1210 640 L1620 777 M350 590 L-20 717';
/** Left, top, width and height of houses: the old town in the bend of the river, the housing estate in the east, the school, the works by the railway. */
const OLD_TOWN = [[660, 480, 74, 52], [800, 470, 60, 66], [880, 490, 80, 50], [650, 660, 66, 80], [860, 620, 90, 46], [800, 700, 54, 70], [880, 700, 70, 60], [640, 760, 84, 50]];
const ESTATE = [[1290, 545, 34, 110], [1350, 560, 34, 110], [1410, 575, 34, 110], [1300, 800, 130, 34], [1300, 860, 130, 34], [1300, 920, 130, 34], [1470, 830, 34, 130]];
const ELSEWHERE = [[1050, 560, 90, 60], [1060, 620, 50, 50], [330, 1030, 150, 60], [150, 1030, 120, 60], [880, 1050, 90, 44], [180, 430, 60, 44], [180, 540, 60, 44], [100, 480, 50, 44]];

/** Drawn here, of forms of our own. */
export const planDrawing = [
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="${LAND}"/>`,
  `<path d="M0 0 H720 C640 120 420 210 0 190 Z M1600 1200 H1080 C1180 1060 1400 1040 1600 1080 Z" fill="${GREEN}"/><ellipse cx="600" cy="150" rx="210" ry="100" fill="${GREEN}"/>`,
  `<ellipse cx="780" cy="620" rx="260" ry="210" fill="${TOWN}"/><rect x="1255" y="525" width="290" height="460" rx="40" fill="${BLOCKS}"/>`,
  `<path d="${RIVER}" fill="none" stroke="${WATER}" stroke-width="62"/>`,
  ...[[EDGE, 22], [ROAD, 16]].map(([colour, width]) => `<path d="${STREETS}" fill="none" stroke="${colour}" stroke-width="${width}"/>`),
  ...[[EDGE, 34], [ROAD, 26]].map(([colour, width]) => `<path d="${RING}" fill="none" stroke="${colour}" stroke-width="${width}"/>`),
  `<rect x="735" y="550" width="110" height="86" rx="8" fill="${SQUARE}" stroke="${EDGE}" stroke-width="4"/>`,
  ...[...OLD_TOWN, ...ESTATE, ...ELSEWHERE].map(([x, y, width, height]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${HOUSES}"/>`),
  `<path d="M0 1130 C300 1110 520 1150 800 1120 S 1300 1150 1600 1010" fill="none" stroke="${RAIL}" stroke-width="9"/><path d="M0 1130 C300 1110 520 1150 800 1120 S 1300 1150 1600 1010" fill="none" stroke="${LAND}" stroke-width="4" stroke-dasharray="18 14"/>`,
  '</svg>',
].join('');

/** From the left edge and the top, as shares; on days counted from today. */
export const ideas = [
  { day: -12, title: 'Solárne panely na streche školy', text: 'Strecha je rovná a celý deň na nej svieti slnko. Deti by na chodbe videli, koľko práve vyrába.', category: 'Výroba energie', name: 'Základná škola pri sídlisku', x: 0.684, y: 0.492 },
  { day: -11, title: 'Tieň pre zastávku pri stanici', text: 'Zastávka z plechu sa v lete rozpáli. Stačil by strom a strieška so solárnym svetlom.', category: 'Budovy', name: 'Pred stanicou', x: 0.575, y: 0.893 },
  { day: -9, title: 'Zatepliť schodisko, nielen byty', text: 'Náš panelák má nové okná, ale schodisko kúri von. Poraďte domom, ako začať.', category: 'Budovy', name: 'Sídlisko', x: 0.852, y: 0.745 },
  { day: -8, title: 'Nočné svetlo v parku len na pohyb', text: 'V parku svieti celú noc šesťdesiat lámp a nikto tam nie je.', category: 'Ľudia a zvyky', name: 'Park na severe', x: 0.385, y: 0.13 },
  { day: -6, title: 'Malá vodná elektráreň na starom jaze', text: 'Jaz tam je, voda tiež. Nech niekto preverí, či sa oplatí a čo na to ryby.', category: 'Výroba energie', name: 'Jaz na rieke', x: 0.316, y: 0.5 },
  { day: -5, title: 'Energetická poradňa aj na námestí', text: 'Raz za mesiac stánok na trhu. Kto nejde do knižnice, na trh príde.', category: 'Ľudia a zvyky', name: 'Námestie', x: 0.494, y: 0.494 },
  { day: -3, title: 'Stojany na bicykle pri poliklinike', text: 'Kto príde na bicykli, nemá ho kde nechať, tak ide autom.', category: 'Ľudia a zvyky', name: 'Cesta k sídlisku', x: 0.79, y: 0.442 },
] as const;
