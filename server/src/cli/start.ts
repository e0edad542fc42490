/** Starts the command line: where Node can keep compiled code (from 22.1 on), the next start finds it. */
import module from 'node:module';

(module as { enableCompileCache?: () => void }).enableCompileCache?.();
// A name that the bundler does not follow.
const program = './levers.mjs';
void import(program);
