/** What canvas and projector begin with: no router, nothing of the portal. What a hall waits for comes alone. */
import '@spolu/ui/tokens.css';
import '@spolu/ui/base.css';
import '@spolu/ui/plain.css';
import '@spolu/ui/components.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { liveSocket } from './http/live.ts';
import type { TextsOf } from './i18n/texts.ts';
import { roomScreenAt } from './room-address.ts';
import { RoomFrame } from './shell/room-frame.tsx';
import { start } from './start.ts';

const NoSuchScreen = lazy(async () => ({ default: (await import('./shell/no-such-screen.tsx')).NoSuchScreen }));

/**
 * @param texts the capabilities whose texts the screen shows first
 * @param onMissingPart what to do when the server has another version by now
 */
export async function beginRoom(Screen: ComponentType<{ sessionId: string }>, texts: readonly TextsOf[], onMissingPart?: () => void): Promise<void> {
  const at = roomScreenAt(location.pathname);
  // The connection is made while the server is asked who looks: it takes several ways there and back.
  if (at) liveSocket();
  const client = await start(texts);
  const root = document.getElementById('room');
  if (!root) throw new Error('The page has no #room');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RoomFrame onMissingPart={onMissingPart}>{at ? <Screen sessionId={at.sessionId} /> : <NoSuchScreen />}</RoomFrame>
      </QueryClientProvider>
    </StrictMode>,
  );
}
