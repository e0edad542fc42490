/** `npm start`: opens the examples in a real VS Code with the extension installed; `--check` only proves that it can. */
import { fileURLToPath } from 'node:url';
import { findDesktop, openDesktop } from './desktop.mjs';
import { startWebHost } from './webHost.mjs';

/** @param {boolean} check @param {string | undefined} forced */
async function start(check, forced) {
  const extension = fileURLToPath(new URL('../..', import.meta.url));
  const folder = fileURLToPath(new URL('../../examples', import.meta.url));
  const log = console.log;
  if (forced && forced !== 'desktop' && forced !== 'web')
    throw new Error(`LEVERS_EDITOR is 'desktop' or 'web', not '${forced}'`);
  const executable = forced === 'web' ? undefined : await findDesktop({ log });
  if (!executable && forced === 'desktop')
    throw new Error('LEVERS_EDITOR asks for a desktop VS Code, but there is none');
  const why = forced ? 'LEVERS_EDITOR asks for it' : `there is ${executable ? 'a' : 'no'} desktop VS Code to use`;

  if (executable) {
    log(`Opening examples/ in ${executable}: ${why}.`);
    if (!check) await openDesktop({ executable, extension, folder });
    return;
  }
  log(`Opening examples/ in VS Code for the browser: ${why}.`);
  const host = await startWebHost({ extension, folder, log });
  log(`Open this address in a browser${check ? '' : '; Ctrl+C ends it'}:\n\n${host.url}\n`);
  if (check) return host.close();
  await host.exited;
  throw new Error(`the web host ended\n${host.output()}`);
}

start(process.argv.includes('--check'), process.env.LEVERS_EDITOR).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
