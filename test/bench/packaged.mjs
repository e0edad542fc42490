// What is shipped: the size of the package, and how long VS Code takes to activate it.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from '../../esbuild.mjs';
import { ensureBrowser, ensureWebHost } from '../editor/install.mjs';
import { inWindow } from '../editor/window.mjs';
import { packageExtension } from '../kit/package.mjs';
import { makePlan } from './plans.mjs';
import { record, remarks } from './samples.mjs';
import { us } from './servers.mjs';
import { fewTimes, root, temporary } from './settings.mjs';

export const packagedGroup = 'the packaged extension';

/** Opens a plan in real VS Code, and reads what its page of running extensions says of ours. @returns {Promise<number>} in ms */
async function activation(folder) {
  let time = Number.NaN;
  await inWindow({ folder, shots: join(temporary, 'shots') }, async (window) => {
    await window.open('plan.levers.yaml');
    await window.problems(0, 0);
    await window.run('Show Running Extensions');
    const row = window.page.locator('.runtime-extensions-editor .extension', { hasText: 'LEVERS' });
    const said = await row.locator('.activation-time').innerText();
    time = Number(/([\d.]+)\s*ms/.exec(said)?.[1]);
  });
  return time;
}

export async function measurePackaged() {
  await buildProduct({ production: true });
  packageExtension();
  record(packagedGroup, 'size (kB)', us, statSync(join(root, 'dist/levers.vsix')).size / 1000);
  const folder = mkdtempSync(join(temporary, 'window-'));
  writeFileSync(join(folder, 'plan.levers.yaml'), makePlan(120));
  try {
    await ensureBrowser();
    await ensureWebHost();
    for (let n = 0; n < fewTimes.most; n++) record(packagedGroup, 'activation', us, await activation(folder));
  } catch (error) {
    remarks.add(`${us}: activation could not be measured (${error.message.split('\n')[0]}).`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
