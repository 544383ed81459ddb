import type { Language } from '@spolu/contracts/common';
import type { BoardTemplate, LibraryText, Method, MethodSummary } from '@spolu/contracts/methods';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { allBoardTemplates } from './all-board-templates.ts';
import { allMethods } from './all-methods.ts';
import type { BoardTemplateText, MethodContent, PartialMethodText } from './method-content.ts';

/** In which language a reader gets what is missing in hers: the nearest she is likely to understand first. */
const fallbacks: Record<Language, readonly Language[]> = {
  sk: ['sk', 'cs', 'en'],
  cs: ['cs', 'sk', 'en'],
  en: ['en', 'sk', 'cs'],
  uk: ['uk', 'sk', 'en'],
};

const methodById = new Map(allMethods.map((method) => [method.id, method]));
const templateById = new Map(allBoardTemplates.map((template) => [template.id, template]));

/** All methods for the list, each text in `lang` or marked with the language it falls back to. */
export function methods(lang: Language): MethodSummary[] {
  return allMethods.map((content) => summary(content, lang));
}

/** One method with its steps and board; `undefined` if there is none of that id. */
export function method(methodId: string, lang: Language): Method | undefined {
  const content = methodById.get(methodId);
  if (!content) return undefined;
  const template = boardTemplate(content.boardTemplateId, lang);
  if (!template) throw new Error(`method ${methodId} names a board template that does not exist: ${content.boardTemplateId}`);
  const texts: Partial<Record<Language, PartialMethodText>> = content.texts;
  return {
    ...summary(content, lang),
    materials: read(texts, lang, (text) => text.materials),
    output: read(texts, lang, (text) => text.output),
    origin: content.origin,
    steps: content.steps.map((step, index) => ({
      title: read(texts, lang, (text) => text.steps?.[index]?.title),
      minutes: step.minutes,
      instruction: read(texts, lang, (text) => text.steps?.[index]?.instruction),
      settings: settings(step.setting, template),
      approximated: step.approximated ?? false,
    })),
    boardTemplate: template,
  };
}

function settings(setting: MethodContent['steps'][number]['setting'], template: BoardTemplate): ActivitySettings {
  switch (setting.kind) {
    case 'brainstorm': {
      const frames = template.frames.filter(({ key }) => setting.frames.includes(key));
      // sheets that go round are frames of their own
      return { ...setting, frames: setting.way?.kind === 'brainwriting' ? [] : frames.map(({ title }) => title.text) };
    }
    case 'dot-vote':
      return { ...setting, perOption: setting.perOption ?? null };
    case 'information':
    case 'cluster':
      return setting;
  }
}

/** The frames a board begins with; `undefined` if there is no template of that id. */
export function boardTemplate(templateId: string, lang: Language): BoardTemplate | undefined {
  const content = templateById.get(templateId);
  if (!content) return undefined;
  const texts: Partial<Record<Language, Partial<BoardTemplateText>>> = content.texts;
  return {
    id: content.id,
    name: read(texts, lang, (text) => text.name),
    frames: content.frames.map(({ layout, ...frame }, index) => ({
      ...frame,
      title: read(texts, lang, (text) => text.frames?.[index]),
      divided: layout ? { layout, ...divided(texts, lang, frame.key) } : null,
    })),
  };
}

function divided(texts: Partial<Record<Language, Partial<BoardTemplateText>>>, lang: Language, key: string) {
  for (const candidate of fallbacks[lang]) {
    const text = texts[candidate]?.divided?.[key];
    if (text) return { ...text, lang: candidate };
  }
  throw new Error(`the parts of ${key} have titles in no language`);
}

function summary(content: MethodContent, lang: Language): MethodSummary {
  const { id, groupSize, minutes, phase, iap2, aims, places } = content;
  const texts: Partial<Record<Language, PartialMethodText>> = content.texts;
  return {
    id,
    name: read(texts, lang, (text) => text.name),
    purpose: read(texts, lang, (text) => text.purpose),
    notFor: read(texts, lang, (text) => text.notFor),
    groupSize,
    minutes,
    phase,
    iap2,
    aims,
    places,
  };
}

function read<Text>(texts: Partial<Record<Language, Text>>, lang: Language, pick: (text: Text) => string | undefined): LibraryText {
  for (const candidate of fallbacks[lang]) {
    const inThisLanguage = texts[candidate];
    const text = inThisLanguage && pick(inThisLanguage);
    if (text) return { text, lang: candidate };
  }
  throw new Error('a text of the method library is missing in every language');
}
