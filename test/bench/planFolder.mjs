// A folder with many plans, one in a hundred of them with an error.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, makePlan } from './plans.mjs';
import { temporary } from './settings.mjs';

/**
 * `file` is the path of a plan in the folder, `wrong` whether it has an error.
 * @typedef {{ path: string, plans: { file: string, wrong: boolean }[] }} PlanFolder
 */

/**
 * Plans of teams: no two are alike, and about 120 lines is the mean.
 * @param {{ title?: string, change?: (text: string) => string }} [how] `change`: how they are written otherwise
 * @returns {PlanFolder}
 */
export function makeFolder(count, { title = 'plans', change = (text) => text } = {}) {
  const path = join(temporary, `${title}-${count}`);
  const plans = Array.from({ length: count }, (_, n) => {
    const team = `team-${String(Math.floor(n / 100)).padStart(3, '0')}`;
    return { file: `${team}/plan-${String(n).padStart(5, '0')}.levers.yaml`, wrong: n % 100 === 7 };
  });
  for (const [n, { file, wrong }] of plans.entries()) {
    const text = makePlan(100 + ((n * 7) % 41), n + 1);
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), change(wrong ? broken(text) : text));
  }
  return { path, plans };
}

/** @param {PlanFolder} folder */
export const removeFolder = ({ path }) => rmSync(path, { recursive: true, force: true });
