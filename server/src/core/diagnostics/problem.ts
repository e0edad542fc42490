/** A problem: a finding with its code and the severity that holds for this plan and reader. */

import type { Message } from '../i18n/message.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Related } from './rule.ts';
import type { Severity } from './severity.ts';

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  /** See `Finding.about`. */
  readonly about?: string;
  readonly related: readonly Related[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  /** Fixes, the likeliest first. Computed on each call. */
  fixes(): readonly Fix[];
}
