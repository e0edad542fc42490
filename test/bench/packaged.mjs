// What is shipped: how long VS Code takes to activate it, and the size of the package.
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureWebHost } from '../editor/install.mjs';
import { closeEditors, inWindow } from '../editor/window.mjs';
import { packageExtension } from '../kit/package.mjs';
import { atMost } from './page.mjs';
import { makePlan } from './plans.mjs';
import { inTurn, median } from './samples.mjs';
import { fewTimes, root, temporary } from './settings.mjs';

/** Opens a plan in real VS Code, and reads what its page of running extensions says of ours. @returns {Promise<number>} in ms */
async function activation(folder) {
  let time = Number.NaN;
  await inWindow({ folder, shots: join(temporary, 'shots') }, async (window) => {
    await window.open('plan.levers.yaml');
    await window.problems(0, 0);
    await window.run('Show Running Extensions');
    const row = window.page.locator('.runtime-extensions-editor .extension', { hasText: 'LEVERS' });
    time = Number(/([\d.]+)\s*ms/.exec(await row.locator('.activation-time').innerText())?.[1]);
  });
  return time;
}

export async function measurePackaged() {
  packageExtension();
  const folder = mkdtempSync(join(temporary, 'window-'));
  writeFileSync(join(folder, 'plan.levers.yaml'), makePlan(120));
  await ensureBrowser();
  await ensureWebHost();
  try {
    const [times] = await inTurn([folder], activation, fewTimes);
    return [
      atMost('activation in real VS Code', 50, median(times), ' ms'),
      atMost('VSIX', 750, statSync(join(root, 'dist/levers.vsix')).size / 1000, ' kB'),
    ];
  } finally {
    await closeEditors();
  }
}
