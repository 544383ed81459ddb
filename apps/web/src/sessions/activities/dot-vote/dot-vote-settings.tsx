import { DOTS_MAX, type VoteSecrecy, voteSecrecyOf } from '@spolu/contracts/activities/dot-vote';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { Tag } from '@spolu/ui/tag';
import { useText } from '../../../i18n/use-text.ts';
import { SecrecyField } from '../answers/answers-settings.tsx';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

interface Values {
  dots: number | null;
  limited: boolean;
  perOption: number | null;
  secrecy: VoteSecrecy;
}
const START: Values = { dots: 5, limited: true, perOption: 2, secrecy: 'blind' };

function Fields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  return (
    <>
      <NumberField id={idOf('dots')} label={t('activity.dots')} min={1} max={DOTS_MAX} value={values.dots} onChange={(dots) => change({ dots })} error={errorOf('dots')} />
      <Checkbox label={t('activity.limited')} hint={t('activity.limitedHint')} checked={values.limited} onChange={(limited) => change({ limited })} />
      {values.limited && (
        <NumberField
          id={idOf('perOption')}
          label={t('activity.perOption')}
          min={1}
          max={values.dots ?? DOTS_MAX}
          value={values.perOption}
          onChange={(perOption) => change({ perOption })}
          error={errorOf('perOption')}
        />
      )}
      <SecrecyField values={values} change={change} />
    </>
  );
}

function Tags({ settings }: { settings: SettingsOf<'dot-vote'> }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t('agenda.dots', { count: settings.dots })}</Tag>
      <Tag>{t(`answers.secrecyIs.${voteSecrecyOf(settings)}`)}</Tag>
    </>
  );
}

export const DOT_VOTE_SETTINGS: KindSettings<'dot-vote', Values> = {
  start: START,
  valuesOf: ({ dots, perOption, secrecy }) => ({ dots, limited: perOption !== null, perOption: perOption ?? START.perOption, secrecy: voteSecrecyOf({ secrecy }) }),
  settingsOf: ({ dots, limited, perOption, secrecy }) => ({ dots, perOption: limited ? perOption : null, secrecy }),
  labels: { dots: 'activity.dots', perOption: 'activity.perOption', secrecy: 'answers.secrecy' },
  Fields,
  Tags,
};
