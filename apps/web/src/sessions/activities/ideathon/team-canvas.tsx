import type { RoomIdeathon, TeamView } from '@spolu/contracts/activities/ideathon';
import { useText } from '../../../i18n/use-text.ts';

/** A team's canvas as the staff read it. */
export function TeamCanvas({ fields, view: { canvas } }: { fields: RoomIdeathon['settings']['fields']; view: TeamView }) {
  const t = useText('sessions/activities/ideathon');
  return (
    <dl className="team-canvas">
      {fields.map(({ title, required }, i) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd className="keep-lines">{canvas[i]?.text || <span className="soft">{t(required ? 'missingRequired' : 'missingOptional')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
