import type { Language } from '@spolu/contracts/common';
import type { Me } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { Joined, JoinOffer } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../http/api.ts';
import { reconnectLive } from '../../http/live.ts';
import { DeviceProvider, LAST_SESSION, openDevice, sessionKey, useDevice, type Device, type KeptSession } from './device.tsx';
import { CodeScreen, JoinScreen } from './join-screen.tsx';
import { firstPhoneLanguage, PhoneTextProvider, usePhoneText, type LoadPhoneTexts } from './phone-text.tsx';
import './phone.css';
import { RoomScreen } from './room-screen.tsx';
import { SafetyNet } from './safety-net.tsx';
import { Thumb } from './screen.tsx';

const loadPhoneTexts: LoadPhoneTexts = async (language) => ((await import(`./texts/${language}.json`)) as { default: object }).default;

const BEGIN_AGAIN_MS = 2_000;

/** The phone's whole life: find out where she wants to go, let her in, then follow the room. */
export function PhoneApp() {
  const [ready, setReady] = useState<{ device: Device; first: { language: Language; texts: object } } | null>(null);
  useEffect(() => {
    let left = false;
    const language = firstPhoneLanguage();
    async function begin(device: Device) {
      try {
        const texts = await loadPhoneTexts(language);
        if (!left) setReady({ device, first: { language, texts } });
      } catch {
        // The signal was lost between the page and its words: without words nothing can be said, so it tries again.
        setTimeout(() => !left && void begin(device), BEGIN_AGAIN_MS);
      }
    }
    void openDevice().then(begin);
    return () => {
      left = true;
    };
  }, []);
  if (!ready) return null;
  return (
    <PhoneTextProvider first={ready.first} load={loadPhoneTexts}>
      <DeviceProvider device={ready.device}>
        <Phone />
      </DeviceProvider>
    </PhoneTextProvider>
  );
}

function Phone() {
  const { t } = usePhoneText();
  return (
    <div className="phone">
      <SafetyNet title={t('fault.title')} text={t('fault.text')} again={t('fault.again')}>
        <Way />
      </SafetyNet>
    </div>
  );
}

type Stage =
  | { at: 'looking' }
  | { at: 'code'; failure: unknown }
  | { at: 'join'; code: string; offer: JoinOffer }
  | { at: 'room'; sessionId: string; justJoined: boolean }
  | { at: 'unreachable'; code: string | null };

export function Way() {
  const { t } = usePhoneText();
  const device = useDevice();
  const [stage, setStage] = useState<Stage>({ at: 'looking' });

  const look = useCallback(
    async (code: string | null, typed = false) => {
      setStage({ at: 'looking' });
      setStage(await findStage(device, code, typed));
    },
    [device],
  );
  useEffect(() => {
    const begin = () => void look(codeInAddress());
    begin();
    // Another QR code scanned into the same tab.
    window.addEventListener('hashchange', begin);
    return () => window.removeEventListener('hashchange', begin);
  }, [look]);

  async function handleJoined(offer: JoinOffer, { sessionId, participantId, receipt }: Joined) {
    await device.memory.change<KeptSession>(sessionKey(sessionId), (before) => ({
      sessionId,
      title: offer.sessionTitle,
      participantId,
      receipt: receipt ?? (before?.participantId === participantId ? before.receipt : null),
    }));
    await device.memory.change<string>(LAST_SESSION, () => sessionId);
    reconnectLive();
    setStage({ at: 'room', sessionId, justJoined: true });
  }
  async function handleLeave() {
    await device.memory.change<string>(LAST_SESSION, () => '');
    history.replaceState(null, '', location.pathname);
    setStage({ at: 'code', failure: null });
  }

  switch (stage.at) {
    case 'looking':
      return <main><p className="phone-screen soft" role="status">{t('loading')}</p></main>;
    case 'unreachable':
      return (
        <main className="phone-screen">
          <Notice tone="warn" role="alert">{t('network.none')}</Notice>
          <Thumb>
            <PlainButton size="thumb" onClick={() => void look(stage.code)}>
              {t('network.again')}
            </PlainButton>
          </Thumb>
        </main>
      );
    case 'code':
      return <main><CodeScreen failure={stage.failure} onCode={(code) => void look(code, true)} /></main>;
    case 'join':
      return <main><JoinScreen code={stage.code} offer={stage.offer} onJoined={(joined) => void handleJoined(stage.offer, joined)} /></main>;
    case 'room':
      return <RoomScreen sessionId={stage.sessionId} justJoined={stage.justJoined} onLeave={() => void handleLeave()} />;
  }
}

/** The code stands behind `#`, where no server's log sees it. */
const codeInAddress = () => decodeURIComponent(location.hash.slice(1)).trim() || null;

/** Where a device belongs: into the session of the code, as who it already is there; without a code into the last one. */
async function findStage(device: Device, code: string | null, typed: boolean): Promise<Stage> {
  const last = (await device.memory.read<string>(LAST_SESSION)) || null;
  try {
    const { participants } = await api.get<Me>('/me');
    const isIn = (sessionId: string) => participants.some((participant) => participant.sessionId === sessionId);
    if (!code) return last && isIn(last) ? { at: 'room', sessionId: last, justJoined: false } : { at: 'code', failure: null };
    try {
      const offer = await api.post<JoinOffer>('/join-lookups', { code });
      if (!isIn(offer.sessionId)) return { at: 'join', code, offer };
      await device.memory.change<string>(LAST_SESSION, () => offer.sessionId);
      return { at: 'room', sessionId: offer.sessionId, justJoined: false };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // The code has died meanwhile (the session is closed); who was in is led to what she left there.
      if (!typed && error.code === 'session/code-invalid' && last && isIn(last)) return { at: 'room', sessionId: last, justJoined: false };
      return { at: 'code', failure: error };
    }
  } catch (error) {
    if (error instanceof Problem && !error.isServers) return { at: 'code', failure: error };
    // Without an answer, who was in stays in: the room waits for the network by itself.
    return last ? { at: 'room', sessionId: last, justJoined: false } : { at: 'unreachable', code };
  }
}
