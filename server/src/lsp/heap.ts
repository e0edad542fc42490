/**
 * Keeps the heap of the server small: what keystrokes leave behind is collected early, before the process grows for it.
 * To be imported first. In Electron the client sets the like on the command line: flags may be fixed there once it runs.
 */
import { setFlagsFromString } from 'node:v8';

if (!process.versions.electron) {
  // V8 starts with a megabyte for new objects and would double that several times.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=70');
  // For one megabyte, calling other threads for help takes longer than collecting it.
  setFlagsFromString('--no-parallel-scavenge');
  // What V8's middle compiler (Node 22 on) needs for its work is a fifth of the process, and it gains a server nothing.
  setFlagsFromString('--no-maglev');
}
