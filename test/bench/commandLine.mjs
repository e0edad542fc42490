// `levers check` beside other command lines: a folder of plans, the same folder again, one small plan.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakPlans, makeFolder, removeFolder } from './planFolder.mjs';
import { makePlan } from './plans.mjs';
import { run } from './programs.mjs';
import { interleaved, record, remarks } from './samples.mjs';
import { ajv, commandLine, commandOf, schemaPath, spectral, us } from './servers.mjs';
import { fewTimes, folderSizes, limits, spectralSample, temporary } from './settings.mjs';

/** What a program that only starts is called. */
export const bare = 'node -e 0';

/** The group of measurements of the folder, and of one plan. */
export const folderGroup = `command line: a folder of ${folderSizes.all.toLocaleString('en')} plans`;
export const onePlanGroup = 'command line: one plan of 120 lines';

/**
 * A tool must tell the error of every plan that has one, and of no other. `counted` is how many it has looked at, by
 * its own words; one that is fast because it left some out would be no measure.
 * @param {import('./planFolder.mjs').PlanFolder} folder
 * @param {(output: string) => number} [counted]
 */
function verify(name, { plans }, { output, code }, counted) {
  const looked = counted?.(output) ?? plans.length;
  if (looked !== plans.length) remarks.add(`${name}: looks at ${looked} of ${plans.length} plans.`);
  const about = output.split(/(?=team-\d+\/plan-)/).filter((piece) => /must be one of|allowed values/.test(piece));
  const told = new Set(about.map((piece) => piece.slice(0, piece.indexOf('.yaml') + '.yaml'.length)));
  const missed = plans.filter(({ file, wrong }) => wrong !== told.has(file));
  if (missed.length) remarks.add(`${name}: ${missed.length} of ${plans.length} plans are judged wrongly.`);
  if (code !== 1) remarks.add(`${name}: exits with ${code}, although there are errors.`);
}

/** How many plans we say that we have looked at. */
const ourCount = (output) => Number(/^Plans: ([\d,]+)/m.exec(output)?.[1].replaceAll(',', ''));

/** How many plans `ajv-cli` has judged. */
const ajvCount = (output) => (output.match(/\.levers\.yaml (?:in)?valid$/gm) ?? []).length;

/** `ajv-cli` does not take a date for a text unless it stands in quotes. */
const datesQuoted = (text) => text.replace(/(?<=[[:] ?)\d{4}-\d\d-\d\d/g, '"$&"');

/** Our tool, and the others, on the folders that they are measured with. */
async function tools(folder, quoted, sample) {
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8'));
  const ruleset = join(temporary, 'spectral.json');
  // A reference to the schema would be taken for a schema that allows everything.
  const then = { function: 'schema', functionOptions: { schema, allErrors: true } };
  writeFileSync(ruleset, JSON.stringify({ rules: { plan: { given: '$', severity: 'error', then } } }));
  const glob = '**/*.levers.yaml';
  const ajvFlags = ['--spec=draft7', '--strict=false', '--all-errors', '--errors=line'];
  return [
    { name: us, folder, args: [await commandLine(), 'check'], counted: ourCount },
    {
      name: ajv,
      folder: quoted,
      args: [commandOf(ajv), 'validate', ...ajvFlags, '-s', schemaPath, '-d', glob],
      counted: ajvCount,
    },
    { name: spectral, folder: sample, args: [commandOf(spectral), 'lint', '--ruleset', ruleset, '--quiet', glob] },
  ];
}

async function cold({ name, folder, args, counted }, counts) {
  const ran = await run(args, { cwd: folder.path, watched: true });
  verify(name, folder, ran, counted);
  if (!counts) return;
  const count = folder.plans.length;
  record(folderGroup, 'plans per second (more is better)', name, count / (ran.wall / 1000));
  record(folderGroup, 'CPU per plan', name, ran.cpu / count);
  record(folderGroup, 'memory: peak', name, ran.peak);
  record(folderGroup, 'plans (number)', name, count);
  if (name === us) record(folderGroup, 'cold: wall', name, ran.wall);
}

/** The same folder again, with what was remembered, and other plans changed each time. */
async function again(folder) {
  const cli = await commandLine();
  const { output: help } = await run([cli, '--help']);
  if (!/--cache\b/.test(help)) return;
  const check = () => run([cli, 'check', '--cache'], { cwd: folder.path, watched: true });
  const first = await check();
  record(folderGroup, 'with --cache, first: wall', us, first.wall);
  const whole = folder.plans.filter(({ wrong }) => !wrong);
  const some = Math.max(1, Math.round(folder.plans.length / 100));
  for (let n = 0; n <= fewTimes.most; n++) {
    breakPlans(folder, whole.splice(0, some));
    const ran = await check();
    verify(`${us} with --cache`, folder, ran, ourCount);
    if (n === 0) continue;
    record(folderGroup, 'with --cache, 1% changed: wall', us, ran.wall);
    record(folderGroup, 'with --cache, 1% changed: CPU', us, ran.cpu);
    record(folderGroup, 'with --cache, 1% changed: peak memory', us, ran.peak);
  }
  const unchanged = await check();
  verify(`${us} with --cache`, folder, unchanged, ourCount);
  record(folderGroup, 'with --cache, nothing changed: wall', us, unchanged.wall);
}

async function onePlan() {
  const file = join(temporary, 'small.levers.yaml');
  writeFileSync(file, makePlan(folderSizes.lines));
  const subjects = [
    { name: us, args: [await commandLine(), 'check', file] },
    { name: bare, args: ['-e', '0'] },
  ];
  const once = async ({ name, args }, counts) => {
    const { wall, code } = await run(args);
    if (code !== 0) remarks.add(`${name}: exits with ${code} for one good plan.`);
    if (counts) record(onePlanGroup, 'start to exit: wall', name, wall);
  };
  await interleaved(subjects, once, limits);
}

export async function measureCommandLine() {
  await onePlan();
  const folder = makeFolder(folderSizes.all);
  const quoted = makeFolder(folderSizes.all, { title: 'quoted', change: datesQuoted });
  const sample = makeFolder(spectralSample, { title: 'sample' });
  await interleaved(await tools(folder, quoted, sample), cold, fewTimes);
  await again(folder);
  for (const one of [folder, quoted, sample]) removeFolder(one);
}
