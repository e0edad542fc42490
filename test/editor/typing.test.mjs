// Typing with nothing but letters, Enter, Tab and Backspace, pasting and formatting, in real VS Code.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually, inWindow } from './window.mjs';

const strategy = 'levers:\n  values:\n    strategies:\n      - use: ai-purpose-value\n        owner: Ana Ruiz';

const source = `levers:
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz
        due: 2027-05-28
  structure:
    strategies:
`;

const untidy = `plan:
    title:   AI meeting notes   # for the office
    owner : Ana Ruiz


levers:
    values:
        strategies:
        -   use: ai-purpose-value
            audience: [ office-staff,agents ]
`;

const tidy = `plan:
  title: AI meeting notes   # for the office
  owner: Ana Ruiz

levers:
  values:
    strategies:
      - use: ai-purpose-value
        audience: [office-staff, agents]
`;

const typed = `version: 1
plan:
  title: AI meeting notes
  owner:
  sponsor: Tom Berg

purpose:
  need: |
    Teams lose four hours a week
    writing up meetings.
  evidence:
    - Survey of 2026
    - Two talks
levers:
  values:
    strategies:
      - use: ai-purpose-value
        owner: Ana Ruiz
        deliverables:
          - A story
      - use: ai-transparency
        owner: Ana Ruiz
  structure:
    strategies:
      - use: ai-governance`;

/** What is typed without a rest; `⌫` is Backspace. */
const keys = `version: 1
plan:
title: AI meeting notes
owner:
sponsor: Tom Berg
⌫purpose:
need: >-
Teams lose four hours a week
writing up meetings: too much.
⌫evidence:
- Survey of 2026
- Two talks
⌫⌫stakeholders:
- id:
name: Office staff
behaviors:
from: Typed by hand
⌫⌫- id: agents
name: Agents
⌫⌫levers:
values:
strategies:
- use: ai-purpose-value
owner:
deliverables:
- A story
- title: A page
link: intranet
⌫⌫⌫- use: ai-transparency
owner: Ana Ruiz
⌫⌫⌫structure:
strategies:
- use: ai-governance
owner: Tom Berg`;

const typedAtOnce = `version: 1
plan:
  title: AI meeting notes
  owner:
  sponsor: Tom Berg
purpose:
  need: >-
    Teams lose four hours a week
    writing up meetings: too much.
  evidence:
    - Survey of 2026
    - Two talks
stakeholders:
  - id:
    name: Office staff
    behaviors:
      from: Typed by hand
  - id: agents
    name: Agents
levers:
  values:
    strategies:
      - use: ai-purpose-value
        owner:
        deliverables:
          - A story
          - title: A page
            link: intranet
      - use: ai-transparency
        owner: Ana Ruiz
  structure:
    strategies:
      - use: ai-governance
        owner: Tom Berg`;

// Suggestions are not what this is about: Enter would take one that comes late.
const off = { other: 'off', comments: 'off', strings: 'off' };
const quiet = { 'editor.quickSuggestions': off, 'editor.suggestOnTriggerCharacters': false };

describe('typing in real VS Code', { timeout: 900_000 }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'levers-typing-'));
    writeFileSync(join(folder, 'new.levers.yaml'), '');
    writeFileSync(join(folder, 'fast.levers.yaml'), '');
    writeFileSync(join(folder, 'second.levers.yaml'), strategy);
    writeFileSync(join(folder, 'further.levers.yaml'), strategy);
    writeFileSync(join(folder, 'presets.levers.yaml'), '');
    writeFileSync(join(folder, 'levels.levers.yaml'), 'version: 1\n');
    writeFileSync(join(folder, 'paste.levers.yaml'), source);
    writeFileSync(join(folder, 'word.levers.yaml'), 'purpose:\n  evidence:\n    ');
    writeFileSync(join(folder, 'excel.levers.yaml'), 'approvals:\n');
    writeFileSync(join(folder, 'chat.levers.yaml'), '');
    writeFileSync(join(folder, 'untidy.levers.yaml'), untidy);
    writeFileSync(join(folder, 'saved.levers.yaml'), untidy);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (settings, use) =>
    inWindow({ folder, settings: { 'levers.workspaceProblems': false, ...settings } }, use);

  /** Saves, and waits until the file on the disk is as expected. */
  async function saved(window, name, expected) {
    await window.page.keyboard.press('Control+S');
    await eventually(() => assert.equal(readFileSync(join(folder, name), 'utf8'), expected));
  }

  async function opened(window, name) {
    await window.open(name);
    await window.page.locator('#status\\.editor\\.mode', { hasText: 'LEVERS Change Plan' }).waitFor();
  }

  it('a plan is typed line by line, with Enter, Shift+Tab and Backspace', async () => {
    await inFolder({ '[levers-plan]': quiet }, async (window) => {
      const { page } = window;
      await opened(window, 'new.levers.yaml');
      // The line is told too: a column alone may be that of the line above, which the status bar still shows.
      let row = 1;
      const at = (column) => window.at(row, column + 1);
      /** Types a line and Enter; the next line must begin in that column. */
      const line = async (text, column, ...keys) => {
        await page.keyboard.type(text, { delay: 15 });
        await page.keyboard.press('Enter');
        // Behind a lone hyphen Enter ends the list.
        if (text !== '- ') row++;
        await at(column).catch(() => assert.fail(`column ${column} below “${text}”`));
        for (const key of keys) await page.keyboard.press(key);
      };
      await line('version: 1', 0);
      await line('plan:', 2);
      await line('title: AI meeting notes', 2);
      await line('owner:', 2);
      await line('sponsor: Tom Berg', 2);
      await line('', 0);
      await line('purpose:', 2);
      await line('need: |', 4);
      await line('Teams lose four hours a week', 4);
      await line('writing up meetings.', 4, 'Backspace');
      await line('evidence:', 4);
      await line('- Survey of 2026', 4);
      await line('- Two talks', 4, 'Shift+Tab', 'Shift+Tab');
      await line('levers:', 2);
      await line('values:', 4);
      await line('strategies:', 6);
      await line('- use: ai-purpose-value', 8);
      await line('owner: Ana Ruiz', 8);
      await line('deliverables:', 10);
      await line('- A story', 10, 'Shift+Tab', 'Shift+Tab');
      await line('- use: ai-transparency', 8);
      await line('owner: Ana Ruiz', 8, 'Backspace');
      await line('- ', 4, 'Backspace');
      await line('structure:', 4);
      await line('strategies:', 6, 'Backspace', 'Backspace', 'Backspace');
      // Tab on an empty line goes right where the next thing goes.
      await at(0);
      await page.keyboard.press('Tab');
      await at(6);
      await page.keyboard.type('- use: ai-governance');
      await window.shot('typing-plan');
      await saved(window, 'new.levers.yaml', typed);
    });
  });

  it('a plan is typed without a rest, faster than the server can answer', async () => {
    await inFolder({ '[levers-plan]': quiet }, async (window) => {
      const { page } = window;
      await opened(window, 'fast.levers.yaml');
      // The extension is there, and with it what the editor does at Enter.
      await page.locator('.codelens-decoration a', { hasText: 'Start with a few questions' }).waitFor();
      for (const [i, part] of keys.split('⌫').entries()) {
        if (i > 0) await page.keyboard.press('Backspace');
        await page.keyboard.type(part, { delay: 15 });
      }
      await window.shot('typing-fast');
      await saved(window, 'fast.levers.yaml', typedAtOnce);
    });
  });

  it('another strategy begins with a hyphen, wherever the cursor stands', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await opened(window, 'second.levers.yaml');
      await window.coverage('of 6 levers');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await window.at(6, 9);
      await page.keyboard.type('-');
      await window.at(6, 8);
      await page.keyboard.type(' use: purpose-driven-ai-story');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await window.at(7, 9);
      // Typed on before the hyphen could move, it moves with what is chosen.
      await page.keyboard.type('- model', { delay: 15 });
      const offered = window.suggestion('ai-model-transparency');
      await offered.waitFor();
      await window.shot('typing-hyphen');
      await offered.click();
      await page.locator('.view-line', { hasText: 'use: ai-model-transparency' }).waitFor();
      // Who answers for it is asked at once.
      await window.suggestion('Ana Ruiz').waitFor();
      await window.shot('typing-owner');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'owner: Ana Ruiz' }).nth(1).waitFor();
      await page.keyboard.press('Control+S');
      await eventually(() =>
        assert.match(
          readFileSync(join(folder, 'second.levers.yaml'), 'utf8'),
          /\n {8}owner: Ana Ruiz\n {6}- use: purpose-driven-ai-story\n {6}- use: ai-model-transparency\n {8}owner: Ana Ruiz\n/,
        ),
      );
    });
  });

  it('an empty line offers what goes on further out, with the keyboard alone', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await opened(window, 'further.levers.yaml');
      await window.coverage('of 6 levers');
      /** Asks on a new line at the end, takes an offer by its first letters, and waits for a text. */
      const goOn = async (label, letters, text) => {
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await window.press('Control+Space', window.suggestion(label), 'Escape');
        await page.keyboard.type(letters);
        await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
        await window.shot(`typing-${letters}`);
        await page.keyboard.press('Enter');
        await page.locator('.view-line', { hasText: text }).last().waitFor();
      };
      await goOn('+ another strategy', 'another', '-');
      await window.suggestion('ai-model-transparency').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.type('use: ai-model-transparency');
      await page.keyboard.press('Escape');
      await goOn('+ next section: Measures', 'section', 'measures:');
      await page.keyboard.type('Hours saved');
      await page.keyboard.press('Tab');
      await page.locator('.view-line', { hasText: 'id: hours-saved' }).waitFor();
      await saved(
        window,
        'further.levers.yaml',
        `${strategy}\n      - use: ai-model-transparency\nmeasures:\n  - id: hours-saved\n    title: Hours saved`,
      );
    });
  });

  it('Tab and Enter go on from what is filled in, and delete nothing', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await opened(window, 'presets.levers.yaml');
      await page.locator('.codelens-decoration a', { hasText: 'Start with a few questions' }).waitFor();
      await page.keyboard.type('plan');
      await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: /^plan/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'goLive:' }).waitFor();
      for (const key of ['A', 'Tab', 'B', 'Tab', 'Enter', 'Tab', 'Enter', 'Enter']) await page.keyboard.press(key);
      await window.at(7, 3);
      await window.shot('typing-presets');
      await page.keyboard.press('Control+S');
      await eventually(() =>
        assert.match(
          readFileSync(join(folder, 'presets.levers.yaml'), 'utf8'),
          /^plan:\n {2}title: A\n {2}owner: B\n(?: {2}(?:start|goLive|end): \d{4}-\d\d-\d\d\n){3} *$/,
        ),
      );
    });
  });

  it('each accepted key opens the next list, and the id is made of the name', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await opened(window, 'levels.levers.yaml');
      await window.coverage('of 6 levers');
      const focused = (text) => page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });
      await page.keyboard.press('Control+End');
      await page.keyboard.type('stakeh');
      await focused('stakeholders').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'name:' }).waitFor();
      await page.keyboard.type('Office Staff');
      await page.keyboard.press('Tab');
      await page.locator('.view-line', { hasText: 'id: office-staff' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('levers');
      await focused('The six levers').waitFor();
      await page.keyboard.press('Enter');
      await focused('Leadership').waitFor();
      await page.keyboard.type('val');
      await focused('Values').waitFor();
      await page.keyboard.press('Enter');
      await focused('strategies').waitFor();
      await window.shot('typing-levels');
      await page.keyboard.press('Enter');
      await focused('Communicate the Purpose and Value of AI').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'due:' }).waitFor();
      await page.keyboard.press('Control+S');
      await eventually(() =>
        assert.match(
          readFileSync(join(folder, 'levels.levers.yaml'), 'utf8'),
          /^version: 1\nstakeholders:\n {2}- id: office-staff\n {4}name: Office Staff\nlevers:\n {2}values:\n {4}strategies:\n {6}- use: ai-purpose-value\n {8}owner: \n {8}audience: \[office-staff\]\n/,
        ),
      );
    });
  });

  it('a strategy is pasted at another depth, and taken back in one step', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await opened(window, 'paste.levers.yaml');
      await window.coverage('of 6 levers');
      // Copies the strategy, without the blanks in front of it.
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+End');
      await page.keyboard.press('Control+C');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'use: ai-purpose-value' }).nth(1).waitFor();
      await window.shot('paste');
      const pasted = `${source}${source.split('\n').slice(3, 6).join('\n')}`;
      await saved(window, 'paste.levers.yaml', pasted);
      await page.keyboard.press('Control+Z');
      await saved(window, 'paste.levers.yaml', source);
      // The same where the cursor stands too far right.
      await page.keyboard.type('          ');
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'use: ai-purpose-value' }).nth(1).waitFor();
      await saved(window, 'paste.levers.yaml', pasted);
      // Into a text: as it stands, in the column of the text.
      await page.keyboard.press('Enter');
      await page.keyboard.type('notes: |');
      await page.keyboard.press('Enter');
      await page.locator('#status\\.editor\\.selection', { hasText: /, Col 11$/ }).waitFor();
      await page.keyboard.type('Once:');
      await page.keyboard.press('Enter');
      await page.locator('#status\\.editor\\.selection', { hasText: /Ln 14, Col 11$/ }).waitFor();
      await page.keyboard.press('Control+V');
      await page.locator('.view-line', { hasText: 'use: ai-purpose-value' }).nth(2).waitFor();
      await window.shot('paste-text');
      const copied = source
        .split('\n')
        .slice(3, 6)
        .map((row) => `    ${row}\n`)
        .join('')
        .trimEnd();
      await saved(window, 'paste.levers.yaml', `${pasted}\n        notes: |\n          Once:\n${copied}`);
    });
  });

  it('what Word, Excel and a chat put on the clipboard is pasted as what was meant', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      /** Puts a text on the clipboard, and pastes it at the end of the document. */
      const paste = async (text) => {
        await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Control+V');
      };
      await opened(window, 'word.levers.yaml');
      await paste('•\tOrder book\n•\tSurvey of 40 clients\n');
      await page.locator('.view-line', { hasText: '- Survey of 40 clients' }).waitFor();
      await window.shot('paste-word');
      await saved(window, 'word.levers.yaml', 'purpose:\n  evidence:\n    - Order book\n    - Survey of 40 clients\n');
      await opened(window, 'excel.levers.yaml');
      await paste('Role\tName\tStatus\nSponsor\tTom Berg\tapproved\nLead\t"Ana ""Ann"" Ruiz"\tapproved\n');
      await page.locator('.view-line', { hasText: 'role: Lead' }).waitFor();
      await window.shot('paste-excel');
      const row = (role, name) => `  - role: ${role}\n    name: ${name}\n    status: approved\n`;
      const rows = row('Sponsor', 'Tom Berg') + row('Lead', 'Ana "Ann" Ruiz');
      await saved(window, 'excel.levers.yaml', `approvals:\n${rows}`);
      await opened(window, 'chat.levers.yaml');
      await paste(`Here is your plan:\n\n\`\`\`yaml\n${source}\`\`\`\n`);
      await page.locator('.view-line', { hasText: 'use: ai-purpose-value' }).waitFor();
      await window.shot('paste-chat');
      await saved(window, 'chat.levers.yaml', source);
    });
  });

  it('a document is formatted, by hand and on save', async () => {
    await inFolder({}, async (window) => {
      const { page } = window;
      await window.open('untidy.levers.yaml');
      await window.coverage('of 6 levers');
      await window.run('Format Document');
      await page.locator('.view-line', { hasText: 'audience: [office-staff, agents]' }).waitFor();
      await window.shot('formatted');
      await saved(window, 'untidy.levers.yaml', tidy);
    });
    await inFolder({ 'editor.formatOnSave': true }, async (window) => {
      await window.open('saved.levers.yaml');
      await window.coverage('of 6 levers');
      await saved(window, 'saved.levers.yaml', tidy);
    });
  });
});
