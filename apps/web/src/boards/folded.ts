/** Letters as people look for them: without case and without marks, so that "skola" finds "Škola". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().trim();
