import { BRIEF_MAX_LENGTH, CANVAS_FIELDS_MAX, CANVAS_MINUTES_MAX, type IdeathonSettings, PITCH_MINUTES_MAX, TEAM_SIZE_MAX } from '@spolu/contracts/activities/ideathon';
import { DOTS_MAX } from '@spolu/contracts/activities/dot-vote';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';
import './ideathon-settings.css';
import { RubricFields, rubricOf, type RubricValue, rubricValues } from './jury/rubric-fields.tsx';
import { USUAL_CRITERIA } from './jury/usual-criteria.ts';
import { USUAL_FIELDS } from '@spolu/methods/canvas-fields';

interface Values extends Pick<IdeathonSettings, 'challenge' | 'brief' | 'fields'> {
  /** One a line. */
  goodProposal: string;
  teamMin: number | null;
  teamMax: number | null;
  canvasMinutes: number | null;
  pitchMinutes: number | null;
  votes: boolean;
  dots: number | null;
  perOption: number | null;
  ownTeam: boolean;
  judged: boolean;
  /** Of its jury. */
  criteria: RubricValue[];
}
type Props = SettingsFieldsProps<Values>;

function Fields(props: Props) {
  const t = useText('sessions');
  const { values, change, errorOf, idOf } = props;
  const number = (name: 'teamMin' | 'teamMax' | 'canvasMinutes' | 'pitchMinutes', max: number, optional = false) => (
    <NumberField
      id={idOf(name)}
      label={t(`ideathon.${name}`)}
      optional={optional}
      min={1}
      max={max}
      value={values[name]}
      onChange={(next) => change({ [name]: next })}
      error={errorOf(name)}
    />
  );
  const goodProposalError = Array.from({ length: 10 }, (_, i) => errorOf(`goodProposal.${String(i)}`)).find((error) => error !== null);
  return (
    <>
      <TextField id={idOf('challenge')} label={t('ideathon.challenge')} hint={t('ideathon.challengeHint')} value={values.challenge} onChange={(challenge) => change({ challenge })} error={errorOf('challenge')} />
      <TextArea id={idOf('brief')} label={t('ideathon.brief')} hint={t('ideathon.briefHint')} optional rows={4} maxLength={BRIEF_MAX_LENGTH} value={values.brief} onChange={(brief) => change({ brief })} error={errorOf('brief')} />
      <TextArea
        id={idOf('goodProposal')}
        label={t('ideathon.goodProposal')}
        hint={t('ideathon.goodProposalHint')}
        optional
        rows={3}
        value={values.goodProposal}
        onChange={(goodProposal) => change({ goodProposal })}
        error={errorOf('goodProposal') ?? goodProposalError ?? null}
      />
      <div className="row">
        {number('teamMin', TEAM_SIZE_MAX)}
        {number('teamMax', TEAM_SIZE_MAX)}
      </div>
      <CanvasFields {...props} />
      <div className="row">
        {number('canvasMinutes', CANVAS_MINUTES_MAX, true)}
        {number('pitchMinutes', PITCH_MINUTES_MAX)}
      </div>
      <Jury {...props} />
      <Audience {...props} />
    </>
  );
}

/** What each team answers on its canvas. */
function CanvasFields({ values: { fields }, change, errorOf, idOf }: Props) {
  const t = useText('sessions');
  const edit = (index: number, part: Partial<Values['fields'][number]>) => change({ fields: fields.map((field, i) => (i === index ? { ...field, ...part } : field)) });
  const error = errorOf('fields');
  return (
    <fieldset className="canvas-fields stack">
      <legend>{t('ideathon.fields')}</legend>
      {error !== null && <p className="ui-error" role="alert">{error}</p>}
      {fields.map((field, i) => (
        <div key={i} role="group" aria-label={t('ideathon.fieldOf', { number: i + 1 })} className="canvas-field stack stack-s">
          <TextField id={idOf(`fields.${String(i)}.title`)} label={t('ideathon.fieldTitle')} value={field.title} onChange={(title) => edit(i, { title })} error={errorOf(`fields.${String(i)}.title`)} />
          <TextField id={idOf(`fields.${String(i)}.hint`)} label={t('ideathon.fieldHint')} optional value={field.hint} onChange={(hint) => edit(i, { hint })} error={errorOf(`fields.${String(i)}.hint`)} />
          <div className="row row-apart">
            <Checkbox label={t('ideathon.fieldRequired')} checked={field.required} onChange={(required) => edit(i, { required })} />
            <Button look="quiet" size="small" aria-label={t('ideathon.removeFieldOf', { number: i + 1 })} onPress={() => change({ fields: fields.filter((_, other) => other !== i) })}>
              {t('ideathon.removeField')}
            </Button>
          </div>
        </div>
      ))}
      {fields.length < CANVAS_FIELDS_MAX && (
        <div>
          <Button look="secondary" size="small" onPress={() => change({ fields: [...fields, { title: '', hint: '', required: false }] })}>
            {t('ideathon.addField')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Jury({ values: { judged, criteria }, change, errorOf, idOf }: Props) {
  const t = useText('sessions');
  const at = (path: string) => ['jury.criteria', path].filter(Boolean).join('.');
  return (
    <>
      <Checkbox label={t('ideathon.judged')} hint={t('ideathon.judgedHint')} checked={judged} onChange={(next) => change({ judged: next })} />
      {judged && <RubricFields values={criteria} change={(next) => change({ criteria: next })} errorOf={(path) => errorOf(at(path))} idOf={(path) => idOf(at(path))} />}
    </>
  );
}

function Audience({ values: { votes, dots, perOption, ownTeam }, change, errorOf, idOf }: Props) {
  const t = useText('sessions');
  return (
    <>
      <Checkbox label={t('ideathon.votes')} hint={t('ideathon.votesHint')} checked={votes} onChange={(next) => change({ votes: next })} />
      {votes && (
        <>
          <div className="row">
            <NumberField id={idOf('audience.dots')} label={t('ideathon.dots')} min={1} max={DOTS_MAX} value={dots} onChange={(next) => change({ dots: next })} error={errorOf('audience.dots')} />
            <NumberField
              id={idOf('audience.perOption')}
              label={t('ideathon.perOption')}
              optional
              min={1}
              max={DOTS_MAX}
              value={perOption}
              onChange={(next) => change({ perOption: next })}
              error={errorOf('audience.perOption')}
            />
          </div>
          <Checkbox label={t('ideathon.ownTeam')} hint={t('ideathon.ownTeamHint')} checked={ownTeam} onChange={(next) => change({ ownTeam: next })} />
        </>
      )}
    </>
  );
}

function Tags({ settings: { teamMin, teamMax, audience, jury } }: { settings: IdeathonSettings }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t('ideathon.teamSize', { min: teamMin, max: teamMax })}</Tag>
      {jury && <span className="soft small">{t('ideathon.judged')}</span>}
      {audience && <span className="soft small">{t('ideathon.votes')}</span>}
    </>
  );
}

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

export const IDEATHON_SETTINGS: KindSettings<'ideathon', Values> = {
  /** In the language in which she prepares it. */
  get start() {
    return {
      challenge: '', brief: '', goodProposal: '', teamMin: 3, teamMax: 6, fields: USUAL_FIELDS[currentLanguage()], canvasMinutes: 60, pitchMinutes: 3,
      votes: true, dots: 3, perOption: 1, ownTeam: false, judged: true, criteria: rubricValues(USUAL_CRITERIA[currentLanguage()]),
    };
  },
  valuesOf: ({ kind: _, audience, jury, goodProposal, ...settings }) => ({
    ...settings, judged: jury !== null, criteria: rubricValues(jury?.criteria ?? USUAL_CRITERIA[currentLanguage()]), goodProposal: goodProposal.join('\n'), votes: audience !== null, dots: audience?.dots ?? 3, perOption: audience ? audience.perOption : 1, ownTeam: audience?.ownTeam ?? false,
  }),
  settingsOf: ({ votes, dots, perOption, ownTeam, judged, criteria, goodProposal, ...values }) => ({
    ...values, jury: judged ? rubricOf(criteria) : null, goodProposal: linesOf(goodProposal), audience: votes ? { dots, perOption, ownTeam } : null }),
  labels: {
    challenge: 'ideathon.challenge', brief: 'ideathon.brief', goodProposal: 'ideathon.goodProposal', 'goodProposal.*': 'ideathon.goodProposal', teamMin: 'ideathon.teamMin', teamMax: 'ideathon.teamMax',
    fields: 'ideathon.fields', 'fields.*.title': 'ideathon.fieldTitle', 'fields.*.hint': 'ideathon.fieldHint', canvasMinutes: 'ideathon.canvasMinutes', pitchMinutes: 'ideathon.pitchMinutes',
    'jury.criteria': 'ideathon.criteria', 'jury.criteria.*.title': 'ideathon.criterionTitle', 'jury.criteria.*.weight': 'ideathon.criterionWeight', 'jury.criteria.*.anchors': 'ideathon.criterionAnchors', 'jury.criteria.*.anchors.*': 'ideathon.criterionAnchors',
    'audience.dots': 'ideathon.dots', 'audience.perOption': 'ideathon.perOption',
  },
  Fields,
  Tags,
};
