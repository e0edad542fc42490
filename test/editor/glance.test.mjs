// What is seen at a glance in real VS Code: lenses, hints, colours of names, struck dates, levers that fold.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureWebHost } from './host.mjs';
import { inWindow, packageExtension } from './window.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Screenshots land here, to be looked at. */
const shots = join(root, 'dist/test/shots');
const log = (line) => console.log(line);

const catalog = `version: 1
id: office-catalog
title: Strategies of the office
strategies:
  - id: floor-walks
    lever: leadership
    title: Walk the Floor
    summary: Leaders walk through the offices each week and ask.
`;

/** Everything that can be told apart: strategies of the product, the team and the plan, a dangling id, an overdue date. */
const plan = `version: 1
plan:
  title: AI meeting notes for the office
  owner: Ana Ruiz
  sponsor: Tom Berg
  status: active
  start: 2027-01-04
  goLive: 2027-05-03
  end: 2027-12-17
  asOf: 2027-03-01
stakeholders:
  - { id: office-staff, name: Office staff, size: 620, impact: high }
  - { id: it, name: Information technology, impact: low }
levers:
  leadership:
    strategies:
      - use: transparent-communication
        owner: Tom Berg
        audience: [office-staff, it, offce-staff]
        due: 2027-02-12
        status: in-progress
        measures: [weekly]
      - use: floor-walks
        owner: Tom Berg
        audience: [office-staff]
        start: 2027-01-18
        due: 2027-04-30
        status: in-progress
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz
        due: 2027-05-28
  enablement:
    strategies:
      - id: practice-hour
        title: An hour of practice each week
        owner: Ana Ruiz
        audience: [office-staff]
        due: 2027-06-30
        dependsOn: [transparent-communication, pilot]
  structure:
    strategies:
      - { use: ai-feedback-loop, audience: [all] }
measures:
  - { id: weekly, title: Staff who use it each week, kind: adoption, unit: "%", baseline: 0, target: 80, by: 2027-08-31 }
milestones:
  - { id: pilot, title: Pilot in two departments, date: 2027-03-15, kind: pilot }
`;

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

let folder;

/** How a word is shown in the first line that holds it: its colour, whether it is bold, and what is drawn through it. */
function styleOf([line, word]) {
  const row = [...document.querySelectorAll('.editor-instance .view-line')].find((candidate) =>
    candidate.textContent?.replaceAll('\u00a0', ' ').includes(line),
  );
  const span = [...(row?.querySelectorAll('span > span') ?? [])].find((part) =>
    part.textContent?.replaceAll('\u00a0', ' ').includes(word),
  );
  if (!span) return undefined;
  const { color, fontWeight, textDecorationLine } = getComputedStyle(span);
  return { color, bold: Number(fontWeight) > 500, struck: textDecorationLine.includes('line-through') };
}

describe('a plan at a glance in real VS Code', { timeout: 900_000 }, () => {
  before(async () => {
    await ensureBrowser({ log });
    await ensureWebHost({ log });
    packageExtension();
    folder = mkdtempSync(join(tmpdir(), 'levers-glance-'));
    cpSync(join(root, 'examples/hospital-ai-scribe.levers.yaml'), join(folder, 'hospital-ai-scribe.levers.yaml'));
    writeFileSync(join(folder, 'office.levers.yaml'), plan);
    writeFileSync(join(folder, 'levers.catalog.yaml'), catalog);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (options, use) =>
    inWindow(
      {
        folder,
        shots,
        size: { width: 1280, height: 1240 },
        ...options,
        settings: { 'levers.workspaceProblems': false, ...options.settings },
      },
      use,
    );

  for (const [name, theme] of Object.entries(themes)) {
    it(`names are told apart, and overdue dates are struck: ${name}`, async () => {
      await inFolder({ theme }, async (window) => {
        const { page } = window;
        await window.open('office.levers.yaml');
        await page.locator('.codelens-decoration', { hasText: '3 of 6 levers covered' }).waitFor();
        const style = async (line, word) => (await page.waitForFunction(styleOf, [line, word])).jsonValue();
        await page.waitForFunction(
          (of) => new Function(`return (${of})(['due: 2027-02-12', '2027-02-12'])`)()?.struck,
          `${styleOf}`,
        );
        const kinds = {
          builtIn: await style('use: transparent-communication', 'transparent-communication'),
          own: await style('use: floor-walks', 'floor-walks'),
          reference: await style('audience: [office-staff, it', 'office-staff'),
          dangling: await style('audience: [office-staff, it', 'offce-staff'),
          plain: await style('title: Pilot', 'each week'),
        };
        delete kinds.plain;
        await window.shot(`glance-${name}`);
        const colours = new Set(Object.values(kinds).map(({ color }) => color));
        assert.equal(colours.size, 4, JSON.stringify(kinds));
        assert.deepEqual((await style('id: practice-hour', 'practice-hour')).color, kinds.own.color);
        assert.ok((await style('  leadership:', 'leadership')).bold);
        assert.equal((await style('due: 2027-04-30', '2027-04-30')).struck, false);
      });
    });
  }
});
