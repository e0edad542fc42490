/** A desktop VS Code: where it is, and starting it for `npm start`. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { DOWNLOADS } from './install.mjs';
import { endWithThisProcess, quiet, reasonOf, remove, there } from './processes.mjs';
import { newProfile } from './profile.mjs';

/** @typedef {import('./processes.mjs').Log} Log */
/** @typedef {import('./webHost.mjs').HostOptions} HostOptions */

/** Finds a desktop VS Code, or downloads one; says where, or why there is none.
 * @param {{ log?: Log }} [options] @returns {Promise<string | undefined>} its executable */
export async function findDesktop({ log = quiet } = {}) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    log('no desktop VS Code: no display');
    return undefined;
  }
  const inApp = ['/Applications', join(homedir(), 'Applications')]
    .map((folder) => join(folder, 'Visual Studio Code.app/Contents/MacOS'))
    .find(there);
  const executable =
    process.env.VSCODE_PATH ||
    [
      inApp && join(inApp, readdirSync(inApp)[0]),
      ...[process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'Programs'), process.env.ProgramFiles].map(
        (folder) => folder && join(folder, 'Microsoft VS Code/Code.exe'),
      ),
      '/usr/share/code/code',
      '/snap/code/current/usr/share/code/code',
    ].find(there);
  if (executable) {
    log(
      existsSync(executable)
        ? `desktop VS Code: ${executable}`
        : `no desktop VS Code: VSCODE_PATH names ${executable}, which does not exist`,
    );
    return existsSync(executable) ? executable : undefined;
  }
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    log('no desktop VS Code is installed: downloading one, once');
    return await downloadAndUnzipVSCode({ cachePath: DOWNLOADS, version: 'stable', reporter: new SilentReporter() });
  } catch (error) {
    log(`no desktop VS Code: none is installed, and the download failed (${reasonOf(error)})`);
    return undefined;
  }
}

/** Starts a desktop VS Code with an extension installed, in a profile that nobody has used; resolves when its window is closed.
 * @param {Pick<HostOptions, 'extension' | 'folder' | 'settings'> & { executable: string }} options */
export async function openDesktop({ executable, folder, ...options }) {
  const { home, userDataDir, extensionsDir } = newProfile(options);
  const args = [resolve(folder), `--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`];
  args.push('--wait', '--disable-telemetry', '--disable-updates');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const child = spawn(executable, args, { stdio: 'ignore' });
  const end = endWithThisProcess(() => {
    child.kill();
    remove(home);
  });
  try {
    await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  } finally {
    end();
  }
}
