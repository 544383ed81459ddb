import type { CanvasField, OwnTeam, OwnTeamAnswer, RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { CANVAS_FIELD_MAX_LENGTH } from '@spolu/contracts/plain';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { InBoth, useInBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { type FieldDraft, keepDraft, readDraft } from './field-draft.ts';
import { useSending } from './use-sending.ts';

interface PhoneCanvasProps {
  team: OwnTeam;
  settings: RoomIdeathon['settings'];
  /** The stage goes on and nobody locked it. */
  open: boolean;
  onChange: (answer: OwnTeamAnswer) => void;
  /** Somebody else wrote meanwhile. */
  onStale: () => void;
}

/** The team's canvas: any of its members fills in any field; what is saved is saved, what is missing is said. */
export function PhoneCanvas({ team, settings: { fields }, open, onChange, onStale }: PhoneCanvasProps) {
  const { t } = usePhoneText();
  const inBoth = useInBoth();
  const missing = fields.filter(({ required }, i) => required && !team.canvas[i]?.text).map(({ title }) => inBoth(title));
  return (
    <section className="stack" aria-labelledby="canvas">
      <h2 id="canvas">{t('ideathon.stage.canvas')}</h2>
      {open && <p className="small soft">{t('ideathon.canvasMeans')}</p>}
      <p role="status">{missing.length > 0 ? t('ideathon.missing', { fields: missing.join(', ') }) : t('ideathon.complete')}</p>
      {team.canvas.map((stands, i) => {
        const field = fields[i];
        return field && <Field key={`${team.id} ${String(i)}`} index={i} field={field} stands={stands} teamId={team.id} open={open} onChange={onChange} onStale={onStale} />;
      })}
    </section>
  );
}

interface FieldProps extends Pick<PhoneCanvasProps, 'open' | 'onChange' | 'onStale'> {
  index: number;
  field: RoomIdeathon['settings']['fields'][number];
  stands: CanvasField;
  teamId: string;
}

function Field({ index, field: { title, hint, required }, stands, teamId, open, onChange, onStale }: FieldProps) {
  const { t } = usePhoneText();
  const inBoth = useInBoth();
  const [draft, setDraft] = useState(() => readDraft(teamId, index));
  const { pending, failure, send } = useSending();
  const changed = draft !== null && draft.text.trim() !== stands.text;
  const conflict = changed && draft.revision !== stands.revision;
  const tooLong = changed && draft.text.trim().length > CANVAS_FIELD_MAX_LENGTH;
  function keep(next: FieldDraft | null) {
    keepDraft(teamId, index, next);
    setDraft(next);
  }
  async function save(words: FieldDraft) {
    const text = words.text.trim();
    await send(async () => {
      try {
        const answer = await api.put<OwnTeamAnswer>(`/teams/${teamId}/canvas`, { field: index, text, revision: words.revision });
        // what was typed while it was under way stays, on top of what is saved now
        const typed = readDraft(teamId, index);
        const revision = answer.team?.canvas[index]?.revision ?? 0;
        keep(typed && typed.text.trim() !== text ? { text: typed.text, revision } : null);
        onChange(answer);
      } catch (error) {
        onStale();
        throw error;
      }
    });
  }
  if (!open) {
    return (
      <div className="ui-card stack stack-s">
        <h3><InBoth of={title} /></h3>
        <p className="keep-lines">{stands.text || <span className="soft">{t('ideathon.empty')}</span>}</p>
        {changed && (
          <Notice tone="warn" title={t('ideathon.notSaved')}>
            <p className="keep-lines">{draft.text}</p>
          </Notice>
        )}
      </div>
    );
  }
  return (
    <div className="ui-card stack stack-s">
      <PlainTextArea
        label={<InBoth of={title} />}
        hint={hint ? <InBoth of={hint} /> : undefined}
        optional={required ? false : t('ideathon.optional')}
        rows={3}
        value={draft?.text ?? stands.text}
        onChange={(text) => keep({ text, revision: changed ? draft.revision : stands.revision })}
        onBlur={() => changed && !conflict && !tooLong && void save(draft)}
        max={{ length: CANVAS_FIELD_MAX_LENGTH, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }}
      />
      {conflict && (
        <Notice tone="warn" role="alert" title={t('ideathon.conflict')}>
          <div className="stack stack-s">
            <p className="keep-lines">{stands.text || t('ideathon.empty')}</p>
            <div className="row">
              <PlainButton look="secondary" size="small" onClick={() => keep(null)}>
                {t('ideathon.takeTheirs')}
              </PlainButton>
              <PlainButton look="secondary" size="small" onClick={() => keep({ text: `${stands.text}\n${draft.text}`.trim(), revision: stands.revision })}>
                {t('ideathon.joinBoth')}
              </PlainButton>
              <PlainButton look="secondary" size="small" pending={pending} onClick={() => void save({ text: draft.text, revision: stands.revision })}>
                {t('ideathon.takeMine')}
              </PlainButton>
            </div>
          </div>
        </Notice>
      )}
      {failure && !conflict && <Notice tone="bad" role="alert">{failure}</Notice>}
      <div className="row row-apart">
        <span className="small soft" role="status">
          {changed ? t('ideathon.unsaved') : stands.revision > 0 ? t('ideathon.saved') : ''}
        </span>
        {changed && !conflict && (
          <PlainButton size="small" pending={pending} aria-disabled={tooLong} aria-label={t('ideathon.saveOf', { field: inBoth(title) })} onClick={() => !tooLong && void save(draft)}>
            {t('ideathon.saveWords')}
          </PlainButton>
        )}
      </div>
    </div>
  );
}
