import { Problem, type FieldProblem } from '@spolu/contracts/problems';
import { useCallback } from 'react';
import type { TextValues } from '../i18n/make-text.ts';
import type { TextKey } from '../i18n/texts.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Unreachable } from './api.ts';

/** What went wrong and what to do, in the viewer's language. */
export function useProblemText(): (error: unknown) => string {
  const t = useText('http');
  const format = useFormat();
  return useCallback(
    (error) => {
      if (error instanceof Problem) return t(`problem.${error.code}` as TextKey<'http'>, factsOf(error, format.day));
      return error instanceof Unreachable ? t('unreachable') : t('problem.internal-error');
    },
    [t, format],
  );
}

/** What is wrong with one field. */
export function useFieldText(): (problem: Pick<FieldProblem, 'code' | 'limit'>) => string {
  const t = useText('http');
  return useCallback(
    ({ code, limit }) => {
      const counted = limit !== undefined && ['too-long', 'too-short', 'too-many', 'too-small', 'too-big'].includes(code);
      return counted ? t(`field.${code}-limit` as TextKey<'http'>, { count: limit }) : t(`field.${code}` as TextKey<'http'>);
    },
    [t],
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const wordOf = (fact: string, day: (iso: string) => string) => (DAY.test(fact) ? day(fact) : fact);

/** Days are told as people write them. */
const factsOf = (problem: Problem, day: (iso: string) => string): TextValues =>
  Object.fromEntries(
    Object.entries(problem.facts).map(([name, fact]) => [name, typeof fact === 'number' ? fact : Array.isArray(fact) ? fact.join(', ') : wordOf(String(fact ?? ''), day)]),
  );
