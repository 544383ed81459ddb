import type { AnswerOf, Gradient, Secrecy } from '@spolu/contracts/activities/answers';
import type { LateTold } from '@spolu/contracts/activities/late';
import type { Language } from '@spolu/contracts/common';
import type { FINGERS } from '@spolu/contracts/plain';
import { QUESTION_WORDS, type QuestionWords } from '../question/question-words.ts';

/** What stands in documents beside the answers themselves. */
export interface AnswerWords {
  turnout: (given: number, eligible: number) => string;
  late: (late: LateTold) => string;
  heldAs: (secrecy: string) => string;
  secrecy: Record<Secrecy, string>;
  nobody: string;
  answer: string;
  option: string;
  count: string;
  rounds: string;
  round: (number: number) => string;
  bySector: string;
  stances: Record<AnswerOf<'consent'>['stance'], string>;
  agreed: string;
  objections: string;
  concerns: string;
  fingers: Record<(typeof FINGERS)[number], string>;
  fist: Record<'agreed' | 'talk' | 'stopped', string>;
  median: (median: string) => string;
  gradients: Record<Gradient, string>;
  sum: (support: number, against: number, all: number) => string;
  borda: string;
  schulze: string;
  bothFirst: (title: string) => string;
  differ: string;
  methods: string;
  /** As the language writes it. */
  number: (value: number) => string;
  /** Of several people, with one decimal. */
  mark: (value: number) => string;
  share: (value: number) => string;
  mean: string;
  agree: string;
  tooFew: string;
  agreeScale: string;
  spread: (median: string, from: string, to: string) => string;
  noEstimate: string;
  scale: (max: number) => string;
  question: QuestionWords;
}

const numbers = (language: Language) => {
  const format = new Intl.NumberFormat(language);
  return (value: number) => format.format(value);
};

const marks = (language: Language) => {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (value: number) => format.format(value);
};
const shares = (language: Language) => {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (value: number) => format.format(value);
};

export const ANSWER_WORDS: Record<Language, AnswerWords> = {
  sk: {
    question: QUESTION_WORDS.sk,
    number: numbers('sk'), mark: marks('sk'), share: shares('sk'), mean: 'Priemer (1 až 5)', agree: 'Súhlasí', tooFew: 'menej ako 5 odpovedí', agreeScale: 'Od 1, rozhodne nesúhlasím, po 5, rozhodne súhlasím.',
    late: ({ counted, leftOut }) => `Po skončení prišlo: ${counted + leftOut} (započítané ${counted}, nezapočítané ${leftOut}).`,
    turnout: (given, eligible) => `Odpovedalo ${given} z ${eligible}.`, heldAs: (secrecy) => `Hlasovalo sa: ${secrecy}.`,
    secrecy: { open: 'verejne', blind: 'naslepo', secret: 'tajne' },
    nobody: 'Nikto nezaujal stanovisko.', answer: 'Odpoveď', option: 'Možnosť', count: 'Počet', rounds: 'Kolá vedľa seba', round: (number) => `${number}. kolo`, bySector: 'Podľa sektorov',
    stances: { consent: 'Súhlasím', concern: 'Súhlasím s obavou', objection: 'Mám námietku', 'stand-aside': 'Zdržím sa' },
    agreed: 'Nikto nenamieta: návrh je prijatý.', objections: 'Námietky', concerns: 'Obavy, ktoré majú zaznieť',
    fingers: {
      0: 'Päsť: takto nie',
      1: '1 prst: mám vážne výhrady',
      2: '2 prsty: treba o tom ešte hovoriť',
      3: '3 prsty: dokážem s tým žiť',
      4: '4 prsty: dobrý návrh',
      5: '5 prstov: pridám ruku k dielu',
    },
    fist: {
      agreed: 'Každý ukázal aspoň tri prsty: je to zhoda.',
      talk: 'Niekto ukázal jeden alebo dva prsty: opýtajte sa, čo by pomohlo k trom.',
      stopped: 'Niekto ukázal päsť: návrh takto neprejde.',
    },
    median: (median) => `Prostredná odpoveď (medián): ${median}.`,
    gradients: {
      endorse: 'Plne podporujem',
      'minor-point': 'Podporujem, s drobnou pripomienkou',
      reservations: 'Podporujem s výhradami',
      abstain: 'Zdržím sa',
      'more-talk': 'Treba o tom viac hovoriť',
      'goes-along': 'Nepáči sa mi to, ale nebudem brániť',
      'serious-disagreement': 'Vážne nesúhlasím',
      veto: 'Vetujem',
    },
    sum: (support, against, all) => `Podporuje: ${support}. Vážne proti: ${against}. Odpovedí spolu: ${all}.`,
    borda: 'Borda', schulze: 'Schulze', bothFirst: (title) => `Oba spôsoby rátania dávajú na prvé miesto: ${title}.`,
    differ: 'Na prvom mieste sa oba spôsoby nezhodujú alebo je tam remíza.',
    methods: 'Borda sčíta umiestnenia: čím vyššie, tým viac bodov. Schulze porovnáva možnosti po dvoch: kto koho poráža.',
    spread: (median, from, to) => `${median} (${from} až ${to})`, noEstimate: 'bez odhadu',
    scale: (max) => `Číslo je prostredný odhad (medián), v zátvorke je, kde leží prostredná polovica odhadov. Stupnica 0 až ${max}.`,
  },
  cs: {
    question: QUESTION_WORDS.cs,
    number: numbers('cs'), mark: marks('cs'), share: shares('cs'), mean: 'Průměr (1 až 5)', agree: 'Souhlasí', tooFew: 'méně než 5 odpovědí', agreeScale: 'Od 1, rozhodně nesouhlasím, po 5, rozhodně souhlasím.',
    late: ({ counted, leftOut }) => `Po skončení přišlo: ${counted + leftOut} (započítáno ${counted}, nezapočítáno ${leftOut}).`,
    turnout: (given, eligible) => `Odpovědělo ${given} z ${eligible}.`, heldAs: (secrecy) => `Hlasovalo se: ${secrecy}.`,
    secrecy: { open: 'veřejně', blind: 'naslepo', secret: 'tajně' },
    nobody: 'Nikdo nezaujal stanovisko.', answer: 'Odpověď', option: 'Možnost', count: 'Počet', rounds: 'Kola vedle sebe', round: (number) => `${number}. kolo`, bySector: 'Podle sektorů',
    stances: { consent: 'Souhlasím', concern: 'Souhlasím s obavou', objection: 'Mám námitku', 'stand-aside': 'Zdržím se' },
    agreed: 'Nikdo nenamítá: návrh je přijat.', objections: 'Námitky', concerns: 'Obavy, které mají zaznít',
    fingers: {
      0: 'Pěst: takhle ne',
      1: '1 prst: mám vážné výhrady',
      2: '2 prsty: je třeba o tom ještě mluvit',
      3: '3 prsty: dokážu s tím žít',
      4: '4 prsty: dobrý návrh',
      5: '5 prstů: přiložím ruku k dílu',
    },
    fist: {
      agreed: 'Každý ukázal aspoň tři prsty: je to shoda.',
      talk: 'Někdo ukázal jeden nebo dva prsty: zeptejte se, co by pomohlo ke třem.',
      stopped: 'Někdo ukázal pěst: návrh takhle neprojde.',
    },
    median: (median) => `Prostřední odpověď (medián): ${median}.`,
    gradients: {
      endorse: 'Plně podporuji',
      'minor-point': 'Podporuji, s drobnou připomínkou',
      reservations: 'Podporuji s výhradami',
      abstain: 'Zdržím se',
      'more-talk': 'Je třeba o tom víc mluvit',
      'goes-along': 'Nelíbí se mi to, ale nebudu bránit',
      'serious-disagreement': 'Vážně nesouhlasím',
      veto: 'Vetuji',
    },
    sum: (support, against, all) => `Podporuje: ${support}. Vážně proti: ${against}. Odpovědí celkem: ${all}.`,
    borda: 'Borda', schulze: 'Schulze', bothFirst: (title) => `Oba způsoby počítání dávají na první místo: ${title}.`,
    differ: 'Na prvním místě se oba způsoby neshodují, nebo je tam remíza.',
    methods: 'Borda sčítá umístění: čím výš, tím víc bodů. Schulze porovnává možnosti po dvou: kdo koho poráží.',
    spread: (median, from, to) => `${median} (${from} až ${to})`, noEstimate: 'bez odhadu',
    scale: (max) => `Číslo je prostřední odhad (medián), v závorce je, kde leží prostřední polovina odhadů. Stupnice 0 až ${max}.`,
  },
  en: {
    question: QUESTION_WORDS.en,
    number: numbers('en'), mark: marks('en'), share: shares('en'), mean: 'Mean (1 to 5)', agree: 'Agree', tooFew: 'fewer than 5 answers', agreeScale: 'From 1, strongly disagree, to 5, strongly agree.',
    late: ({ counted, leftOut }) => `Came after the end: ${counted + leftOut} (counted ${counted}, not counted ${leftOut}).`,
    turnout: (given, eligible) => `${given} of ${eligible} answered.`, heldAs: (secrecy) => `How it was held: ${secrecy}.`,
    secrecy: { open: 'open', blind: 'blind', secret: 'secret' },
    nobody: 'Nobody took a stance.', answer: 'Answer', option: 'Option', count: 'Count', rounds: 'Rounds side by side', round: (number) => `Round ${number}`, bySector: 'By sector',
    stances: { consent: 'I consent', concern: 'I consent with a concern', objection: 'I object', 'stand-aside': 'I stand aside' },
    agreed: 'Nobody objects: the proposal is taken.', objections: 'Objections', concerns: 'Concerns to be heard',
    fingers: {
      0: 'Fist: not like this',
      1: '1 finger: I have serious doubts',
      2: '2 fingers: we should talk more',
      3: '3 fingers: I can live with it',
      4: '4 fingers: a good proposal',
      5: '5 fingers: I will help make it happen',
    },
    fist: {
      agreed: 'Everybody shows three fingers or more: it is agreed.',
      talk: 'Somebody shows one or two fingers: ask what would make it three.',
      stopped: 'Somebody shows a fist: the proposal can’t pass like this.',
    },
    median: (median) => `The middle answer (median): ${median}.`,
    gradients: {
      endorse: 'I fully support it',
      'minor-point': 'I agree, with a minor point',
      reservations: 'I support it with reservations',
      abstain: 'I abstain',
      'more-talk': 'We need to talk more',
      'goes-along': 'I don’t like it but will go along',
      'serious-disagreement': 'I seriously disagree',
      veto: 'I veto it',
    },
    sum: (support, against, all) => `In support: ${support}. Seriously against: ${against}. Answers in all: ${all}.`,
    borda: 'Borda', schulze: 'Schulze', bothFirst: (title) => `Both counts put first: ${title}.`,
    differ: 'The two counts do not agree on one for the first place, or there is a tie.',
    methods: 'Borda adds up places: the higher, the more points. Schulze compares options two by two: which one beats which.',
    spread: (median, from, to) => `${median} (${from} to ${to})`, noEstimate: 'no estimate',
    scale: (max) => `The number is the middle estimate (median), in brackets is where the middle half of estimates lies. The scale is 0 to ${max}.`,
  },
  uk: {
    question: QUESTION_WORDS.uk,
    number: numbers('uk'), mark: marks('uk'), share: shares('uk'), mean: 'Середнє (від 1 до 5)', agree: 'Погоджуються', tooFew: 'менше ніж 5 відповідей', agreeScale: 'Від 1, категорично не погоджуюся, до 5, повністю погоджуюся.',
    late: ({ counted, leftOut }) => `Надійшло після завершення: ${counted + leftOut} (зараховано ${counted}, не зараховано ${leftOut}).`,
    turnout: (given, eligible) => `Відповіли ${given} з ${eligible}.`, heldAs: (secrecy) => `Як голосували: ${secrecy}.`,
    secrecy: { open: 'відкрито', blind: 'наосліп', secret: 'таємно' },
    nobody: 'Ніхто не зайняв позиції.', answer: 'Відповідь', option: 'Варіант', count: 'Кількість', rounds: 'Тури поруч', round: (number) => `Тур ${number}`, bySector: 'За секторами',
    stances: { consent: 'Погоджуюся', concern: 'Погоджуюся, але маю застереження', objection: 'Заперечую', 'stand-aside': 'Утримуюся' },
    agreed: 'Ніхто не заперечує: пропозицію прийнято.', objections: 'Заперечення', concerns: 'Застереження, які мають прозвучати',
    fingers: {
      0: 'Кулак: так не можна',
      1: '1 палець: маю серйозні сумніви',
      2: '2 пальці: треба ще поговорити',
      3: '3 пальці: можу з цим погодитися',
      4: '4 пальці: добра пропозиція',
      5: '5 пальців: допоможу це зробити',
    },
    fist: {
      agreed: 'Усі показали щонайменше три пальці: згода.',
      talk: 'Хтось показав один або два пальці: запитайте, що допомогло б дійти до трьох.',
      stopped: 'Хтось показав кулак: у такому вигляді пропозиція не пройде.',
    },
    median: (median) => `Середня відповідь (медіана): ${median}.`,
    gradients: {
      endorse: 'Повністю підтримую',
      'minor-point': 'Погоджуюся, з дрібним зауваженням',
      reservations: 'Підтримую із застереженнями',
      abstain: 'Утримуюся',
      'more-talk': 'Треба більше обговорити',
      'goes-along': 'Мені не подобається, але не заважатиму',
      'serious-disagreement': 'Серйозно не погоджуюся',
      veto: 'Накладаю вето',
    },
    sum: (support, against, all) => `Підтримують: ${support}. Серйозно проти: ${against}. Усього відповідей: ${all}.`,
    borda: 'Борда', schulze: 'Шульце', bothFirst: (title) => `Обидва способи підрахунку ставлять на перше місце: ${title}.`,
    differ: 'Щодо першого місця способи не збігаються або там нічия.',
    methods: 'Борда додає місця: що вище, то більше балів. Шульце порівнює варіанти попарно: хто кого перемагає.',
    spread: (median, from, to) => `${median} (від ${from} до ${to})`, noEstimate: 'без оцінки',
    scale: (max) => `Число – це середня оцінка (медіана), у дужках – де лежить середня половина оцінок. Шкала від 0 до ${max}.`,
  },
};
