import type { NoteColour } from '@spolu/contracts/boards';
import type { Language, Sector } from '@spolu/contracts/common';

/** What stands in files besides what people wrote. */
interface FileWords {
  columns: Record<Column, string>;
  colours: Record<NoteColour, string>;
  sectors: Record<Sector, string>;
  /** Somebody without a nickname: so many-eth to come in. */
  participant: string;
  sheet: string;
  outsideFrames: string;
  unnamedCluster: string;
  source: string;
  page: (page: number, of: number) => string;
}
export const COLUMNS = ['noteId', 'contributionId', 'text', 'frame', 'cluster', 'category', 'colour', 'author', 'sector', 'createdAt', 'comments'] as const;
export type Column = (typeof COLUMNS)[number];

export const FILE_WORDS: Record<Language, FileWords> = {
  sk: {
    columns: { noteId: 'ID lístka', contributionId: 'ID príspevku', text: 'text', frame: 'rám', cluster: 'zhluk', category: 'kategória', colour: 'farba', author: 'autor', sector: 'sektor', createdAt: 'napísané', comments: 'komentáre' },
    colours: { yellow: 'žltá', orange: 'oranžová', pink: 'ružová', blue: 'modrá', green: 'zelená', violet: 'fialová' },
    sectors: { public: 'verejný', business: 'súkromný', ngo: 'neziskový', academia: 'akademický', residents: 'obyvatelia' },
    participant: 'účastník/účastníčka', sheet: 'Lístky', outsideFrames: 'Mimo rámov', unnamedCluster: 'Zhluk bez názvu', source: 'Zdroj', page: (page, of) => `strana ${page} z ${of}`,
  },
  cs: {
    columns: { noteId: 'ID lístku', contributionId: 'ID příspěvku', text: 'text', frame: 'rám', cluster: 'shluk', category: 'kategorie', colour: 'barva', author: 'autor', sector: 'sektor', createdAt: 'napsáno', comments: 'komentáře' },
    colours: { yellow: 'žlutá', orange: 'oranžová', pink: 'růžová', blue: 'modrá', green: 'zelená', violet: 'fialová' },
    sectors: { public: 'veřejný', business: 'soukromý', ngo: 'neziskový', academia: 'akademický', residents: 'obyvatelé' },
    participant: 'účastník/účastnice', sheet: 'Lístky', outsideFrames: 'Mimo rámy', unnamedCluster: 'Shluk bez názvu', source: 'Zdroj', page: (page, of) => `strana ${page} z ${of}`,
  },
  en: {
    columns: { noteId: 'note ID', contributionId: 'contribution ID', text: 'text', frame: 'frame', cluster: 'cluster', category: 'category', colour: 'colour', author: 'author', sector: 'sector', createdAt: 'written', comments: 'comments' },
    colours: { yellow: 'yellow', orange: 'orange', pink: 'pink', blue: 'blue', green: 'green', violet: 'violet' },
    sectors: { public: 'public', business: 'business', ngo: 'non-profit', academia: 'academia', residents: 'residents' },
    participant: 'participant', sheet: 'Notes', outsideFrames: 'Outside of frames', unnamedCluster: 'Unnamed cluster', source: 'Source', page: (page, of) => `page ${page} of ${of}`,
  },
  uk: {
    columns: { noteId: 'ID нотатки', contributionId: 'ID внеску', text: 'текст', frame: 'рамка', cluster: 'група', category: 'категорія', colour: 'колір', author: 'автор', sector: 'сектор', createdAt: 'написано', comments: 'коментарі' },
    colours: { yellow: 'жовтий', orange: 'помаранчевий', pink: 'рожевий', blue: 'синій', green: 'зелений', violet: 'фіолетовий' },
    sectors: { public: 'публічний', business: 'приватний', ngo: 'неприбутковий', academia: 'академічний', residents: 'мешканці' },
    participant: 'учасник/учасниця', sheet: 'Нотатки', outsideFrames: 'Поза рамками', unnamedCluster: 'Група без назви', source: 'Джерело', page: (page, of) => `сторінка ${page} з ${of}`,
  },
};
