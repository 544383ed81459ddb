import type { Language } from '@spolu/contracts/common';
import type { KindPlain } from '../plain-by-kind.ts';

const WORDS: Record<Language, { none: string; moderated: string; question: string; support: string; answer: string; open: string }> = {
  sk: { none: 'Nikto sa nič nespýtal.', moderated: 'Otázky najprv videlo vedenie stretnutia.', question: 'Otázka', support: 'Pýtali by sa tiež', answer: 'Odpoveď', open: 'bez odpovede' },
  cs: { none: 'Nikdo se na nic nezeptal.', moderated: 'Otázky nejdřív vidělo vedení setkání.', question: 'Otázka', support: 'Ptali by se také', answer: 'Odpověď', open: 'bez odpovědi' },
  en: { none: 'Nobody asked anything.', moderated: 'Staff saw the questions first.', question: 'Question', support: 'Would ask it too', answer: 'Answer', open: 'not answered' },
  uk: { none: 'Ніхто нічого не запитав.', moderated: 'Спершу запитання бачили ведучі зустрічі.', question: 'Запитання', support: 'Запитали б також', answer: 'Відповідь', open: 'без відповіді' },
};

export const PLAIN_Q_AND_A: KindPlain<'q-and-a'> = {
  parts: ({ part: { moderated, questions } }, { language, translated }) => {
    const words = WORDS[language];
    return [
      ...(moderated ? [{ kind: 'paragraph' as const, text: words.moderated }] : []),
      questions.length === 0
        ? { kind: 'paragraph', text: words.none }
        : {
            kind: 'table', caption: null,
            columns: [{ title: words.question }, { title: words.support, numeric: true }, { title: words.answer }],
            rows: questions.map(({ note: { text, author, translations = [] }, supportCount, answered, answer }) => [
              [author ? `${text} (${author})` : text, ...translations.map((made) => `${made.text} (${translated})`)].join('\n'), String(supportCount), answered ? answer || '✓' : words.open,
            ]),
          },
    ];
  },
  rows: ({ id, title, part: { questions } }, { language, columns }) => {
    const words = WORDS[language];
    return {
      id: 'questions',
      columns: [columns.activityId, columns.activity, columns.contributionId, words.question, columns.language, columns.author, words.support, words.answer],
      rows: questions.map(({ note, supportCount, answered, answer }) => [id, title, note.contributionId, note.text, note.language, note.author, supportCount, answered ? answer || '✓' : null]),
    };
  },
};
