import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import type { ActivityKind, RoomParts } from '@spolu/contracts/activities/kinds';
import type { RoomActivityBase, RoomActivityOf, RoomState } from '@spolu/contracts/sessions';
import { Device, DeviceProvider } from './device.tsx';
import { PhoneTextProvider } from './phone-text.tsx';
import { MemoryQueueStore } from '../../device/queue-store.ts';
import sk from './texts/sk.json' with { type: 'json' };

/** For tests: shows a part of the phone in Slovak, on a device without a disk. The same device may be shown again, as after a reload. */
export function givenPhone(screen: ReactElement, device = new Device()) {
  const phone = (shown: ReactElement) => (
    <PhoneTextProvider first={{ language: 'sk', texts: sk }} load={async () => sk}>
      <DeviceProvider device={device}>{shown}</DeviceProvider>
    </PhoneTextProvider>
  );
  const view = render(phone(screen));
  return { device, user: userEvent.setup(), unmount: view.unmount, show: (next: ReactElement) => view.rerender(phone(next)) };
}

/** One without room for a single command more. */
export function fullDevice(): Device {
  const store = new MemoryQueueStore();
  store.add = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  return new Device({ store });
}

/** One that takes its time to keep a command: until it may go on. */
export function slowDevice(): { device: Device; goOn: () => void } {
  const store = new MemoryQueueStore();
  const add = store.add.bind(store);
  let goOn = () => {};
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  store.add = async (...words) => {
    await mayGoOn;
    return add(...words);
  };
  return { device: new Device({ store }), goOn };
}

export const givenActivity = <K extends ActivityKind>(kind: K, part: RoomParts[K], more: Partial<RoomActivityBase> = {}) => ({
  id: 'activity-1', kind, part, title: 'Kde strácame energiu', instruction: 'Píšte potichu.', state: 'running' as const, startedAt: '2026-11-22T10:00:00.000Z',
  endsAt: '2999-01-01T00:00:00.000Z', pausedAt: null, endsItself: false, locked: false, waitsForReveal: false, isCounted: false, resultShown: false, ...more,
}) as RoomActivityOf<K>;

export const givenRoom = (more: Partial<RoomState> = {}): RoomState => ({
  sessionId: 'session-1', version: 1, serverNow: '2026-11-22T10:00:00.000Z', title: 'Druhá dielňa', welcome: '', language: 'sk', secondLanguage: null, state: 'open', code: 'ABCD2345',
  doorOpen: true, boardId: 'board-1', participantCount: 3, agenda: [], activity: null, hall: null, hands: { waitingCount: 0, mark: 0 }, meaning: null, look: null, ...more,
});
