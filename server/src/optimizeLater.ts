/**
 * Has V8 optimize functions when they have run several times as often as by default: what is over soon, and the first
 * answer of a server, would only wait for its compiler. To be imported first. Where flags may be fixed once the process
 * runs (Electron), nothing is done.
 */
import { setFlagsFromString } from 'node:v8';

if (!process.versions.electron) {
  // Since V8 12 (Node 22) calls are counted, before it the bytes of code that ran.
  const counted = Number.parseInt(process.versions.v8, 10) >= 12;
  setFlagsFromString(counted ? '--invocation-count-for-turbofan=12000' : '--interrupt-budget=300000');
}
