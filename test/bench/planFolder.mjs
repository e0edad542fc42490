// A folder with many plans, one in a hundred of them with an error.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applied, makePlan, sites } from './plans.mjs';
import { folderSizes, temporary } from './settings.mjs';

/**
 * `file` is its path in the folder.
 * @typedef {{ file: string, text: string, wrong: boolean }} Plan
 * @typedef {{ path: string, plans: Plan[], name: string }} PlanFolder
 */

/** The text of a plan with an error. */
export const broken = (text) => applied(text, sites(text).edits.value.plant);

/**
 * Plans of teams: no two are alike, and about 120 lines is the mean.
 * @param {{ title?: string, change?: (text: string) => string }} [how] `change`: how they are written otherwise
 * @returns {PlanFolder}
 */
export function makeFolder(count, { title = 'plans', change = (text) => text } = {}) {
  const path = join(temporary, `${title}-${count}`);
  const plans = Array.from({ length: count }, (_, n) => {
    const text = makePlan(folderSizes.lines - 20 + ((n * 7) % 41), n + 1);
    const team = `team-${String(Math.floor(n / 100)).padStart(3, '0')}`;
    const wrong = n % 100 === 7;
    return {
      file: `${team}/plan-${String(n).padStart(5, '0')}.levers.yaml`,
      text: change(wrong ? broken(text) : text),
      wrong,
    };
  });
  for (const { file, text } of plans) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return { path, plans, name: `a folder of ${count.toLocaleString('en')} plans` };
}

/** Writes errors into plans that had none, on the disk too. @param {Plan[]} plans */
export function breakPlans({ path }, plans) {
  for (const plan of plans) {
    plan.text = broken(plan.text);
    plan.wrong = true;
    writeFileSync(join(path, plan.file), plan.text);
  }
}

/** @param {PlanFolder} folder */
export const removeFolder = ({ path }) => rmSync(path, { recursive: true, force: true });
