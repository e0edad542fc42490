/** The only clock: today's date. */

/** The local calendar day, `YYYY-MM-DD`. */
export function localDay(): string {
  const now = new Date();
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
