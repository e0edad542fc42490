// `levers check` of a folder of plans beside other command lines.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, atMost, short } from './page.mjs';
import { makeFolder, removeFolder } from './planFolder.mjs';
import { runMeasured } from './program.mjs';
import { inTurn, median, ratio, remarks } from './samples.mjs';
import { ajv, commandLine, commandOf, schemaPath, spectral, us } from './servers.mjs';
import { fewTimes, plans, temporary } from './settings.mjs';

/**
 * A tool must tell the error of every plan that has one, and of no other. `counted` is how many it has looked at, by
 * its own words; one that is fast because it left some out would be no measure.
 * @param {import('./planFolder.mjs').PlanFolder} folder
 * @param {(output: string) => number} [counted]
 */
function verify(name, { plans }, { output, code }, counted) {
  const looked = counted?.(output) ?? plans.length;
  if (looked !== plans.length) remarks.add(`${name} looks at ${looked} of ${plans.length} plans.`);
  const about = output.split(/(?=team-\d+\/plan-)/).filter((piece) => /must be one of|allowed values/.test(piece));
  const told = new Set(about.map((piece) => piece.slice(0, piece.indexOf('.yaml') + '.yaml'.length)));
  const missed = plans.filter(({ file, wrong }) => wrong !== told.has(file));
  if (missed.length) remarks.add(`${name} judges ${missed.length} of ${plans.length} plans wrongly.`);
  if (code !== 1) remarks.add(`${name} exits with ${code}, although there are errors.`);
}

/** How many plans we say that we have looked at. */
const ourCount = (output) => Number(/^Plans: ([\d,]+)/m.exec(output)?.[1].replaceAll(',', ''));

/** How many plans `ajv-cli` has judged. */
const ajvCount = (output) => (output.match(/\.levers\.yaml (?:in)?valid$/gm) ?? []).length;

/** `ajv-cli` does not take a date for a text unless it stands in quotes. */
const datesQuoted = (text) => text.replace(/(?<=[[:] ?)\d{4}-\d\d-\d\d/g, '"$&"');

/** A tool, the folder that it checks, its arguments, and how many plans it says that it has judged. */
function tools(folder, quoted, sample) {
  const schema = JSON.parse(readFileSync(schemaPath, 'utf8'));
  const ruleset = join(temporary, 'spectral.json');
  // A reference to the schema would be taken for a schema that allows everything.
  const then = { function: 'schema', functionOptions: { schema, allErrors: true } };
  writeFileSync(ruleset, JSON.stringify({ rules: { plan: { given: '$', severity: 'error', then } } }));
  const glob = '**/*.levers.yaml';
  const ajvFlags = ['--spec=draft7', '--strict=false', '--all-errors', '--errors=line', '-s', schemaPath, '-d', glob];
  return [
    { name: us, folder, args: [commandLine, 'check'], counted: ourCount },
    { name: ajv, folder: quoted, args: [commandOf(ajv), 'validate', ...ajvFlags], counted: ajvCount },
    { name: spectral, folder: sample, args: [commandOf(spectral), 'lint', '--ruleset', ruleset, '--quiet', glob] },
  ];
}

function checked({ name, folder, args, counted }) {
  const ran = runMeasured(args, { cwd: folder.path });
  verify(name, folder, ran, counted);
  return { ...ran, wall: ran.wall / 1000, rate: folder.plans.length / (ran.wall / 1000) };
}

const of = (runs, key) => median(runs.map((ran) => ran[key]));

/** What runs took: `5.3 s (9.6 user, 0.6 system), 162 MB`. */
const told = (runs) => {
  const [wall, user, system, peak] = ['wall', 'user', 'system', 'peak'].map((key) => short(of(runs, key)));
  return `${wall} s (${user} user, ${system} system), ${peak} MB`;
};

export async function measureFolder() {
  const folder = makeFolder(plans.folder);
  const quoted = makeFolder(plans.folder, { title: 'quoted', change: datesQuoted });
  const sample = makeFolder(plans.sample, { title: 'sample' });
  const all = tools(folder, quoted, sample);
  const [ours, ajvs, spectrals] = await inTurn(all, checked, fewTimes);
  for (const one of [folder, quoted, sample]) removeFolder(one);
  const rate = (runs) => runs.map((ran) => ran.rate);
  const overAjv = ratio(rate(ours), rate(ajvs));
  const [count, sampled] = [short(plans.folder), short(plans.sample)];
  const figures = [
    atLeast(`\`levers check\`, ${count} plans: plans a second over ${ajv}`, 0.5, overAjv, {
      ours: told(ours),
      theirs: told(ajvs),
    }),
    atLeast('the same, the next aim', 0.8, overAjv),
    atLeast(`the same over ${spectral} (${sampled} plans)`, 60, ratio(rate(ours), rate(spectrals)), {
      theirs: told(spectrals),
    }),
    atMost('resident memory of that run', 150, of(ours, 'peak'), ' MB'),
  ];
  if (plans.larger === undefined) return figures;

  const larger = makeFolder(plans.larger);
  const run = checked({ ...all[0], folder: larger });
  removeFolder(larger);
  const more = short(plans.larger);
  return [
    ...figures,
    atMost(`the same of ${more} plans`, 150, run.peak, ' MB'),
    atMost(`${more} plans over ${count}: time`, 10.5, run.wall / of(ours, 'wall'), '', { ours: told([run]) }),
  ];
}

/** What `levers diff` of two folders, in which each plan has changed, takes over what a check of one of them takes. */
export async function measureDiff() {
  const [before, after] = [
    makeFolder(plans.diff, { title: 'before' }),
    makeFolder(plans.diff, { title: 'after', change: (text) => text.replace(/^( *goLive: .*)-\d\d$/m, '$1-28') }),
  ];
  const calls = [
    { args: ['diff', before.path, after.path], cwd: after.path },
    { args: ['check'], cwd: after.path },
  ];
  const [diffs, checks] = await inTurn(
    calls,
    ({ args, cwd }) => {
      const ran = runMeasured([commandLine, ...args], { cwd });
      const changed = Number(/changed: (\d+)/.exec(ran.output)?.[1]);
      if (args[0] === 'diff' && changed !== plans.diff) remarks.add(`levers diff finds ${changed} changed plans.`);
      return ran.wall;
    },
    fewTimes,
  );
  for (const one of [before, after]) removeFolder(one);
  return [
    atMost(
      `\`levers diff\` of ${short(plans.diff)} changed plans over \`levers check\` of them (time)`,
      5,
      ratio(diffs, checks),
      '',
      {
        ours: `${short(median(diffs) / 1000)} s`,
        theirs: `${short(median(checks) / 1000)} s (check)`,
      },
    ),
  ];
}
