import type { ActivityView, SessionView } from '@spolu/contracts/sessions';
import { clockOf, type Placed } from '@spolu/contracts/sheet-clock';
import { Button } from '@spolu/ui/button';
import { Menu } from '@spolu/ui/menu';
import { Tag } from '@spolu/ui/tag';
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { GridListItem } from 'react-aria-components/GridList';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { settingsOfKind } from '../activities/settings-by-kind.tsx';
import type { BlockActions } from './day-list.tsx';
import { useMaterialText } from './use-material-text.ts';

interface BlockRowProps {
  activity: ActivityView;
  at: number;
  session: SessionView;
  level: 3 | 4;
  /** Null: the day has no beginning yet. */
  time: Placed | null;
  expected: Placed | null;
  mayChange: boolean;
  pending: boolean;
  mayUp: boolean;
  mayDown: boolean;
  actions: BlockActions;
  onMove: (by: -1 | 1) => void;
}

export function BlockRow({ activity, at, session: { sheet, staff }, level, time, expected, mayChange, pending, mayUp, mayDown, actions, onMove }: BlockRowProps) {
  const t = useText('sessions/run-sheet');
  const words = useText('sessions');
  const format = useFormat();
  const materialText = useMaterialText();
  const { title, plan, settings, state } = activity;
  const { Tags } = settingsOfKind(settings.kind);
  const Heading = `h${level}` as const;
  const movable = mayChange && state === 'planned';
  const owner = staff.find(({ personId }) => personId === plan.ownerId);
  const materials = [...plan.supplies, ...plan.equipment];
  const moved = expected !== null && time !== null && expected.start !== time.start;
  return (
    <GridListItem id={activity.id} textValue={title} className="sheet-block ui-card" data-type={plan.type} data-state={activity.skipped ? 'skipped' : state} data-track={plan.track || undefined}>
      <div className="sheet-when">
        {mayChange && (
          <Button slot="drag" isDisabled={!movable} look="quiet" size="small" iconOnly className="sheet-grip" icon={<GripVertical aria-hidden size={20} />} aria-label={t('agenda.grip', { title })} />
        )}
        <span className="soft">{at + 1}.</span>
        {time && !activity.skipped && <span className="sheet-time">{clockOf(time.start)}</span>}
        <span className="soft small">{activity.openUntil ? words('agenda.openUntil', { when: format.weekdayTime(activity.openUntil) }) : words('agenda.minutesShort', { minutes: format.number(activity.minutes) })}</span>
        {expected?.isPassedOver && !activity.skipped && <Tag>{t('live.passedOver')}</Tag>}
        {expected && !expected.isPassedOver && !activity.skipped && (moved || state !== 'planned') && (
          <span className="small">{state === 'planned' ? t('live.expected', { at: clockOf(expected.start) }) : t('live.began', { at: clockOf(expected.start) })}</span>
        )}
      </div>
      <div className="sheet-body">
        <div className="row row-apart sheet-head">
          <Heading>{title}</Heading>
          {mayChange && (
            <div className="row sheet-row-tools">
              {movable && (
                <>
                  <Button look="quiet" size="small" iconOnly icon={<ArrowUp aria-hidden size={20} />} aria-label={t('agenda.up', { title })} isDisabled={!mayUp} onPress={() => onMove(-1)} />
                  <Button look="quiet" size="small" iconOnly icon={<ArrowDown aria-hidden size={20} />} aria-label={t('agenda.down', { title })} isDisabled={!mayDown} onPress={() => onMove(1)} />
                </>
              )}
              {state !== 'ended' && (
                <Button look="quiet" size="small" iconOnly icon={<Pencil aria-hidden size={20} />} aria-label={t('agenda.edit', { title })} onPress={() => actions.onEdit(activity)} />
              )}
              {state === 'planned' && (
                <Button look="quiet" size="small" iconOnly icon={<Trash2 aria-hidden size={20} />} aria-label={t('agenda.remove', { title })} isDisabled={pending} onPress={() => actions.onRemove(activity)} />
              )}
              <Menu
                trigger={{ look: 'quiet', size: 'small', iconOnly: true, icon: <Ellipsis aria-hidden size={20} />, 'aria-label': t('agenda.moreOf', { title }) }}
                label={t('agenda.moreOf', { title })}
                entries={[
                  ...(activity.skipped ? [{ id: 'in', label: t('agenda.takeIn'), onAction: () => actions.onTakeIn(activity) }] : []),
                  { id: 'copy', label: t('agenda.duplicate'), onAction: () => actions.onDuplicate(activity) },
                  { id: 'keep', label: t('save.asMethod'), onAction: () => actions.onKeep(activity) },
                ]}
                placement="bottom end"
              />
            </div>
          )}
        </div>
        <div className="stack stack-s">
          <div className="row sheet-tags">
            {plan.type === 'work' ? <Tag tone="accent">{words(`activityKind.${settings.kind}`)}</Tag> : <Tag>{t(`type.${plan.type}`)}</Tag>}
            {Tags && <Tags settings={settings} />}
            {plan.track > 0 && <Tag tone="accent">{t('block.inTrack', { name: sheet.tracks[plan.track - 1] ?? '' })}</Tag>}
            {plan.fixedStart && <Tag>{t('block.fixedAt', { at: plan.fixedStart })}</Tag>}
            {plan.optional && <Tag>{t('block.isOptional')}</Tag>}
            {plan.shortestMinutes !== null && plan.shortestMinutes < activity.minutes && <Tag>{t('block.atLeast', { minutes: plan.shortestMinutes })}</Tag>}
            {activity.skipped && <Tag tone="warn">{t('live.leftOut')}</Tag>}
            {state !== 'planned' && <Tag tone={state === 'running' ? 'good' : 'neutral'}>{words(`activityState.${state}`)}</Tag>}
          </div>
          {time && time.slack !== 0 && (
            <p className="small sheet-warning" data-tone={time.slack < 0 ? 'bad' : undefined}>
              {time.slack < 0 && <TriangleAlert aria-hidden size={18} />}
              {time.slack > 0 ? t('block.gap', { count: time.slack }) : t('block.overlap', { count: -time.slack })}
            </p>
          )}
          {activity.instruction && <p className="keep-lines">{activity.instruction}</p>}
        </div>
        {(plan.purpose || owner || materials.length > 0 || activity.staffNotes) && (
          <div className="stack stack-s small sheet-team">
            {plan.purpose && <p className="keep-lines sheet-purpose">{plan.purpose}</p>}
            {owner && <p>{t('block.ledBy', { name: owner.name })}</p>}
            {materials.length > 0 && <p>{t('block.bring', { list: materials.map(materialText).join(', ') })}</p>}
            {activity.staffNotes && (
              <p className="keep-lines">
                <strong>{words('activity.staffNotes')}:</strong> {activity.staffNotes}
              </p>
            )}
          </div>
        )}
      </div>
    </GridListItem>
  );
}
