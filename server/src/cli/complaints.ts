/** What could not be done in a run, told as it comes up. */

import type { Message } from '../core/i18n/message.ts';
import type { Machine } from './machine.ts';
import { complaint } from './printed.ts';

export class Complaints {
  /** What has failed, a message each. */
  readonly failures: string[] = [];

  get failed(): boolean {
    return this.failures.length > 0;
  }

  constructor(private readonly machine: Pick<Machine, 'err'>) {}

  /** Tells something that is no failure. */
  note(message: string): void {
    this.machine.err(complaint(message));
  }

  failure(message: string): void {
    this.failures.push(message);
    this.note(message);
  }
}

/** A run cannot go on, and there is no report. */
export class CannotRun extends Error {
  constructor(readonly said: Message) {
    super(said.text.en);
  }
}
