import type { LateAnswers } from '@spolu/contracts/activities/late';
import type { StaffState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Section } from './run-section.tsx';
import type { RoomCommands } from './use-room-commands.ts';

interface LateTrayProps {
  staff: StaffState;
  commands: RoomCommands;
  mayTend: boolean;
}

/** What came after the end: notes are decided about one by one, answers of a vote all at once and unseen. */
export function LateTray(props: LateTrayProps) {
  return (
    <>
      {props.staff.lateCards.length > 0 && <LateCards {...props} />}
      {props.staff.lateAnswers.length > 0 && <LateVotes {...props} />}
    </>
  );
}

function LateCards({ staff, commands, mayTend }: LateTrayProps) {
  const t = useText('sessions');
  const format = useFormat();
  return (
    <Section title={t('run.late', { number: staff.lateCards.length })}>
      <p className="small soft">{t('run.lateMeans')}</p>
      <ul role="list" className="stack stack-s">
        {staff.lateCards.map((card) => (
          <li key={card.id} className="ui-note">
            <p>{card.text}</p>
            <p className="small">{t('run.composedAt', { time: format.time(card.composedAt) })}</p>
            {mayTend && (
              <div className="row">
                <PlainButton look="secondary" size="small" pending={commands.pending !== null} onClick={() => void commands.acceptLate(card.id)}>
                  {t('run.accept')}
                </PlainButton>
                <PlainButton look="quiet" size="small" pending={commands.pending !== null} onClick={() => void commands.dismissLate(card.id)}>
                  {t('run.dismiss')}
                </PlainButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function LateVotes({ staff, commands, mayTend }: LateTrayProps) {
  const t = useText('sessions');
  return (
    <Section title={t('lateAnswers.title')}>
      <p className="small soft">{t('lateAnswers.means')}</p>
      <ul role="list" className="stack stack-s">
        {staff.lateAnswers.map((late) => (
          <LateVote key={late.activityId} late={late} commands={commands} mayTend={mayTend} />
        ))}
      </ul>
    </Section>
  );
}

function LateVote({ late: { activityId, title, waitingCount, leftOutCount, countedFrom }, commands, mayTend }: { late: LateAnswers } & Omit<LateTrayProps, 'staff'>) {
  const t = useText('sessions');
  const pending = commands.pending !== null;
  const count = waitingCount + leftOutCount;
  const mayCount = count >= countedFrom;
  return (
    <li className="stack stack-s">
      <p>
        {title}: <strong>{t('lateAnswers.count', { count })}</strong>
      </p>
      {waitingCount === 0 && mayCount && <p className="small soft">{t('lateAnswers.leftOut')}</p>}
      {!mayCount && <p className="small soft">{t('lateAnswers.tooFew', { number: countedFrom })}</p>}
      {mayTend && (
        <div className="row">
          {mayCount && (
            <PlainButton look="secondary" size="small" pending={pending} aria-label={t('lateAnswers.acceptOf', { title })} onClick={() => void commands.decideLate(activityId, true)}>
              {t('lateAnswers.accept')}
            </PlainButton>
          )}
          {waitingCount > 0 && (
            <PlainButton look="quiet" size="small" pending={pending} aria-label={t('lateAnswers.leaveOutOf', { title })} onClick={() => void commands.decideLate(activityId, false)}>
              {t('lateAnswers.leaveOut')}
            </PlainButton>
          )}
        </div>
      )}
    </li>
  );
}
