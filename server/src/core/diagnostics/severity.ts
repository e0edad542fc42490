/** Severities of findings. */

/** From "the file cannot be trusted" to a faded suggestion (docs/domain.md 4.1). */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Severities from the gravest to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
