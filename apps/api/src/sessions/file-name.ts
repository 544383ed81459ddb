/** Of a title, what every file system and header bears. */
export const fileName = (title: string, otherwise: string) =>
  title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || otherwise;
