/** Entry point of the command line: turns on Node's compile cache (from 22.1 on), then loads the program. */
import module from 'node:module';

(module as { enableCompileCache?: () => void }).enableCompileCache?.();
// A name that the bundler does not follow.
const program = './levers.mjs';
void import(program);
