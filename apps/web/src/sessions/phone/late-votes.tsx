import type { OwnAnswer } from '@spolu/contracts/activities/answers';
import type { Ballot } from '@spolu/contracts/activities/dot-vote';
import type { RoomState } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useRef } from 'react';
import { api } from '../../http/api.ts';
import { aboutAnswer, aboutBallot, TOO_LATE, useDevice, useKeptVotes, useLateVotes, useQueue, useRemembered } from './device.tsx';
import { usePhoneText } from './phone-text.tsx';
import { useRefusalText } from './use-failure-text.ts';

const ASK_WITHIN_MS = 1_000;
/** While staff decide, each change of the room may be about it; a busy hall changes all the time. */
const ASK_AGAIN_MS = 8_000;

type Asked = RoomState['agenda'][number];
const aboutVote = ({ id, kind }: Asked) => (kind === 'dot-vote' ? aboutBallot(id) : aboutAnswer(id));

/** What became of votes of hers that came after their end, or waited in the phone until then, also when something else is asked by now. */
export function LateVotes({ room }: { room: RoomState }) {
  const ids = useLateVotes();
  const kept = useKeptVotes();
  const { entries } = useQueue();
  const refusedOf = (asked: Asked) => entries.flatMap(({ about, key, refusal }) => (about === aboutVote(asked) && refusal?.code === TOO_LATE ? [key] : []));
  return (
    <div className="stack stack-s" role="status">
      {room.agenda.map((asked) => {
        const refused = refusedOf(asked);
        if (ids.includes(asked.id)) return <LateVote key={asked.id} asked={asked} version={room.version} />;
        if (refused.length === 0 && asked.state === 'ended' && kept.includes(asked.id)) return <KeptVote key={asked.id} asked={asked} />;
        return refused.length > 0 && <RefusedVote key={asked.id} title={asked.title} keys={refused} />;
      })}
    </div>
  );
}

function LateVote({ asked, version }: { asked: Asked; version: number }) {
  const { t } = usePhoneText();
  const device = useDevice();
  const about = aboutVote(asked);
  const late = useRemembered<Ballot | OwnAnswer>(about)?.late;
  const asksAt = useRef(0);
  const path = `/activities/${asked.id}/${asked.kind === 'dot-vote' ? 'ballot' : 'answer'}`;
  const change = late === 'waiting' ? version : null;
  useEffect(() => {
    if (change === null) return;
    const later = setTimeout(() => {
      asksAt.current = Date.now() + ASK_AGAIN_MS;
      // What is known stands until the server can be asked again.
      device.learnWhatCounts(about, () => api.get<Ballot | OwnAnswer>(path)).catch(() => undefined);
    }, Math.max(0, asksAt.current - Date.now()) + Math.random() * ASK_WITHIN_MS);
    return () => clearTimeout(later);
  }, [device, about, path, change]);

  if (!late) return null;
  return (
    <Notice tone={late === 'counted' ? 'good' : 'warn'} title={asked.title}>
      <div className="stack stack-s">
        <p>{t(`late.${late}`)}</p>
        {late !== 'waiting' && <Understood onPress={() => void device.forgetLate(asked.id)} />}
      </div>
    </Notice>
  );
}

function KeptVote({ asked: { id, title } }: { asked: Asked }) {
  const { t } = usePhoneText();
  const device = useDevice();
  return (
    <Notice tone="good" title={title}>
      <div className="stack stack-s">
        <p>{t('late.kept')}</p>
        <Understood onPress={() => void device.forgetLate(id)} />
      </div>
    </Notice>
  );
}

function RefusedVote({ title, keys }: { title: string; keys: string[] }) {
  const device = useDevice();
  const refusalText = useRefusalText();
  return (
    <Notice tone="warn" title={title}>
      <div className="stack stack-s">
        <p>{refusalText(TOO_LATE)}</p>
        <Understood onPress={() => void device.queue.discard(keys)} />
      </div>
    </Notice>
  );
}

function Understood({ onPress }: { onPress: () => void }) {
  const { t } = usePhoneText();
  return (
    <div>
      <PlainButton look="secondary" onClick={onPress}>
        {t('vote.understood')}
      </PlainButton>
    </div>
  );
}
