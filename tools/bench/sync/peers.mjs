import { fork } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

/**
 * The peers' harness, if `BENCH_PEERS` names its folder (with its dependencies installed): then their servers run beside ours, one after the other, on
 * the same machine. Each run has a process of its own, as the harness brings its own copies of what we use too.
 */
export function openPeers(folder = process.env.BENCH_PEERS) {
  if (!folder) return undefined;
  return {
    /** The measured figures of one workload of the harness; undefined where it failed. */
    run: (workload, server, options) => new Promise((resolve) => {
      const child = fork(fileURLToPath(import.meta.url), [folder, workload, server, JSON.stringify(options)], { cwd: folder });
      let figures;
      child.on('message', (message) => {
        figures = message;
      });
      child.on('exit', () => resolve(figures));
    }),
  };
}

if (process.send && process.argv[2]) {
  const [folder, workload, server, options] = process.argv.slice(2);
  const load = (path) => import(pathToFileURL(join(folder, path)).href);
  try {
    const [{ workloads }, { servers }] = await Promise.all([load('workloads/index.js'), load('servers/index.js')]);
    process.send(await workloads[workload].run(server, servers[server], JSON.parse(options)), () => process.exit(0));
  } catch (error) {
    console.error(`${server}, ${workload}: ${error.message}`);
    process.exit(1);
  }
}
