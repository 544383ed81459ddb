import { z } from 'zod';
import { LANGUAGES } from './plain.ts';

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Who a person speaks for in a process. Source: the sectors of local Agenda 21, with business, academia and residents apart. */
export const Sector = z.enum(['public', 'business', 'ngo', 'academia', 'residents']);
export type Sector = z.infer<typeof Sector>;
export const SECTORS = Sector.options;

/** Who may see a record: staff of its organisation, the people who took part too, or everybody. */
export const Visibility = z.enum(['internal', 'participants', 'public']);
export type Visibility = z.infer<typeof Visibility>;

/** The money of the towns this is made for. */
export const Currency = z.enum(['EUR', 'CZK']);
export type Currency = z.infer<typeof Currency>;

export const Id = z.uuid();
/** A calendar day in the municipality's time zone, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime();

/** Something to be seen: signs without width alone are an empty text that looks like none. */
const VISIBLE = /^$|[^\s\p{Cf}\u2800\u3164]/u;

/** One line a person typed: trimmed, not empty, without control characters. */
export const line = (max: number) =>
  z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*$/u).regex(VISIBLE);
export const optionalLine = (max: number) =>
  z.string().trim().max(max).regex(/^[^\p{Cc}]*$/u);
/** Text of several lines: trimmed, tabs and line ends allowed. */
export const text = (max: number) =>
  z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u).regex(VISIBLE);
export const optionalText = (max: number) =>
  z.string().trim().max(max).regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u);

export const TITLE_MAX_LENGTH = 200;
export const TEXT_MAX_LENGTH = 10_000;
export const NAME_MAX_LENGTH = 120;
export const PAGE_SIZE_MAX = 100;

export const Title = line(TITLE_MAX_LENGTH);
export const Text = optionalText(TEXT_MAX_LENGTH);

export const ById = z.strictObject({ id: Id });
/** Query of a list, each of which is answered a page at a time; `after` is the `next` of the page before. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).default(50),
  after: z.string().max(600).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;
export interface Page<Item> {
  items: Item[];
  /** Null: this was the last page. */
  next: string | null;
}
/** The answer to a command that made something. */
export interface Made {
  id: string;
}
