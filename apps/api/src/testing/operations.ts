import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { Someone, TestApi } from './given-api.ts';

export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}
/** The id of nothing. */
export const NOWHERE = '019ab000-0000-7000-8000-000000000000';
const WORDS = [NOWHERE, '2026-11-22', '2026-11-22T08:00:00.000Z', 'ABCD2345', 'A'.repeat(43), '08:00', 'a@example.org', 'Some words that are long enough'];
/** A body that a schema takes, so that what refuses it is the policy. */
function sampleOf(schema: JsonSchema, name = ''): unknown {
  // the schema trims it before it looks, which JSON Schema can't say
  if (name === 'email') return 'a@example.org';
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [either] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].sort((a, b) => Number(b.type === 'null') - Number(a.type === 'null'));
  if (either) return sampleOf(either);
  switch ([schema.type].flat()[0]) {
    case 'object': return Object.fromEntries((schema.required ?? []).map((each) => [each, sampleOf(schema.properties?.[each] ?? {}, each)]));
    case 'array': return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'integer':
    case 'number': return Math.max(schema.minimum ?? 1, 1);
    case 'boolean': return true;
    case 'null': return null;
    default: {
      const byFormat: Record<string, string> = { 'uuid': NOWHERE, 'date': '2026-11-22', 'date-time': '2026-11-22T08:00:00.000Z', 'email': 'a@example.org' };
      if (schema.format && byFormat[schema.format]) return byFormat[schema.format];
      const pattern = schema.pattern ? new RegExp(schema.pattern, 'u') : /.*/;
      return [...WORDS].reverse().find((word) => word.length >= (schema.minLength ?? 0) && pattern.test(word)) ?? '';
    }
  }
}

interface Documented {
  'x-policy': string;
  'parameters': { name: string; in: string; required: boolean; schema: JsonSchema }[];
  'requestBody'?: { content: { 'application/json'?: { schema: JsonSchema } } };
}
/** A handler as the OpenAPI document tells of it. */
export interface Operation {
  /** `post /api/sessions/{id}/open` */
  name: string;
  verb: 'get' | 'post' | 'put' | 'delete';
  path: string;
  policy: string;
  query: { name: string; required: boolean; schema: JsonSchema }[];
  body: JsonSchema | undefined;
}

/** Every handler of the running application. */
export async function operationsOf(api: TestApi): Promise<Operation[]> {
  const { paths } = (await api.stranger().agent.get('/api/openapi.json')).body as { paths: Record<string, Record<Operation['verb'], Documented>> };
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, documented]): Operation => ({
      name: `${verb} ${path}`, verb: verb as Operation['verb'], path, policy: documented['x-policy'],
      query: documented.parameters.filter((each) => each.in === 'query'), body: documented.requestBody?.content['application/json']?.schema,
    })));
}

/** Asks for an operation with a body and a query that its schemas take, and the given ids in its path. */
export async function carryOut({ agent }: Someone, { verb, path, query, body }: Operation, ids: Record<string, string> = {}): Promise<Response> {
  const filled = path.replace(/\{(version|number)\}/, '1').replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? NOWHERE);
  const required = query.filter((each) => each.required).map((each) => `${each.name}=${String(sampleOf(each.schema))}`);
  const request = agent[verb](`${filled}${required.length > 0 ? `?${required.join('&')}` : ''}`).set('Idempotency-Key', randomUUID());
  return body ? request.send(sampleOf(body) as object) : request;
}
