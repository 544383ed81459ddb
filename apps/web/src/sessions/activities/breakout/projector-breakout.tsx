import { placeOf, questionAt } from '@spolu/contracts/activities/breakout';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import { InBoth } from '../../in-both.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';
import './projector-breakout.css';

/** Where the tables are and what each is asked. Who sits where everybody reads on her own phone: names are the staff's to know. */
export function ProjectorBreakout({ activity: { instruction, part, state } }: ProjectorActivityProps<'breakout'>) {
  const t = useText('sessions');
  const { settings, tables, message, round, carriedOver } = part;
  const own = settings.questions.length > 1;
  return (
    <>
      {(message ?? instruction) && <HallText look="instruction" text={message?.text ?? instruction} />}
      {!own && settings.questions[0] && <p className="hall-line"><InBoth of={settings.questions[0]} /></p>}
      <p className="hall-line hall-soft">
        {carriedOver ? t('breakout.hallCarried') : state === 'ended' ? t('breakout.hallOver') : settings.deal === 'chosen' ? t('breakout.hallChoose') : t('breakout.hallPhone')}
        {round > 1 && ` · ${t('breakout.round', { round })}`}
      </p>
      <FittedList of={`${tables.length} ${settings.questions.join()} ${settings.places.join()}`} more={(count) => t('breakout.moreTables', { count })}>
        <ul role="list" className="hall-tables">
          {tables.map(({ number, memberCount }) => (
            <li key={number}>
              <span className="hall-table-number">
                <span className="visually-hidden">{t('breakout.table', { number })}</span>
                <span aria-hidden>{number}</span>
              </span>
              <span className="hall-table-words">
                {placeOf(settings, number) && <strong>{placeOf(settings, number)}</strong>}
                {own && <span><InBoth of={questionAt(settings, number)} /></span>}
                <span className="hall-soft">{t('breakout.people', { count: memberCount })}</span>
              </span>
            </li>
          ))}
        </ul>
      </FittedList>
    </>
  );
}
