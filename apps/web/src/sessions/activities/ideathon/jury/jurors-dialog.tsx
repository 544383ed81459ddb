import { JURORS_MAX, type JuryView, type MoveSeat, type NameJuror } from '@spolu/contracts/activities/ideathon-jury';
import type { StaffState } from '@spolu/contracts/sessions';
import { Dialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../../../../i18n/use-text.ts';
import './jury.css';
import { SeatDialog } from './seat-dialog.tsx';

interface JurorsDialogProps {
  view: JuryView;
  staff: StaffState;
  mayChange: boolean;
  mayMoveSeat: boolean;
  pending: boolean;
  onName: (input: NameJuror) => Promise<unknown>;
  onMoveSeat: (input: MoveSeat) => Promise<boolean>;
  onClose: () => void;
}

/** Who is in the jury and how far each is; everybody in the room may be named. */
export function JurorsDialog({ view, staff, mayChange, mayMoveSeat, pending, onName, onMoveSeat, onClose }: JurorsDialogProps) {
  const t = useText('sessions/activities/ideathon/jury');
  const jurors = new Map(view.jurors.map((juror) => [juror.participantId, juror]));
  const [moving, setMoving] = useState<{ id: string; name: string } | null>(null);
  const everybody = staff.participants.map(({ id, nickname, removed }, i) => ({ id, removed, name: nickname ?? t('run.participant', { number: i + 1 }), juror: jurors.get(id) }));
  const people = everybody
    .filter(({ removed, juror }) => juror !== undefined || (mayChange && !removed))
    .sort((a, b) => Number(b.juror !== undefined) - Number(a.juror !== undefined));
  return (
    <Dialog open onClose={onClose} title={t('run.jurors')} size="large">
      <p className="small soft">{t('run.jurorsMeans', { limit: JURORS_MAX })}</p>
      {people.length === 0 && <p>{t('run.none')}</p>}
      <ul role="list" className="jury-teams">
        {people.map(({ id, name, juror }) => (
          <li key={id}>
            <span>
              {juror ? <strong>{name}</strong> : name}
              {juror && (
                <>
                  <br />
                  <span className="small soft">
                    {[
                      view.state === 'preparing' ? null : juror.declared ? t('run.doneOf', { done: juror.doneCount, asked: juror.askedCount }) : t('run.undeclared'),
                      juror.conflictCount > 0 ? t('run.conflicts', { count: juror.conflictCount }) : null,
                    ].filter(Boolean).join(' · ')}
                  </span>
                </>
              )}
            </span>
            <span className="jury-juror-does">
              {mayMoveSeat && juror && (
                <PlainButton look="quiet" size="small" aria-label={t('run.moveSeatOf', { name })} onClick={() => setMoving({ id, name })}>
                  {t('run.moveSeat')}
                </PlainButton>
              )}
              {mayChange && (juror !== undefined || view.jurors.length < JURORS_MAX) && (
                <PlainButton
                  look={juror ? 'quiet' : 'secondary'}
                  size="small"
                  pending={pending}
                  aria-label={t(juror ? 'run.unnameOf' : 'run.nameOf', { name })}
                  onClick={() => void onName({ participantId: id, named: juror === undefined })}
                >
                  {juror ? t('run.unname') : t('run.name')}
                </PlainButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      {moving && <SeatDialog from={moving} people={everybody.filter(({ removed, juror }) => !removed && !juror).reverse()} onMove={onMoveSeat} onClose={() => setMoving(null)} />}
    </Dialog>
  );
}
