import type * as Y from 'yjs';
import { readAll } from './read-all.ts';
import { authoredIn, positionIn, string } from './reading.ts';
import type { Authored, Position, Readable, Size } from './shape.ts';

/** A card that leads elsewhere. Its address never changes: nobody is sent to another place under the same title. */
export interface LinkCard extends Authored {
  url: string;
  title: string;
  position: Position;
}
export const LINK_SIZE: Size = { width: 280, height: 88 };

export const URL_MAX_LENGTH = 2_000;
/** Only https, a host with a name, no user before it, no letters that look like others: nothing that two programs could read differently. */
const ADDRESS = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])(?::\d{1,5})?\/[\w\-.~!$&'()*+,;=:@/?#%[\]]*$/;

export const isLinkAddress = (url: unknown): url is string => typeof url === 'string' && url.length <= URL_MAX_LENGTH && ADDRESS.test(url);

/** What somebody typed or pasted as an address of the board's kind; undefined where it is none. */
export function linkAddress(typed: string): string | undefined {
  const [, host, port = '', rest = ''] = /^(?:https:\/\/)?([^\s/?#@\\:]+)(:\d+)?([/?#].*)?$/i.exec(typed.trim().replace(/\p{Cs}/gu, '')) ?? [];
  if (!host) return undefined;
  const path = `${rest.startsWith('/') ? '' : '/'}${rest}`.replace(/[^\w\-.~!$&'()*+,;=:@/?#%[\]]/gu, encodeURIComponent);
  const url = `https://${host.toLowerCase()}${port}${path}`;
  return isLinkAddress(url) ? url : undefined;
}

/** The host, for people to see where a card leads. */
export const hostOf = (url: string): string => /^https:\/\/([^/:]+)/.exec(url)?.[1] ?? '';

export function toLink(id: string, fields: Readable): LinkCard {
  const url = fields.get('url');
  return { ...authoredIn(id, fields), url: isLinkAddress(url) ? url : '', title: string(fields.get('title')), position: positionIn(fields) };
}

export const readLinks = (doc: Y.Doc, options?: { removed?: boolean }): LinkCard[] => readAll(doc, 'link', toLink, options);
