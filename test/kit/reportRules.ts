/**
 * What the formats of reports ask for. SARIF is held to its published schema. Of the others none can be had from a package,
 * so what their documentation says stands here: reviewdog's rdjson, GitLab's Code Quality, JUnit as Jenkins reads it, and
 * Checkstyle.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { Ajv, type ValidateFunction } from 'ajv';
import { ajv, schemaFile } from './schemas.ts';

const position = {
  type: 'object',
  required: ['line'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};

const range = {
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  properties: { start: position, end: position },
};

const severity = { enum: ['ERROR', 'WARNING', 'INFO'] };

const rdjson = {
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, url: { type: 'string' } } },
    severity,
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          location: {
            type: 'object',
            required: ['path', 'range'],
            additionalProperties: false,
            properties: { path: { type: 'string', minLength: 1 }, range },
          },
          severity,
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['range', 'text'],
              additionalProperties: false,
              properties: { range, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};

const gitlab = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // GitLab finds no file by a path that begins with `./`.
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

/** The published schema. Its draft (4) keeps its name in `id`, which ajv does not know; of the rest nothing differs. */
function sarifSchema(): object {
  const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const { $schema: _draft, id: _name, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  return schema;
}

const loose = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });

const validators: Readonly<Record<string, ValidateFunction>> = {
  json: ajv().compile(schemaFile('levers-json-output.schema.json')),
  sarif: loose.compile(sarifSchema()),
  rdjson: loose.compile(rdjson),
  gitlab: loose.compile(gitlab),
};

/** What an element may hold, and the attributes that it must have and may have. */
interface Rule {
  readonly children: readonly string[];
  readonly must: readonly string[];
  readonly may?: readonly string[];
  /** Between its tags a text may stand. */
  readonly text?: boolean;
}

const outcome: Rule = { children: [], must: ['message'], may: ['type'], text: true };

const elements: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  junit: {
    testsuites: { children: ['testsuite'], must: [], may: ['name', 'tests', 'failures', 'errors', 'time'] },
    testsuite: {
      children: ['testcase'],
      must: ['name', 'tests', 'failures', 'errors'],
      may: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package'],
    },
    testcase: { children: ['failure', 'skipped', 'error'], must: ['name', 'classname'], may: ['time'] },
    failure: outcome,
    error: outcome,
    skipped: outcome,
  },
  checkstyle: {
    checkstyle: { children: ['file'], must: ['version'] },
    file: { children: ['error'], must: ['name'] },
    error: { children: [], must: ['line', 'column', 'severity', 'message', 'source'] },
  },
};

/** An XML document; fails where it is not well-formed, or has a character that XML 1.0 does not know. */
export function xmlOf(text: string): Document {
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const onError = (level: string, message: string) => assert.fail(`${level}: ${message}`);
  return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

function assertElement(element: Element, rules: Readonly<Record<string, Rule>>): void {
  const { children, must, may = [], text } = rules[element.tagName] ?? assert.fail(element.tagName);
  const names = [...element.attributes].map(({ name }) => name);
  for (const name of must) assert.ok(names.includes(name), `${element.tagName} without ${name}`);
  for (const name of names) assert.ok([...must, ...may].includes(name), `${element.tagName} with ${name}`);
  for (const child of element.childNodes) {
    if (child.nodeType === child.TEXT_NODE) assert.ok(text || child.nodeValue?.trim() === '', element.tagName);
    else {
      assert.ok(children.includes(child.nodeName), `${child.nodeName} in ${element.tagName}`);
      assertElement(child as Element, rules);
    }
  }
}

/** Fails unless a report holds to the rules of its format; for GitHub see `commandsOf`. */
export function assertFormat(format: string, report: string): void {
  const validate = validators[format];
  if (validate) assert.ok(validate(JSON.parse(report)), JSON.stringify(validate.errors, null, 2));
  const rules = elements[format];
  if (rules) {
    const root = xmlOf(report).documentElement as Element;
    assert.equal(root.tagName, Object.keys(rules)[0]);
    assertElement(root, rules);
  }
}

/** A workflow command as GitHub's runner reads it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands that GitHub's runner finds in lines. */
export function commandsOf(report: string): Command[] {
  const plain = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  return report.split(/\r?\n|\r/).flatMap((line) => {
    const [, name, properties = '', message = ''] = /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (!name) return [];
    const pairs = properties.split(',').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), plain(pair.slice(at + 1))] as const] : [];
    });
    return { name, properties: Object.fromEntries(pairs), message: plain(message) };
  });
}
