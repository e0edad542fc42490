/** A problem of a plan, ready to be shown: what a rule found, with the severity that holds for this plan. */

import type { Message } from '../i18n/message.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Related } from './rule.ts';
import type { Severity } from './severity.ts';

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  /** The changes that mend it, the likeliest first. */
  fixes(): readonly Fix[];
}
