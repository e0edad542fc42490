// `levers check` of one small plan beside a program that only starts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { share } from './page.mjs';
import { makePlan } from './plans.mjs';
import { run } from './program.mjs';
import { inTurn, remarks } from './samples.mjs';
import { commandLine } from './servers.mjs';
import { limits, temporary } from './settings.mjs';

export async function measureOnePlan() {
  const file = join(temporary, 'small.levers.yaml');
  writeFileSync(file, makePlan(120));
  const programs = [
    [commandLine, 'check', file],
    ['-e', '0'],
  ];
  const once = (args) => {
    const { wall, code } = run(args);
    if (code !== 0) remarks.add(`node ${args.join(' ')} exits with ${code} for one good plan.`);
    return wall;
  };
  const samples = await inTurn(programs, once, limits);
  return [share('`levers check` of one plan of 120 lines, over `node -e 0`', 1.8, samples, ' ms')];
}
