import type { ActivitySettings } from './activities/kinds.ts';

/** What an activity says to people, and what of it somebody put into a second language. */
export interface WordedActivity {
  title: string;
  instruction: string;
  settings: ActivitySettings;
}
export interface WordPair {
  of: string;
  is: string;
}

/** All that people are told or asked in an activity, in the order of its form, none twice. Also of a form that is still being filled in. */
export function wordsOfActivity({ title, instruction, settings }: WordedActivity): string[] {
  return [...new Set([title, instruction, ...wordsOfSettings(settings)].map((words) => words.trim()).filter(Boolean))];
}

function wordsOfSettings(settings: ActivitySettings): string[] {
  switch (settings.kind) {
    case 'brainstorm':
      return [settings.howMightWe ?? '', ...settings.frames];
    case 'ranking':
    case 'pulse':
      return settings.options;
    case 'estimate':
      return [settings.x, settings.y, ...settings.options];
    case 'question':
      return wordsOfForm(settings.form);
    case 'breakout':
      return [...settings.questions, ...settings.frames];
    case 'ideathon':
      return [settings.challenge, settings.brief, ...settings.goodProposal, ...settings.fields.flatMap(({ title, hint }) => [title, hint]), ...(settings.jury?.criteria ?? []).map(({ title }) => title)];
    case 'information':
    case 'cluster':
    case 'dot-vote':
    case 'consent':
    case 'fist-to-five':
    case 'gradients':
    case 'q-and-a':
    case 'timer':
    case 'break':
      return [];
  }
}

function wordsOfForm(form: Extract<ActivitySettings, { kind: 'question' }>['form']): string[] {
  if (form.type === 'choice') return form.options;
  if (form.type === 'scale') return [form.low, form.high];
  return form.type === 'number' ? [form.unit] : [];
}

/** What a session says of itself to people. */
export const wordsOfSession = ({ title, welcome }: { title: string; welcome: string }): string[] => [...new Set([title, welcome].map((words) => words.trim()).filter(Boolean))];

/** Those that belong to words which stand there still; what is left empty is not translated. */
export const pairsFor = (pairs: readonly WordPair[], words: readonly string[]): WordPair[] => {
  const standing = new Set(words);
  return pairs.filter(({ of, is }) => standing.delete(of) && is !== '');
};
