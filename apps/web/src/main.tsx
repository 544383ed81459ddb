import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { routeObjects } from './route-objects.tsx';
import { printOpen } from './shell/print-open.ts';
import { start } from './start.ts';

printOpen(document);
const client = await start();

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createBrowserRouter(routeObjects())} />
    </QueryClientProvider>
  </StrictMode>,
);
