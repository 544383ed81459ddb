import { policy } from '../http/policy.ts';
import { isAdministrator } from '../http/viewer.ts';

/** Letters hold addresses and the links of those they are for. */
export const readOutbox = policy('read-outbox', isAdministrator, () => true);
