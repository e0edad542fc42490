/** How grave a finding is. */

/** From "the file cannot be trusted" to a faded suggestion (domain.md 5). */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Severities from the gravest to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
