import type { TextsOf } from './i18n/texts.ts';

export interface FirstOfPage {
  /** As in `routes.tsx`. */
  path: string;
  /** The page's file. */
  page: string;
  /** The texts it shows first, besides its frame's. */
  texts: readonly TextsOf[];
  /** What it asks the server for first, word for word; an id of the path under its name. */
  reads: readonly string[];
}

/** What every page of the portal asks for: who looks, and where. */
export const READS_OF_ALL = ['/me', '/installation'];

/**
 * The pages to which people come from outside, and what each begins with: the build writes a document of its own for each (`vite/documents.ts`), which has all of that on its way at
 * once. What is left out comes a way there and back later; nothing breaks.
 */
export const FIRST_OF_PAGES: readonly FirstOfPage[] = [
  {
    path: '/', page: 'src/home/home-page.tsx', texts: ['home'],
    reads: ['/processes?state=running&limit=12', '/sessions?state=open&limit=100', '/sessions?state=preparing&limit=100', '/decisions?limit=6'],
  },
  { path: '/processes', page: 'src/participation/processes-page.tsx', texts: ['participation'], reads: ['/processes?limit=50'] },
  {
    path: '/processes/:id', page: 'src/participation/process-page.tsx', texts: ['participation', 'identity'],
    reads: ['/processes/:id', '/sessions?processId=:id&limit=50', '/processes/:id/ideas?limit=50', '/processes/:id/idea-intake'],
  },
  { path: '/commitments', page: 'src/commitments/commitments-page.tsx', texts: ['commitments'], reads: ['/action-plans?limit=50'] },
  { path: '/decisions', page: 'src/review/decisions-page.tsx', texts: ['review'], reads: ['/decisions?limit=50'] },
  { path: '/ways/:id', page: 'src/provenance/way-page.tsx', texts: ['provenance', 'provenance/notices'], reads: ['/records/:id/way'] },
  { path: '/processes/:processId/ideas', page: 'src/ideas/ideas-page.tsx', texts: ['ideas'], reads: ['/processes/:processId', '/processes/:processId/idea-intake', '/processes/:processId/ideas?limit=50'] },
  { path: '/ideas/:id', page: 'src/ideas/idea-page.tsx', texts: ['ideas', 'provenance', 'provenance/notices'], reads: ['/ideas/:id', '/ideas/:id/talk', '/ideas/:id/comments?limit=50'] },
];
