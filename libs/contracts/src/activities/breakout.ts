import { z } from 'zod';
import type { ReportNote } from './brainstorm.ts';
import { Id, line, NAME_MAX_LENGTH, optionalLine, text, type Sector } from '../common.ts';

export const TABLES_MAX = 40;
export const TABLE_SEATS_MAX = 500;
export const TABLE_MESSAGE_MAX_LENGTH = 500;

/** How people come to their tables: by lot, by lot with the sectors spread evenly, as staff put them, or as they like. */
export const TableDeal = z.enum(['random', 'by-sector', 'planned', 'chosen']);
export type TableDeal = z.infer<typeof TableDeal>;
export const TABLE_DEALS = TableDeal.options;
/** What people may do at other tables' boards before all is brought together. */
export const TableVisitors = z.enum(['nothing', 'look', 'write']);
export type TableVisitors = z.infer<typeof TableVisitors>;
export const TABLE_VISITORS = TableVisitors.options;

export const BreakoutSettings = z.strictObject({
  kind: z.literal('breakout'),
  deal: TableDeal,
  tableCount: z.int().min(2).max(TABLES_MAX),
  /** Most people at one table, where they choose it themselves; null: as many as come. */
  seats: z.int().min(1).max(TABLE_SEATS_MAX).nullable(),
  /** Each table has a host: those who have that role in the session, else drawn by lot; staff may name another. Hosts stay at their table when it is dealt again. */
  hosts: z.boolean(),
  visitors: TableVisitors,
  /** For the tables in their order, begun anew where there are fewer; none: the activity's instruction is the question. */
  questions: z.array(line(300)).max(TABLES_MAX),
  /** Where each table stands, in their order; a table without one has its number alone. */
  places: z.array(optionalLine(80)).max(TABLES_MAX),
  /** What each table's board begins with, the same for all. Empty: one frame named after the activity. */
  frames: z.array(line(NAME_MAX_LENGTH)).max(12),
});
export type BreakoutSettings = z.infer<typeof BreakoutSettings>;

/** What is asked at a table; empty where the activity's instruction is all. */
export const questionAt = ({ questions }: Pick<BreakoutSettings, 'questions'>, table: number): string => questions[(table - 1) % Math.max(1, questions.length)] ?? '';
export const placeOf = ({ places }: Pick<BreakoutSettings, 'places'>, table: number): string => places[table - 1] ?? '';

/** Of an activity that is shown, for every screen: nobody's name. */
export interface RoomBreakout {
  settings: Pick<BreakoutSettings, 'deal' | 'seats' | 'hosts' | 'visitors' | 'questions' | 'places'>;
  /** From 1; it grows with each dealing. */
  round: number;
  frames: { id: string; title: string }[];
  /** In their order. `version` grows with each change of who sits there, who hosts, and of its call for help. */
  tables: { number: number; memberCount: number; version: number }[];
  /** To all tables, the newest. */
  message: { text: string; sentAt: string } | null;
  /** All of it lies on the session's first board too. */
  carriedOver: boolean;
}

/** GET /api/activities/:id/table (who takes part) → OwnTable, or null while she sits nowhere. */
export interface OwnTable {
  number: number;
  round: number;
  place: string;
  question: string;
  boardId: string;
  /** Somebody hosts it. */
  isHosted: boolean;
  /** Of a host with that role in the session, who is known by her account; guests are named to the staff alone. */
  hostName: string | null;
  /** She hosts it herself. */
  isHost: boolean;
  /** How many sit there, herself among them. */
  memberCount: number;
  /** Since when it calls for help; null: it does not. */
  helpSince: string | null;
}
/** POST /api/activities/:id/table (who takes part, where tables are chosen): `breakout/table-full`. */
export const ChooseTable = z.strictObject({ table: z.int().min(1).max(TABLES_MAX) });
export type ChooseTable = z.infer<typeof ChooseTable>;
/** POST /api/activities/:id/help (somebody who sits at a table): it calls for help, or no more. */
export const CallForHelp = z.strictObject({ calls: z.boolean() });
export type CallForHelp = z.infer<typeof CallForHelp>;

/** GET /api/activities/:id/tables (staff) → TablesView. Before the activity began: what is planned. */
export interface TablesView {
  /** 0: not begun. */
  round: number;
  tables: StaffTable[];
  /** Who sits nowhere. */
  unseatedIds: string[];
  /** Notes at the tables that do not lie on the session's first board yet. */
  waitingCount: number;
  carriedCount: number;
  /** `seat`: who sits where, now; before it begins where tables are planned. */
  may: { run: boolean; seat: boolean };
}
export interface StaffTable {
  number: number;
  /** Null before it began. */
  boardId: string | null;
  place: string;
  question: string;
  hostId: string | null;
  memberIds: string[];
  noteCount: number;
  helpSince: string | null;
}
/** POST /api/activities/:id/seats (who runs it; where tables are planned also before it begins). `table` null: nowhere. */
export const SeatSomebody = z.strictObject({ participantId: Id, table: z.int().min(1).max(TABLES_MAX).nullable() });
export type SeatSomebody = z.infer<typeof SeatSomebody>;
/** POST /api/activities/:id/hosts (who runs it): somebody who sits there, or nobody. */
export const NameHost = z.strictObject({ table: z.int().min(1).max(TABLES_MAX), participantId: Id.nullable() });
export type NameHost = z.infer<typeof NameHost>;
/** POST /api/activities/:id/rounds (who runs it): everybody but the hosts changes tables. `round` is the one she saw, else `changed-meanwhile`. */
export const DealAgain = z.strictObject({ round: z.int().min(1) });
export type DealAgain = z.infer<typeof DealAgain>;
/** POST /api/activities/:id/message (who runs it): to all tables; null takes it away. */
export const TellTables = z.strictObject({ text: text(TABLE_MESSAGE_MAX_LENGTH).nullable() });
export type TellTables = z.infer<typeof TellTables>;
/** POST /api/activities/:id/helped (staff). */
export const Helped = z.strictObject({ table: z.int().min(1).max(TABLES_MAX) });
export type Helped = z.infer<typeof Helped>;

/** POST /api/activities/:id/carry-over (who runs it) → CarriedOver: what the tables wrote comes onto the session's first board, what does not lie there yet. POST …/take-back undoes it. */
export interface CarriedOver {
  noteCount: number;
}
/** GET /api/activities/:id/similar (staff): groups of carried notes that share words; a proposal, nothing is done with it. */
export interface SimilarNotes {
  groups: { table: number; contributionId: string; text: string }[][];
}

/** By table, as the report tells it. */
export interface ReportBreakout {
  roundCount: number;
  /** At all tables. */
  noteCount: number;
  carriedOver: boolean;
  tables: {
    number: number;
    place: string;
    question: string;
    /** In the last round. */
    memberCount: number;
    /** From five people on; else empty. */
    sectors: { sector: Sector | null; count: number }[];
    /** In reading order; those in no cluster last, under an empty title. */
    clusters: { title: string; notes: ReportNote[] }[];
    noteCount: number;
  }[];
}
