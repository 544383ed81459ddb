import { toConnector } from './connectors.ts';
import { toLink } from './links.ts';
import { toPicture } from './pictures.ts';
import { toPin } from './pins.ts';
import { toCluster, toFrame, toNote, type ItemKind, type Items, type Readable } from './shape.ts';
import { toShape } from './shapes.ts';
import { toStroke } from './strokes.ts';
import { toText } from './texts.ts';

const READERS: { [Kind in ItemKind]: (id: string, fields: Readable) => Items[Kind] } = {
  note: toNote, frame: toFrame, cluster: toCluster, text: toText, shape: toShape, connector: toConnector, stroke: toStroke, picture: toPicture, pin: toPin, link: toLink,
};

/** Reads one item of any kind out. */
export const readItem = <Kind extends ItemKind>(kind: Kind, id: string, fields: Readable): Items[Kind] => READERS[kind](id, fields);
