/** The entry of canvas and projector: no router, nothing of the portal. What a hall waits for comes alone. */
import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { whenIdle } from './boards/when-idle.ts';
import { keepPage } from './device/keep-page.ts';
import { RoomFrame } from './shell/room-frame.tsx';
import { roomScreen } from './room-screens.ts';
import { start } from './start.ts';

const NoSuchScreen = lazy(async () => ({ default: (await import('./shell/no-such-screen.tsx')).NoSuchScreen }));
const screen = roomScreen(location.pathname);
// Fetched while the server is asked who looks.
const [Screen, client] = await Promise.all([screen?.load(), start()]);

const root = document.getElementById('room');
if (!root) throw new Error('room.html has no #room');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RoomFrame>
        {screen && Screen ? <Screen sessionId={screen.sessionId} /> : <NoSuchScreen />}
      </RoomFrame>
    </QueryClientProvider>
  </StrictMode>,
);
if (screen?.isKept) whenIdle(keepPage);
