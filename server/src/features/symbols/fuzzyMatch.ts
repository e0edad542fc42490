/** How well a name fits what someone types to find it. */
import { folded } from '../../core/model/personName.ts';

/** The best: the name begins with what is typed; then: holds it; holds its letters in their order. */
type Fit = 0 | 1 | 2;

/** Something to look for: tells of each name how well it fits, undefined where it does not. Nothing typed fits all. */
export function searchFor(typed: string): (name: string) => Fit | undefined {
  const whole = folded(typed);
  const letters = [...whole.replace(/\s/g, '')];
  return (name) => {
    const text = folded(name);
    const at = text.indexOf(whole);
    if (at >= 0) return at === 0 ? 0 : 1;
    let from = 0;
    for (const letter of letters) {
      from = text.indexOf(letter, from) + 1;
      if (from === 0) return undefined;
    }
    return 2;
  };
}
