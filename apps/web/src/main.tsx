import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import './shell/shell.css';
import type { Installation, Me } from '@spolu/contracts/identity';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { api } from './http/api.ts';
import { keyOf, makeQueryClient } from './http/queries.ts';
import { setTimeZone } from './i18n/format.ts';
import { startTexts } from './i18n/i18n.ts';
import { firstLanguage } from './i18n/language.ts';
import { loadTexts } from './i18n/load-texts.ts';
import { routeObjects } from './route-objects.tsx';
import { printOpen } from './shell/print-open.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
printOpen(document);
const client = makeQueryClient();

// Who looks and where decide language and zone of the first page. Without an answer the page still comes, and says what is missing.
const [me, installation] = await Promise.all([
  api.get<Me>('/me').catch(() => undefined),
  api.get<Installation>('/installation').catch(() => undefined),
]);
if (me) client.setQueryData(keyOf('/me'), me);
if (installation) {
  client.setQueryData(keyOf('/installation'), installation);
  setTimeZone(installation.timeZone);
}
await startTexts(firstLanguage(me?.person?.language, installation?.defaultLanguage), loadTexts, ['shell', 'http']);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createBrowserRouter(routeObjects())} />
    </QueryClientProvider>
  </StrictMode>,
);
