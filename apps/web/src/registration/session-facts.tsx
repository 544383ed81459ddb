import type { RegistrationPage } from '@spolu/contracts/registration';
import { LinkButton } from '@spolu/ui/link-button';
import { CalendarPlus } from 'lucide-react';
import { LANGUAGE_NAMES, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

type Facts = Pick<RegistrationPage, 'sessionId' | 'days' | 'place' | 'audience' | 'language' | 'processId' | 'processTitle' | 'open' | 'capacity' | 'freeCount' | 'waitingCount'>;

/** Each planned day with its hours, as people read it: 22. novembra 2026, 17:00 – 19:00. */
export function useDays(): (days: RegistrationPage['days']) => string[] {
  const t = useText('registration');
  const format = useFormat();
  return (days) =>
    days.flatMap(({ on, startsAt, endsAt }) => {
      if (on === null) return [];
      const hours = startsAt && (endsAt ? t('page.fromTo', { from: startsAt, to: endsAt }) : t('page.from', { from: startsAt }));
      return [[format.day(on), hours].filter(Boolean).join(', ')];
    });
}

/** When, where, for whom, and how many seats are left. */
export function SessionFacts({ of, seats = true }: { of: Facts; seats?: boolean }) {
  const t = useText('registration');
  const days = useDays()(of.days);
  return (
    <div className="stack">
      <dl className="registration-facts">
        <dt>{t('page.when')}</dt>
        <dd>{days.length === 0 ? t('page.dayUnknown') : days.map((day) => <span key={day}>{day}</span>)}</dd>
        {of.place && (
          <>
            <dt>{t('page.where')}</dt>
            <dd className="keep-lines">{of.place}</dd>
          </>
        )}
        {of.audience && (
          <>
            <dt>{t('page.forWhom')}</dt>
            <dd className="keep-lines">{of.audience}</dd>
          </>
        )}
        <dt>{t('page.language')}</dt>
        <dd lang={of.language}>{LANGUAGE_NAMES[of.language]}</dd>
        <dt>{t('page.process')}</dt>
        <dd>
          <a href={`/processes/${of.processId}`}>{of.processTitle}</a>
        </dd>
        {seats && of.open && (
          <>
            <dt>{t('page.seats')}</dt>
            <dd>
              <Seats of={of} />
            </dd>
          </>
        )}
      </dl>
      {days.length > 0 && (
        <div className="no-print">
          <LinkButton look="secondary" href={`/api/sessions/${of.sessionId}/calendar`} icon={<CalendarPlus aria-hidden size={20} />}>
            {t('page.calendar')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function Seats({ of: { capacity, freeCount, waitingCount } }: { of: Facts }) {
  const t = useText('registration');
  if (capacity === null || freeCount === null) return t('page.noLimit');
  return (
    <>
      <span>{freeCount > 0 ? t('page.free', { count: freeCount, capacity }) : t('page.full', { capacity })}</span>
      {waitingCount > 0 && <span>{t('page.waiting', { count: waitingCount })}</span>}
    </>
  );
}
