import type { Problem } from '@spolu/contracts/problems';

/** An address of nothing: not there, not to be seen, or one that the server cannot even read. A page's question takes its address alone. */
export const namesNothing = ({ code }: Problem): boolean => code === 'not-found' || code === 'invalid-input' || code === 'malformed-request';
