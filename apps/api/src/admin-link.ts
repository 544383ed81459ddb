import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Email } from '@spolu/contracts/identity';
import { DataSource } from 'typeorm';
import { readConfig } from './config/config.ts';
import { openDatabase } from './database/embedded.ts';
import { ENTITIES } from './database/entities.ts';
import { SnakeNaming } from './database/naming.ts';
import { issueLostPasswordLink } from './identity/lost-password.ts';

/** `npm run admin:link -- --email …`: the way back for an administrator who lost her password, with the server running or not. */
try {
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  const email = Email.safeParse(values.email);
  if (!email.success) throw new Error('Say whose: npm run admin:link -- --email name@example.org');
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  try {
    const source = await new DataSource({
      type: 'postgres', url: database.url, entities: ENTITIES, namingStrategy: new SnakeNaming(), uuidExtension: 'pgcrypto', installExtensions: false, poolSize: 1,
    }).initialize();
    const link = await source.transaction((em) => issueLostPasswordLink(em, email.data)).finally(() => source.destroy());
    if (!link) throw new Error(`No active administrator has the e-mail ${email.data}.`);
    const address = config.publicUrl?.origin ?? `http://localhost:${config.port}`;
    process.stdout.write(
      `Her old password and all her sign-ins have ended. With the server running, open this link, good for half an hour and one use:\n${address}/invitation#${link.secret}\n`,
    );
  } finally {
    if (database.isOurs) await database.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
