import type { Language, Sector } from '@spolu/contracts/common';
import { NICKNAME_MAX_LENGTH } from '@spolu/contracts/plain';
import type { EditParticipant, RoomState, RoomView } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextField } from '@spolu/ui/plain';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { ConsentCard } from './consent-card.tsx';
import { LanguageChoice, SectorChoice } from './join-screen.tsx';
import { OwnCardList } from './own-card-list.tsx';
import type { CardView } from './own-cards.ts';
import { usePhoneText } from './phone-text.tsx';
import { QueueLine } from './queue-line.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { ScreenTitle, Thumb } from './screen.tsx';
import { useFailureText } from './use-failure-text.ts';

type Me = NonNullable<RoomView['me']>;

interface MeScreenProps {
  room: RoomState;
  me: Me;
  cards: readonly CardView[];
  onBack: () => void;
  onChanged: () => void;
  onLeave: () => void;
}

/** What is mine: my notes and what becomes of them, how I am called, the way out. */
export function MeScreen({ room, me, cards, onBack, onChanged, onLeave }: MeScreenProps) {
  const { t } = usePhoneText();
  const steps = room.agenda.filter((step) => cards.some((card) => card.activityId === step.id));
  return (
    <div className="phone-screen">
      <ScreenTitle>{t('me.title')}</ScreenTitle>
      {cards.length === 0 && <p className="soft">{t('me.noCards')}</p>}
      {steps.map((step) => (
        <section key={step.id} className="stack stack-s">
          <h2>{step.title}</h2>
          <OwnCardList sessionId={room.sessionId} cards={cards.filter((card) => card.activityId === step.id)} editable={step.state === 'running'} />
        </section>
      ))}
      <ReceiptCard sessionId={room.sessionId} title={room.title} participantId={me.participantId} />
      <ConsentCard participantId={me.participantId} />
      <Details room={room} me={me} onChanged={onChanged} />
      <section className="ui-card">
        <h2>{t('leave.title')}</h2>
        <p>{t('leave.means')}</p>
        <PlainButton look="secondary" onClick={onLeave}>
          {t('leave.go')}
        </PlainButton>
      </section>
      <Thumb>
        <QueueLine anything={cards.length > 0} />
        <PlainButton size="thumb" onClick={onBack}>
          {t('me.back')}
        </PlainButton>
      </Thumb>
    </div>
  );
}

function Details({ room, me, onChanged }: { room: RoomState; me: Me; onChanged: () => void }) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const [name, setName] = useState(me.nickname ?? '');
  const [sector, setSector] = useState<Sector | null>(me.sector);
  const [state, setState] = useState<'idle' | 'pending' | 'saved'>('idle');
  const [failure, setFailure] = useState<unknown>(null);
  const tooLong = name.trim().length > NICKNAME_MAX_LENGTH;

  async function handleSave() {
    if (tooLong) return;
    setState('pending');
    setFailure(null);
    try {
      await editParticipant(room.sessionId, { nickname: name.trim() || null, sector, language });
      setState('saved');
      onChanged();
    } catch (error) {
      setFailure(error);
      setState('idle');
    }
  }

  return (
    <details className="ui-card phone-more">
      <summary>{t('me.details', { name: me.nickname ?? t('me.anonymous') })}</summary>
      <div className="stack">
        <PlainTextField
          label={t('join.name')}
          hint={t('join.nameHint')}
          error={tooLong ? t('join.nameTooLong', { count: NICKNAME_MAX_LENGTH }) : null}
          value={name}
          onChange={(next) => {
            setName(next);
            setState('idle');
          }}
        />
        <SectorChoice value={sector} onChange={setSector} />
        {sector && (
          <PlainButton look="quiet" onClick={() => setSector(null)}>
            {t('sector.clear')}
          </PlainButton>
        )}
        <LanguageChoice />
        <PlainButton look="secondary" pending={state === 'pending'} onClick={() => void handleSave()}>
          {t('me.save')}
        </PlainButton>
        {failure !== null && (
          <Notice tone="bad" role="alert">
            {failureText(failure)}
          </Notice>
        )}
        <p role="status">{state === 'saved' && t('me.saved')}</p>
      </div>
    </details>
  );
}

export const editParticipant = (sessionId: string, input: EditParticipant & { language: Language }) => api.put(`/sessions/${sessionId}/participant`, input);
