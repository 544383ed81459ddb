import type { DeclareConflicts, OwnJury } from '@spolu/contracts/activities/ideathon-jury';
import { REASON_MAX_LENGTH } from '@spolu/contracts/plain';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextField } from '@spolu/ui/plain';
import { useState } from 'react';
import { type JuryText, teamTitle } from './jury-words.ts';

interface ConflictFormProps {
  t: JuryText;
  own: OwnJury;
  pending: boolean;
  failed: string | null;
  onConfirm: (input: DeclareConflicts) => void;
}

/** Asked before anything is scored: the teams that she must not judge, each with its reason. */
export function ConflictForm({ t, own, pending, failed, onConfirm }: ConflictFormProps) {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(
    () => new Map(own.teams.flatMap(({ id, conflict }) => (conflict?.kind === 'declared' ? [[id, conflict.reason] as const] : []))),
  );
  const [tried, setTried] = useState(false);
  const set = (teamId: string, reason: string | null) => {
    const next = new Map(reasons);
    if (reason === null) next.delete(teamId);
    else next.set(teamId, reason);
    setReasons(next);
  };
  function handleConfirm() {
    setTried(true);
    const conflicts = [...reasons].map(([teamId, reason]) => ({ teamId, reason: reason.trim() }));
    if (conflicts.every(({ reason }) => reason !== '')) onConfirm({ conflicts });
  }
  return (
    <fieldset className="jury-conflicts stack">
      <legend className="ui-label">{t('conflicts.title')}</legend>
      <p>{t('conflicts.means')}</p>
      {own.state === 'discussing' && <p>{t('conflicts.kept')}</p>}
      {own.teams.map((team) =>
        team.conflict?.kind === 'member' ? (
          <p key={team.id}>
            <strong>{teamTitle(team, t)}</strong>
            <br />
            {t('conflicts.member')}
          </p>
        ) : (
          <div key={team.id} className="stack stack-s">
            <Checkbox
              label={teamTitle(team, t)}
              checked={reasons.has(team.id)}
              disabled={own.state === 'discussing' && team.conflict !== null}
              onChange={(checked) => set(team.id, checked ? '' : null)}
            />
            {reasons.has(team.id) && (
              <PlainTextField
                label={t('conflicts.reason', { team: teamTitle(team, t) })}
                maxLength={REASON_MAX_LENGTH}
                value={reasons.get(team.id) ?? ''}
                onChange={(reason) => set(team.id, reason)}
                error={tried && !reasons.get(team.id)?.trim() ? t('conflicts.reasonMissing') : null}
              />
            )}
          </div>
        ))}
      {failed !== null && <Notice tone="bad" role="alert">{failed}</Notice>}
      <PlainButton pending={pending} onClick={handleConfirm}>
        {reasons.size === 0 ? t('conflicts.none') : t('conflicts.confirm')}
      </PlainButton>
    </fieldset>
  );
}
