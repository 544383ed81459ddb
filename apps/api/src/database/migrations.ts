import type { MigrationInterface } from 'typeorm';
import { Commands1764000000000 } from './migrations/1764000000000-commands.ts';
import { Identity1764000100000 } from './migrations/1764000100000-identity.ts';
import { Provenance1764000200000 } from './migrations/1764000200000-provenance.ts';
import { Participation1764000400000 } from './migrations/1764000400000-participation.ts';
import { Sessions1764000600000 } from './migrations/1764000600000-sessions.ts';

/** In the order they run: TypeORM sorts by the number in the name. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  Commands1764000000000,
  Identity1764000100000,
  Provenance1764000200000,
  Participation1764000400000,
  Sessions1764000600000,
];
