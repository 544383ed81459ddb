import { execFileSync, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setPriority } from 'node:os';

/** Microseconds by the machine's own clock, the same in all processes. */
export const now = () => Number(process.hrtime.bigint() / 1000n);

/** The server has this core to itself; the database and all devices share the others. */
export const SERVER_CPU = process.env.SERVER_CPU ?? '0';
export const OTHER_CPUS = process.env.CLIENT_CPU ?? (cpus().length > 1 ? `1-${cpus().length - 1}` : '0');
/** What the measured processes get, so that other work on the machine stays out of the timings as far as it can; needs root. */
const NICE = Number(process.env.BENCH_NICE ?? (process.getuid?.() === 0 ? -15 : 0));

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK']).toString());

export function pin(pid, cpu) {
  try {
    execFileSync('taskset', ['-acp', cpu, String(pid)], { stdio: 'ignore' });
  } catch {
    // No taskset here: then the scheduler decides, and the numbers are a little worse.
  }
}
export function prefer(pid) {
  if (NICE !== 0) setPriority(pid, NICE);
}

function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
/** CPU seconds that a process has used. */
export function cpuOf(pid) {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
/** CPU seconds of a process with its children, those that ended included. */
export function cpuOfFamily(pid) {
  let sum = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const fields = statOf(entry);
      if (Number(entry) === pid) sum += (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
      else if (Number(fields[1]) === pid) sum += (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    } catch {
      // It ended while we were reading.
    }
  }
  return sum;
}
/** Resident memory in MiB. */
export function memoryOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;
}
/** CPU seconds that the whole machine was busy: tells how much was taken by others. */
export function busyOfMachine() {
  const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'latin1').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

/** A process full of devices; `worker.call(name, …)` runs a function of worker.mjs there. */
export function startWorker(role) {
  const child = fork(new URL('worker.mjs', import.meta.url), [role], { serialization: 'advanced', execArgv: ['--max-semi-space-size=32'] });
  pin(child.pid, OTHER_CPUS);
  prefer(child.pid);
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, error, result }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('a process of devices ended'));
  });
  return {
    pid: child.pid,
    call: (name, options = {}) => new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      child.send({ id: last, name, options });
    }),
    end: () => child.kill('SIGKILL'),
  };
}
