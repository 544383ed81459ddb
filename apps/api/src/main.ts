import { createApp } from './app.ts';
import { phoneUrl, readConfig } from './config/config.ts';
import { DATABASE } from './database/database.module.ts';
import type { OpenDatabase } from './database/embedded.ts';
import { DemoService } from './demo/demo.service.ts';
import { IdentityService } from './identity/identity.service.ts';

/** Says on the terminal what whoever started the server needs to know. */
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env);
  say(config.databaseUrl ? 'Connecting to the database …' : 'Starting the embedded database …');
  const app = await createApp(config);
  const { folder } = app.get<OpenDatabase>(DATABASE);
  if (folder) say(`Data: ${folder}`);
  let receiptSecret: string | undefined;
  if (config.demo) {
    await app.init();
    receiptSecret = (await app.get(DemoService).load(say))?.finished.receiptSecret;
  }
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  say(`Ready at ${config.publicUrl?.origin ?? `http://localhost:${port}`}`);
  const secret = await app.get(IdentityService, { strict: false }).issueSetUpSecret();
  if (secret) say(`Nobody can sign in yet. Open this link, good for one day and one use: ${config.publicUrl?.origin ?? `http://localhost:${port}`}/set-up#${secret}`);
  say(`Phones on the same network: ${phoneUrl(config, port)}`);
  if (receiptSecret) say(`What became of a guest's note (shown this once): http://localhost:${port}/r#${receiptSecret}`);
} catch (error) {
  // What was opened before it failed (pools, timers) must not keep a half-started process alive.
  process.stderr.write(`Spolupracovňa did not start. ${error instanceof Error ? error.message : String(error)}\n`, () => process.exit(1));
}
