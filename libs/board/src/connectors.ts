import type * as Y from 'yjs';
import { setField, type Change } from './edits.ts';
import { addAuthored, readAll, type NewAuthored } from './items.ts';
import { CONNECTOR_HEADS, CONNECTOR_LINES, LINE_COLOURS, type ConnectorHeads, type ConnectorLine, type LineColour } from './looks.ts';
import { authoredIn, list, oneOf, positionOf, string } from './reading.ts';
import { type Authored, type ItemKind, type ItemRef, type Position, type Readable, type Value } from './shape.ts';
import { positionValue } from './values.ts';

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

export interface NewConnector extends NewAuthored {
  from: ConnectorEnd;
  to: ConnectorEnd;
  label?: string;
  line?: ConnectorLine;
  heads?: ConnectorHeads;
  colour?: LineColour;
}

export const isHeld = (end: ConnectorEnd): end is ItemRef => 'kind' in end;
/** One value an end, so that of two people who pull at it one wins whole. */
const endValue = (end: ConnectorEnd): Value => (isHeld(end) ? [end.kind, end.id] : positionValue(end));

export const addConnector = (doc: Y.Doc, { from, to, label = '', line = 'straight', heads = 'end', colour = 'ink', ...authored }: NewConnector): Change[] =>
  addAuthored(doc, 'connector', authored, { from: endValue(from), to: endValue(to), label, line, heads, colour });

export const connect = (doc: Y.Doc, connectorId: string, end: 'from' | 'to', to: ConnectorEnd): Change[] => setField(doc, 'connector', connectorId, end, endValue(to));
export const labelConnector = (doc: Y.Doc, connectorId: string, label: string): Change[] => setField(doc, 'connector', connectorId, 'label', label);
export const bendConnector = (doc: Y.Doc, connectorId: string, line: ConnectorLine): Change[] => setField(doc, 'connector', connectorId, 'line', line);
export const pointConnector = (doc: Y.Doc, connectorId: string, heads: ConnectorHeads): Change[] => setField(doc, 'connector', connectorId, 'heads', heads);
export const colourConnector = (doc: Y.Doc, connectorId: string, colour: LineColour): Change[] => setField(doc, 'connector', connectorId, 'colour', colour);

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
