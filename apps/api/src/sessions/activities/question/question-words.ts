import type { Language } from '@spolu/contracts/common';

/** What stands in documents of a question's result. Numbers come as the language writes them. */
export interface QuestionWords {
  share: string;
  /** The end of a scale with what it means. */
  end: (step: string, meaning: string) => string;
  /** A range that the second number is no part of. */
  range: (from: string, to: string) => string;
  several: (most: number) => string;
  spread: (median: string, from: string, to: string) => string;
  mean: (mean: string) => string;
  hidden: (count: number) => string;
}

export const QUESTION_WORDS: Record<Language, QuestionWords> = {
  sk: {
    share: 'Podiel odpovedí', end: (step, meaning) => `${step} – ${meaning}`, range: (from, to) => `${from} až pod ${to}`,
    several: (most) => `Dalo sa vybrať viac možností (najviac ${most}), preto podiely spolu nemusia dať 100 %.`,
    spread: (median, from, to) => `Prostredná odpoveď (medián): ${median}. Prostredná polovica odpovedí leží medzi ${from} a ${to}.`, mean: (mean) => `Priemer: ${mean}.`, hidden: (count) => `Vedenie stretnutia skrylo odpovede: ${count}.`,
  },
  cs: {
    share: 'Podíl odpovědí', end: (step, meaning) => `${step} – ${meaning}`, range: (from, to) => `${from} až pod ${to}`,
    several: (most) => `Dalo se vybrat víc možností (nejvýš ${most}), proto podíly dohromady nemusí dát 100 %.`,
    spread: (median, from, to) => `Prostřední odpověď (medián): ${median}. Prostřední polovina odpovědí leží mezi ${from} a ${to}.`, mean: (mean) => `Průměr: ${mean}.`, hidden: (count) => `Vedení setkání skrylo odpovědi: ${count}.`,
  },
  en: {
    share: 'Share of answers', end: (step, meaning) => `${step} – ${meaning}`, range: (from, to) => `${from} to under ${to}`,
    several: (most) => `Several could be chosen (${most} at most), so the shares need not add up to 100 %.`,
    spread: (median, from, to) => `The middle answer (median): ${median}. The middle half of answers lies between ${from} and ${to}.`, mean: (mean) => `Mean: ${mean}.`, hidden: (count) => `Answers that staff have hidden: ${count}.`,
  },
  uk: {
    share: 'Частка відповідей', end: (step, meaning) => `${step} – ${meaning}`, range: (from, to) => `від ${from} до менш ніж ${to}`,
    several: (most) => `Можна було обрати кілька варіантів (щонайбільше ${most}), тому частки разом не мусять давати 100 %.`,
    spread: (median, from, to) => `Середня відповідь (медіана): ${median}. Середня половина відповідей лежить між ${from} і ${to}.`, mean: (mean) => `Середнє арифметичне: ${mean}.`, hidden: (count) => `Відповіді, які приховали ведучі: ${count}.`,
  },
};
