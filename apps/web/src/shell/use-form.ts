import { Problem, type FieldProblem, type ProblemCode } from '@spolu/contracts/problems';
import type { SummaryError } from '@spolu/ui/error-summary';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { useFieldText, useProblemText } from '../http/use-problem-text.ts';
import { useDraft } from './use-draft.ts';

export interface FormOptions<Values, Schema extends z.ZodType> {
  /** The contract's schema of the command: the same check as the server's, before anything is sent. */
  schema: Schema;
  initial: Values;
  /** Sends what the schema made of the values. */
  submit: (input: z.output<Schema>) => Promise<unknown>;
  onDone?: (answer: unknown) => void;
  /** What the schema sees, where the form's values differ from the command's. */
  toInput?: (values: Values) => unknown;
  /** The fields' labels for the error summary, by path; `*` stands for an index: `phases.*.title`. */
  labels: Record<string, string>;
  /** The field that a refusal is about, where its code alone says so: `{ 'identity/weak-password': 'password' }`. */
  about?: Partial<Record<ProblemCode, keyof Values & string>>;
  /** What was typed is kept in this tab under this name until it was sent. Never for passwords. */
  draft?: string;
}

/** A form's values, checks, answers of the server at their fields, and the error summary. Nothing typed is ever thrown away. */
export function useForm<Values extends object, Schema extends z.ZodType>({ schema, initial, submit, onDone, toInput = (v) => v, labels, about = {}, draft }: FormOptions<Values, Schema>) {
  const [values, setValues, forget, restored] = useDraft<Values>(draft ?? null, initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const fieldText = useFieldText();
  const problemText = useProblemText();

  const refusedField = failure instanceof Problem && problems.length === 0 ? about[failure.code] : undefined;

  /** Sets several fields at once. Their complaints go when they are mended, not when the next try is made. */
  function change(part: Partial<Values>) {
    setValues((before) => ({ ...before, ...part }));
    const names = Object.keys(part);
    if (refusedField && names.includes(refusedField)) setFailure(null);
    setProblems((before) => before.filter(({ path }) => !names.some((name) => path === name || path.startsWith(`${name}.`))));
  }

  function set<Name extends keyof Values & string>(name: Name, value: Values[Name]) {
    change({ [name]: value } as unknown as Partial<Values>);
  }

  function errorOf(path: string): string | null {
    if (path === refusedField) return problemText(failure);
    const problem = problems.find((one) => one.path === path);
    return problem ? fieldText(problem) : null;
  }

  const labelOf = (path: string) => labels[path] ?? labels[path.replace(/\.\d+(?=\.|$)/g, '.*')] ?? labels[path.split('.')[0] ?? ''];

  const summary: SummaryError[] = problems.map((problem) => {
    const label = labelOf(problem.path);
    return label ? { fieldId: fieldIdOf(problem.path), message: `${label}: ${fieldText(problem)}` } : { message: fieldText(problem) };
  });
  if (failure !== null && problems.length === 0) {
    const signedOut = failure instanceof Problem && failure.code === 'signed-out';
    summary.push({ fieldId: refusedField && fieldIdOf(refusedField), message: problemText(failure), href: signedOut ? '/sign-in' : undefined });
  }

  function handleSubmit(event?: FormEvent) {
    event?.preventDefault();
    return send(values);
  }

  /** Sends other values than those on the screen, which become them. */
  function submitAgain(changed: Values) {
    setValues(changed);
    return send(changed);
  }

  /** Throws away what was kept of an earlier try. */
  function startOver() {
    setValues(initial);
    forget();
    setProblems([]);
    setFailure(null);
  }

  async function send(current: Values) {
    if (pending) return;
    const parsed = schema.safeParse(toInput(current), { reportInput: true });
    setFailure(null);
    setAttempt((n) => n + 1);
    if (!parsed.success) {
      setProblems(fieldProblemsOf(parsed.error));
      return;
    }
    setProblems([]);
    setPending(true);
    try {
      const answer = await submit(parsed.data);
      forget();
      onDone?.(answer);
    } catch (error) {
      setFailure(error);
      setProblems(error instanceof Problem ? (error.fields ?? []) : []);
    } finally {
      setPending(false);
    }
  }

  /** Everything a `TextField` or `TextArea` needs besides its hint. */
  function text<Name extends keyof Values & string>(name: Name) {
    return {
      id: fieldIdOf(name),
      label: labels[name] ?? name,
      value: values[name] as string,
      onChange: (value: string) => set(name, value as Values[Name]),
      error: errorOf(name),
    };
  }

  return { values, set, change, setValues, text, errorOf, summary, attempt, pending, failure, restored, handleSubmit, submitAgain, startOver, forget };
}

/** The id of a field's element, made from its path: where the error summary leads. */
export const fieldIdOf = (path: string) => `field-${path.replaceAll('.', '-')}`;

/** A schema's complaints in the words the server uses too. One a field: the first. */
export function fieldProblemsOf(error: z.ZodError): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (!found.has(path)) found.set(path, { path, ...complaintOf(issue) });
  }
  return [...found.values()];
}

function complaintOf(issue: z.core.$ZodIssue): Pick<FieldProblem, 'code' | 'limit'> {
  switch (issue.code) {
    case 'too_small': {
      const limit = Number(issue.minimum);
      if (issue.origin === 'string') return limit <= 1 || issue.input === '' ? { code: 'required' } : { code: 'too-short', limit };
      if (issue.origin === 'array') return limit <= 1 ? { code: 'required' } : { code: 'too-small', limit };
      return { code: 'too-small', limit };
    }
    case 'too_big': {
      const limit = Number(issue.maximum);
      return { code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big', limit };
    }
    case 'invalid_type':
      return { code: issue.input === null || issue.input === undefined ? 'required' : 'type' };
    case 'invalid_value':
      return { code: issue.input === null || issue.input === undefined || issue.input === '' ? 'required' : 'not-allowed' };
    case 'invalid_format':
      return { code: issue.input === '' ? 'required' : 'format' };
    case 'unrecognized_keys':
      return { code: 'unknown-field' };
    default:
      return { code: 'not-allowed' };
  }
}
