import { Presence, type MeetingSeat, type MeetingView } from '@spolu/contracts/meetings';
import { RadioGroup } from '@spolu/ui/radio-group';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';

/** Who is in the hall, and whether that is a quorum by the body's statute. */
export function AttendancePart({ view }: { view: MeetingView }) {
  const t = useText('review');
  const problemText = useProblemText();
  const { rules, presentCount, quorate } = view;
  const take = useCommand(({ seat, presence }: { seat: MeetingSeat; presence: Presence }) => api.put(`/meetings/${view.id}/seats/${seat.id}`, { presence }), ['/meetings']);
  return (
    <section className="page-section">
      <h2>{t('attendance.title')}</h2>
      <p role="status" className="review-quorum" data-quorate={quorate}>
        {t('opinion.present', { present: presentCount, members: rules.memberCount })} {quorate ? t('opinion.quorum') : t('opinion.noQuorum', { share: t(`share.${rules.quorum}`) })}
      </p>
      {take.error && <p role="alert">{problemText(take.error)}</p>}
      <ul role="list" className="review-seats">
        {view.seats.map((seat) => (
          <li key={seat.id}>
            {view.may.run && view.state === 'open' ? (
              <RadioGroup
                label={seat.role === 'chair' ? t('attendance.chair', { name: seat.name }) : seat.name}
                direction="row"
                optional={false}
                options={Presence.options.map((id) => ({ id, label: t(`attendance.${id}`) }))}
                value={seat.presence}
                onChange={(presence) => take.mutate({ seat, presence })}
              />
            ) : (
              <>
                <span className="strong">{seat.role === 'chair' ? t('attendance.chair', { name: seat.name }) : seat.name}</span> – {t(`attendance.${seat.presence}`)}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
