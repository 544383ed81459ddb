/** A code in two halves, as it is read aloud and typed. */
export const readableCode = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What the QR leads to; the code is in the fragment, which stays out of servers' logs. */
export const joinUrl = (publicUrl: string, code: string) => `${publicUrl.replace(/\/$/, '')}/j#${code}`;

/** What people type: without the protocol, which browsers add themselves (and phones would capitalise). */
export const joinAddress = (publicUrl: string) => `${publicUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')}/j`;
