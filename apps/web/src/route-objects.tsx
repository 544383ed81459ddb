import type { RouteObject } from 'react-router';
import { routes, type PageRoute } from './routes.tsx';
import { ErrorPage } from './shell/error-page.tsx';
import { Root } from './shell/frame.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PortalFrame } from './shell/portal-frame.tsx';

const lazily = ({ path, page }: PageRoute): RouteObject => ({ path, errorElement: <ErrorPage />, lazy: async () => ({ Component: await page() }) });

/** The list of pages as React Router wants it: in their frames, each with its own safety net. */
export const routeObjects = (): RouteObject[] => [
  {
    element: <Root />,
    // When the frame itself fell over, the page is all there is.
    errorElement: (
      <main>
        <ErrorPage />
      </main>
    ),
    hydrateFallbackElement: <></>,
    children: [
      {
        element: <PortalFrame />,
        children: [...routes.map(lazily), { path: '*', element: <NotFoundPage nobodys /> }],
      },
    ],
  },
];
