import type * as Y from 'yjs';
import { CONNECTOR_HEADS, CONNECTOR_LINES, LINE_COLOURS, type ConnectorHeads, type ConnectorLine, type LineColour } from './looks.ts';
import { readAll } from './read-all.ts';
import { authoredIn, list, oneOf, positionOf, string } from './reading.ts';
import { type Authored, type ItemKind, type ItemRef, type Position, type Readable } from './shape.ts';

/** What a connector may hold on to. */
export const CONNECTABLE_KINDS = ['note', 'frame', 'text', 'shape', 'picture', 'pin', 'link'] as const satisfies ItemKind[];
/** Held by a thing, or free in a place. */
export type ConnectorEnd = ItemRef | Position;

/** A line from one thing to another. An end whose thing is gone has no place: such a connector is not drawn. */
export interface Connector extends Authored {
  from: ConnectorEnd;
  to: ConnectorEnd;
  label: string;
  line: ConnectorLine;
  heads: ConnectorHeads;
  colour: LineColour;
}

export const isHeld = (end: ConnectorEnd): end is ItemRef => 'kind' in end;
export function toConnector(id: string, fields: Readable): Connector {
  return {
    ...authoredIn(id, fields),
    from: endIn(fields.get('from')),
    to: endIn(fields.get('to')),
    label: string(fields.get('label')),
    line: oneOf(CONNECTOR_LINES, fields.get('line'), 'straight'),
    heads: oneOf(CONNECTOR_HEADS, fields.get('heads'), 'end'),
    colour: oneOf(LINE_COLOURS, fields.get('colour'), 'ink'),
  };
}

function endIn(value: unknown): ConnectorEnd {
  const [kind, id, ...rest] = list(value);
  const held = CONNECTABLE_KINDS.find((one) => one === kind);
  return held && typeof id === 'string' && rest.length === 0 ? { kind: held, id } : positionOf(value);
}

export const readConnectors = (doc: Y.Doc, options?: { removed?: boolean }): Connector[] => readAll(doc, 'connector', toConnector, options);
