import type { ComponentType } from 'react';

export interface PageRoute {
  path: string;
  /** Fetches the page's file when somebody first goes there. */
  page: () => Promise<ComponentType>;
  /** `bare`: the whole window, without header and footer (canvas, projector). */
  frame?: 'portal' | 'bare';
}

/** Every page there is. A capability's pages live in its folder; a new one adds its line here. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: async () => (await import('./home/home-page.tsx')).HomePage },

  { path: '/sign-in', page: async () => (await import('./identity/sign-in-page.tsx')).SignInPage },
  { path: '/set-up', page: async () => (await import('./identity/set-up-page.tsx')).SetUpPage },
  { path: '/invitation', page: async () => (await import('./identity/invitation-page.tsx')).InvitationPage },
  { path: '/account', page: async () => (await import('./identity/account-page.tsx')).AccountPage },
  { path: '/admin', page: async () => (await import('./identity/admin-page.tsx')).AdminPage },
  { path: '/admin/:part', page: async () => (await import('./identity/admin-page.tsx')).AdminPage },

  { path: '/processes', page: async () => (await import('./participation/processes-page.tsx')).ProcessesPage },
  { path: '/processes/new', page: async () => (await import('./participation/edit-process-page.tsx')).NewProcessPage },
  { path: '/processes/:id', page: async () => (await import('./participation/process-page.tsx')).ProcessPage },
  { path: '/processes/:id/edit', page: async () => (await import('./participation/edit-process-page.tsx')).EditProcessPage },

  { path: '/methods', page: async () => (await import('./methods/methods-page.tsx')).MethodsPage },
  { path: '/methods/:methodId', page: async () => (await import('./methods/method-page.tsx')).MethodPage },
];
