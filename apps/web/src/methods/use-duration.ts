import { useText } from '../i18n/use-text.ts';

/** 45 min, 2 h, 3 h 30 min */
export function useDuration(): (minutes: number) => string {
  const t = useText('methods');
  return (minutes) => {
    if (minutes < 120) return t('duration.minutes', { minutes });
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return rest === 0 ? t('duration.hours', { hours }) : t('duration.both', { hours, minutes: rest });
  };
}
