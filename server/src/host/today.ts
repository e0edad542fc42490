/** The only clock: what day it is here. */

/** The local calendar day, `YYYY-MM-DD`. */
export function localDay(): string {
  const now = new Date();
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
