import type { Ballot, CastBallot, CastSecretBallot, VoteOption } from '@spolu/contracts/activities/dot-vote';
import { BarChart } from '@spolu/ui/bar-chart';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { Eye, LockKeyhole, Minus, Plus } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { api } from '../../../http/api.ts';
import { InBoth } from '../../in-both.tsx';
import { aboutBallot, useDevice, useQueue, useRemembered } from '../../phone/device.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { QueueLine } from '../../phone/queue-line.tsx';
import { ScreenTitle, Thumb } from '../../phone/screen.tsx';
import { useRefusalText } from '../../phone/use-failure-text.ts';
import { useAnswerDraft } from '../answers/answer-draft.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { addDot, ballotOf, dotsLeft, dotsOf, mayAddDot, removeDot, type Dots } from './dots.ts';
import { NamedBallots } from './named-ballots.tsx';
import { VoteRounds } from './vote-rounds.tsx';

/** Dots are put and taken back until the end; every change is the whole ballot on its way, so what stands on the screen is what counts. A secret one is sent once. */
export function PhoneDotVote({ activity }: Pick<PhoneActivityProps<'dot-vote'>, 'activity'>) {
  const { t } = usePhoneText();
  const { part: vote } = activity;
  const running = activity.state === 'running';
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
      {vote.result ? <PhoneDotVoteResult activity={activity} /> : running ? <BallotPaper activity={activity} /> : <Notice title={t('vote.over')}>{t('vote.waitForResult')}</Notice>}
    </div>
  );
}

export function BallotPaper({ activity }: Pick<PhoneActivityProps<'dot-vote'>, 'activity'>) {
  return activity.part.secrecy === 'secret' ? <SecretBallot activity={activity} /> : <OwnBallot activity={activity} />;
}

/** Every change is sent, until the end. */
function OwnBallot({ activity }: Pick<PhoneActivityProps<'dot-vote'>, 'activity'>) {
  const own = useBallot(activity);
  return (
    <Paper activity={activity} own={own} dots={own.dots} change={(next) => own.place(next)}>
      <QueueLine anything={own.cast} />
    </Paper>
  );
}

/** Put together here and sent once; what it says leaves the phone with it. */
function SecretBallot({ activity }: Pick<PhoneActivityProps<'dot-vote'>, 'activity'>) {
  const { t } = usePhoneText();
  const own = useBallot(activity);
  const [made, setMade] = useAnswerDraft<CastSecretBallot>(activity.id);
  if (own.given) {
    return (
      <>
        <Notice tone="good" role="status">
          {own.underWay ? t('answers.onItsWay') : t('answers.givenSecretly')}
        </Notice>
        <QueueLine anything={false} />
      </>
    );
  }
  const dots = dotsOf(made ?? own.refusedBallot ?? { dots: [] }, activity.part.options);
  const ballot = ballotOf(dots);
  const sendable = ballot.dots.length > 0 && own.ready && !activity.locked;
  return (
    <Paper activity={activity} own={own} dots={dots} change={(next) => setMade(ballotOf(next))}>
      <PlainButton
        size="thumb"
        aria-disabled={!sendable}
        onClick={() => {
          if (!sendable) return;
          own.place(dots, () => setMade(ballot));
          setMade(null);
        }}
      >
        {t('vote.send')}
      </PlainButton>
      <QueueLine anything={false} />
    </Paper>
  );
}

interface PaperProps extends Pick<PhoneActivityProps<'dot-vote'>, 'activity'> {
  own: Pick<ReturnType<typeof useBallot>, 'refused' | 'unkept'>;
  dots: Dots;
  change: (dots: Dots) => void;
  /** What is below the dots that are left. */
  children: ReactNode;
}

function Paper({ activity: { part: vote, locked }, own: { refused, unkept }, dots, change, children }: PaperProps) {
  const { t } = usePhoneText();
  const refusalText = useRefusalText();
  const device = useDevice();
  const left = dotsLeft(dots, vote);
  return (
    <>
      <p className="phone-mode">
        {vote.secrecy === 'open' ? <Eye aria-hidden size={22} /> : <LockKeyhole aria-hidden size={22} />}
        <span>
          {t(`answers.secrecy.${vote.secrecy}`)} {vote.secrecy !== 'secret' && t('vote.changeable')}
        </span>
      </p>
      {vote.perOption !== null && vote.perOption < vote.dots && <p>{t('vote.perOption', { count: vote.perOption })}</p>}
      {refused && (
        <Notice tone="bad" role="alert" title={t('vote.notTaken')}>
          <div className="stack stack-s">
            <p>{refusalText(refused.refusal?.code ?? '', refused.refusal?.facts)}</p>
            <div>
              <PlainButton look="secondary" onClick={() => void device.queue.discard([refused.key])}>
                {t('vote.understood')}
              </PlainButton>
            </div>
          </div>
        </Notice>
      )}
      {unkept && <Notice tone="bad" role="alert">{t('vote.notKept')}</Notice>}
      {locked && <Notice tone="warn">{t('vote.locked')}</Notice>}
      <ul role="list" className="stack stack-s">
        {vote.options.map((option) => (
          <OptionItem
            key={option.id}
            option={option}
            count={dots[option.id] ?? 0}
            mayAdd={!locked && mayAddDot(dots, option.id, vote)}
            mayRemove={!locked && (dots[option.id] ?? 0) > 0}
            onAdd={() => change(addDot(dots, option.id, vote))}
            onRemove={() => change(removeDot(dots, option.id))}
          />
        ))}
      </ul>
      <Thumb>
        <p className="phone-dots-left" role="status">
          {left > 0 ? t('vote.left', { count: left }) : t('vote.none')} <DotRow filled={vote.dots - left} of={vote.dots} />
        </p>
        {children}
      </Thumb>
    </>
  );
}

interface OptionItemProps {
  option: VoteOption;
  count: number;
  mayAdd: boolean;
  mayRemove: boolean;
  onAdd: () => void;
  onRemove: () => void;
}

function OptionItem({ option, count, mayAdd, mayRemove, onAdd, onRemove }: OptionItemProps) {
  const { t } = usePhoneText();
  return (
    <li className="ui-card phone-option" data-chosen={count > 0 || undefined}>
      <h2>{option.title}</h2>
      {option.noteTexts.length > 0 && (
        <details className="phone-more">
          <summary>{t('vote.notes', { count: option.noteTexts.length })}</summary>
          <ul>
            {option.noteTexts.map((text, i) => (
              <li key={i}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="phone-dots" role="group" aria-label={option.title}>
        <PlainButton look="secondary" size="thumb" icon={<Minus aria-hidden size={28} />} aria-label={t('vote.remove', { title: option.title })} aria-disabled={!mayRemove} onClick={() => mayRemove && onRemove()} />
        <output className="phone-dot-count" aria-live="polite">
          <span aria-hidden>{count}</span>
          <span className="visually-hidden">{t('vote.given', { count })}</span>
        </output>
        <PlainButton size="thumb" icon={<Plus aria-hidden size={28} />} aria-label={t('vote.add', { title: option.title })} aria-disabled={!mayAdd} onClick={() => mayAdd && onAdd()} />
      </div>
    </li>
  );
}

const DotRow = ({ filled, of }: { filled: number; of: number }) => (
  <span className="phone-dot-row" aria-hidden>
    {Array.from({ length: of }, (_, i) => (
      <span key={i} data-filled={i < filled || undefined} />
    ))}
  </span>
);

/** @param title left out: that it is what the vote came to */
export function PhoneDotVoteResult({ activity, title }: Pick<PhoneActivityProps<'dot-vote'>, 'activity'> & { title?: string }) {
  const { t } = usePhoneText();
  const { part: vote } = activity;
  const { result } = vote;
  if (!result) return null;
  const dots = (count: number) => t('vote.dots', { count });
  return (
    <section className="stack" aria-labelledby="vote-result">
      <h2 id="vote-result">{title ?? t('vote.result')}</h2>
      <p>{t('vote.turnout', { voted: result.votedCount, eligible: result.eligibleCount })}</p>
      <BarChart
        label={title ?? t('vote.result')}
        bars={[...result.options]
          .sort((a, b) => a.rank - b.rank)
          .map((option) => ({ id: option.optionId, label: option.title, count: option.dots, text: dots(option.dots), marked: option.rank === 1 }))}
      />
      <VoteRounds vote={{ ...vote, result }} t={t} dots={dots} />
      {vote.secrecy === 'open' && <NamedBallots activityId={activity.id} options={result.options} texts={{ names: t('answers.names'), nameless: t('answers.nameless'), dots }} />}
    </section>
  );
}

/** The ballot as it stands: what was just placed, else what is on its way, else what counts on the server. */
function useBallot({ id: activityId, part: { options, secrecy } }: PhoneActivityProps<'dot-vote'>['activity']) {
  const device = useDevice();
  const { ready, entries } = useQueue();
  const counts = useRemembered<Ballot>(aboutBallot(activityId));
  const [placed, setPlaced] = useState<Dots | null>(null);
  const [unkept, setUnkept] = useState(false);
  const mine = entries.filter((entry) => entry.about === aboutBallot(activityId));
  const underWay = mine.findLast((entry) => entry.state !== 'not-taken');
  const refused = mine.find((entry) => entry.state === 'not-taken');
  const refusedKey = refused?.key;

  // Asked at the start (another tab, a new phone) and after a refusal; otherwise the answers to the own changes tell.
  useEffect(() => {
    if (!ready) return;
    const leave = new AbortController();
    device
      .learnWhatCounts(aboutBallot(activityId), () => api.get<Ballot>(`/activities/${activityId}/ballot`, { signal: leave.signal }))
      // Without a network the last known ballot stays on the screen.
      .catch(() => undefined);
    return () => leave.abort();
  }, [device, activityId, ready, refusedKey]);

  // Dots on what may not be chosen any more (a team that was merged into another, her own by now) are free again.
  const dots = placed ?? dotsOf((underWay?.command.body as CastBallot | undefined) ?? counts ?? { dots: [] }, options);
  return {
    ready,
    dots,
    /** Of a secret vote: it is cast, or on its way. */
    given: underWay !== undefined || placed !== null || counts?.given === true,
    underWay: underWay !== undefined || placed !== null,
    refusedBallot: refused?.command.body as CastSecretBallot | undefined,
    cast: mine.length > 0 || (counts !== undefined && counts.castAt !== null),
    refused,
    unkept,
    /** @param onUnkept the device has no room for it: it is not on its way */
    place: (next: Dots, onUnkept?: () => void) => {
      setPlaced(next);
      // Shown from here until it stands in the queue, so that the next tap builds on it.
      device
        .castBallot(activityId, ballotOf(next), secrecy === 'secret')
        .then(() => setUnkept(false), () => {
          setUnkept(true);
          onUnkept?.();
        })
        .finally(() => setPlaced((now) => (now === next ? null : now)));
    },
  };
}
