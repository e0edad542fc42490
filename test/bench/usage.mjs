// For `node --import`, before a program that is measured: at its end it writes to file descriptor 3 what it has used, as
// JSON: `user` and `system` CPU time in seconds, of all its threads, and `peak`, the most memory that was resident, in MB.
import { readFileSync, writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    // `maxRSS` counts what the parent held when it started this process; the kernel's high-water mark does not.
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
    writeSync(
      3,
      JSON.stringify({ user: userCPUTime / 1e6, system: systemCPUTime / 1e6, peak: (kibibytes * 1024) / 1e6 }),
    );
  });
