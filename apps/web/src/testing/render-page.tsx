import type { Language } from '@spolu/contracts/common';
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { Suspense, type ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { makeQueryClient } from '../http/queries.ts';
import { startTexts } from '../i18n/i18n.ts';
import type { TextsOf } from '../i18n/texts.ts';
import { UiWords } from '../shell/ui-words.tsx';

// What comes, comes when the machine gets round to it: a second is nothing where several suites run at once.
configure({ asyncUtilTimeout: 20_000 });

const loadTexts = async (language: Language, of: TextsOf) => ((await import(`../${of}/${language}.json`, { with: { type: 'json' } })) as { default: object }).default;

export interface RenderOptions {
  /** Capabilities whose texts the page shows, besides `shell` and `http`. */
  texts?: TextsOf[];
  /** Where we are, and the route's pattern if the page reads parameters. */
  at?: string;
  path?: string;
  language?: Language;
}

/**
 * Shows a page or a component as the app does: texts, queries, router. Slovak unless told otherwise. Pretend the api with `givenServer`
 * before. `router.state.location` tells where a navigation led.
 */
export async function renderPage(page: ReactElement, { texts = [], at = '/', path = '*', language = 'sk' }: RenderOptions = {}): Promise<RenderResult & { router: ReturnType<typeof createMemoryRouter>; user: UserEvent }> {
  await startTexts(language, loadTexts, ['shell', 'http', ...texts]);
  const router = createMemoryRouter(
    [
      { path, element: page },
      ...(path === '*' ? [] : [{ path: '*', Component: Elsewhere }]),
    ],
    { initialEntries: [at] },
  );
  const view = render(
    <QueryClientProvider client={makeQueryClient()}>
      <Suspense fallback={null}>
        <UiWords>
          <RouterProvider router={router} />
        </UiWords>
      </Suspense>
    </QueryClientProvider>,
  );
  return { ...view, router, user: userEvent.setup() };
}

function Elsewhere() {
  return <p>went elsewhere</p>;
}
