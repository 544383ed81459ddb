/** The entry of canvas and projector: no router, nothing of the portal. What a hall waits for comes alone. */
import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomFrame } from './shell/room-frame.tsx';
import { roomScreen } from './room-screens.ts';
import { start } from './start.ts';

const screen = roomScreen(location.pathname);
if (!screen) throw new Error(`No screen of a room: ${location.pathname}`);
// Fetched while the server is asked who looks.
const [Screen, client] = await Promise.all([screen.load(), start()]);

const root = document.getElementById('room');
if (!root) throw new Error('room.html has no #room');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RoomFrame>
        <Screen sessionId={screen.sessionId} />
      </RoomFrame>
    </QueryClientProvider>
  </StrictMode>,
);
