/** Values of measures in words. */

/** A number with its unit: "47%", "74 minutes"; a unit that says no more than that things are counted is left out. */
export function valueText(value: number, unit = ''): string {
  const own = unit.trim();
  if (/^(?:count|number|#|个数|数量)$/i.test(own)) return String(value);
  return own === '%' ? `${value}%` : `${value} ${own}`.trim();
}
