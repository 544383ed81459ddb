import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem, type FieldProblem } from '@spolu/contracts/problems';
import type { z } from 'zod';

const CODES: Partial<Record<string, FieldProblem['code']>> = {
  too_big: 'too-big', too_small: 'too-small', invalid_format: 'format', invalid_value: 'not-allowed', invalid_type: 'type',
};

/** A zod issue as one of the few field problems that the web can put into words. */
function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'unknown-field' }));
    if (issue.code === 'invalid_type' && issue.input === undefined) return [{ path, code: 'required' }];
    if (issue.code === 'too_big') {
      const code = issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big';
      return [{ path, code, limit: Number(issue.maximum) }];
    }
    if (issue.code === 'too_small') {
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return [{ path, code: 'required' }];
      return [{ path, code: issue.origin === 'string' ? 'too-short' : 'too-small', limit: Number(issue.minimum) }];
    }
    return [{ path, code: CODES[issue.code] ?? 'format' }];
  });
}

/** Checks `value` against a schema of the contracts. @throws Problem `invalid-input` that names each field */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (!result.success) throw new Problem('invalid-input', {}, fieldProblems(result.error));
  return result.data;
}

/** The pipe of `parsed`; it keeps the schema where the OpenAPI document finds it. */
@Injectable()
export class ParsedPipe implements PipeTransform {
  constructor(readonly schema: z.ZodType) {}
  transform(value: unknown): unknown {
    return parse(this.schema, value);
  }
}

/** `@Body(parsed(EditIdea)) input: EditIdea`: what reaches the handler was checked. */
export const parsed = (schema: z.ZodType) => new ParsedPipe(schema);
