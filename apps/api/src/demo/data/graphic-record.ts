import type { Drawing, Drawn } from '@spolu/board/drawing/drawing';
import type { Measure } from '@spolu/board/drawing/fit-text';

/** What somebody drew on the wall while the finished workshop spoke; invented, of forms of our own. */
export const graphicRecord = {
  caption: 'Kreslený záznam dielne: päť vecí, na ktorých sme sa zhodli.',
  alt: 'Kreslený záznam: uprostred dom, z ktorého uniká teplo, okolo neho päť obrázkov so slovami Vidieť, koľko míňame; Elektrina z vlastných striech; Poradiť ľuďom zrozumiteľne; Svietiť a kúriť, len keď treba; Robiť to spolu a natrvalo.',
  draw,
};

const [PAPER, INK, YELLOW, GREEN, BLUE, RED, PURPLE] = ['#fdfcf7', '#24292f', '#ffd75e', '#b7e3a1', '#a9d4ef', '#f2a48f', '#d3c3ec'];
const [WIDTH, HEIGHT] = [1_600, 1_000];

const line = (path: string, fill: string | null = null, lineWidth = 6): Drawn => ({ kind: 'path', path, fill, line: INK, lineWidth, opacity: 1 });
const spot = (path: string, fill: string): Drawn => ({ kind: 'path', path, fill, line: null, lineWidth: 0, opacity: 0.75 });
const circle = (x: number, y: number, r: number) => `M${x - r} ${y} A${r} ${r} 0 1 1 ${x + r} ${y} A${r} ${r} 0 1 1 ${x - r} ${y} Z`;
/** Not quite round, as a hand fills a place with colour. */
const cloud = (x: number, y: number, colour: string) => spot(`M${x - 190} ${y + 20} C${x - 210} ${y - 130} ${x - 70} ${y - 150} ${x} ${y - 128} C${x + 130} ${y - 160} ${x + 215} ${y - 60} ${x + 185} ${y + 30} C${x + 195} ${y + 130} ${x + 50} ${y + 140} ${x - 10} ${y + 122} C${x - 120} ${y + 150} ${x - 190} ${y + 110} ${x - 190} ${y + 20} Z`, colour);

/** Each with the words under it. */
const PICTURES: readonly { x: number; y: number; colour: string; words: readonly string[]; forms: readonly Drawn[] }[] = [
  {
    x: 290, y: 300, colour: BLUE, words: ['Vidieť,', 'koľko míňame'],
    forms: [line('M210 340 V220 M210 340 H380'), line('M240 340 V300 H265 V340 M285 340 V265 H310 V340 M330 340 V235 H355 V340', PAPER), line('M225 255 Q270 235 300 225 T375 195'), line('M355 193 L377 194 L370 214')],
  },
  {
    x: 1_310, y: 300, colour: YELLOW, words: ['Elektrina', 'z vlastných striech'],
    forms: [line(circle(1_390, 215, 30), '#fff3b8'), line('M1390 165 V150 M1440 215 H1456 M1425 180 L1437 168 M1355 180 L1343 168 M1425 250 L1437 262'), line('M1190 345 L1250 250 H1370 L1430 345 Z', PAPER), line('M1220 298 H1400 M1290 250 L1270 345 M1335 250 L1350 345', null, 4)],
  },
  {
    x: 250, y: 720, colour: GREEN, words: ['Poradiť ľuďom', 'zrozumiteľne'],
    forms: [line('M165 660 H285 Q300 660 300 675 V725 Q300 740 285 740 H225 L195 768 L200 740 H165 Q150 740 150 725 V675 Q150 660 165 660 Z', PAPER), line('M178 688 H272 M178 710 H245', null, 5), line(circle(345, 690, 24), PAPER), line('M305 770 Q310 722 345 722 Q382 722 386 770')],
  },
  {
    x: 1_340, y: 720, colour: PURPLE, words: ['Svietiť a kúriť,', 'len keď treba'],
    forms: [line('M1270 775 V665 Q1270 640 1300 640 H1330'), line('M1318 630 H1362 L1376 662 H1304 Z', YELLOW), line('M1310 678 L1292 735 M1340 680 V742 M1370 678 L1390 735', null, 4), line('M1425 640 A42 42 0 1 0 1450 715 A34 34 0 1 1 1425 640 Z', PAPER)],
  },
  {
    x: 800, y: 725, colour: RED, words: ['Robiť to spolu', 'a natrvalo'],
    forms: [690, 762, 838, 910].flatMap((x) => [line(circle(x, 670, 22), PAPER), line(`M${x - 34} 765 Q${x - 30} 703 ${x} 703 Q${x + 30} 703 ${x + 34} 765`)]),
  },
];

const HOUSE: readonly Drawn[] = [
  line('M640 400 L800 270 L960 400', null, 9), line('M670 385 V560 H930 V385', PAPER, 9), line('M770 560 V480 H830 V560', YELLOW), line('M700 420 H750 V465 H700 Z M850 420 H900 V465 H850 Z', YELLOW),
  ...[[710, 300, -1], [890, 300, 1], [980, 470, 1], [620, 470, -1]].map(([x = 0, y = 0, to = 1]) => ({ ...line(`M${x} ${y} q${22 * to} -14 ${34 * to} 6 t${34 * to} 6 t${34 * to} 6`), line: '#b3261e' }) as Drawn),
];
const ARROWS: readonly Drawn[] = ['M640 360 Q560 310 500 310', 'M960 360 Q1040 310 1100 310', 'M640 550 Q540 640 450 680', 'M960 550 Q1060 640 1140 690', 'M800 572 V588'].map((path) => ({ ...line(path, null, 4), opacity: 0.6 }) as Drawn);

function draw(measure: Measure): Drawing {
  const words = (text: string, x: number, y: number, fontSize: number, bold = false): Drawn => {
    const width = (measure(text) * fontSize) / 16;
    return { kind: 'words', text, x: x - width / 2, y, width, fontSize, bold, colour: INK };
  };
  return {
    x: 0, y: 0, width: WIDTH, height: HEIGHT, background: '#e6e0d2',
    items: [
      { kind: 'box', x: 30, y: 30, width: WIDTH - 60, height: HEIGHT - 60, radius: 6, fill: PAPER, line: '#cfc8b8', lineWidth: 2 },
      words('Kde strácame energiu?', WIDTH / 2, 130, 64, true),
      ...ARROWS, ...HOUSE,
      ...PICTURES.flatMap(({ x, y, colour, words: said, forms }) => [cloud(x, y, colour), ...forms, ...said.map((text, i) => words(text, x, y + 160 + i * 42, 36, true))]),
    ],
  };
}
