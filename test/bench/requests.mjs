// What an editor asks for: completion, and everything else that the servers announce.
import { readFileSync } from 'node:fs';
import { clean, planted } from './lsp.mjs';
import { atLines, interleaved, record, remarks } from './samples.mjs';
import { schemaPath } from './servers.mjs';
import { limits as all, sizes } from './settings.mjs';
import { keystroke, planOf, withServers } from './subject.mjs';

/** There are many kinds. */
const limits = { ...all, budget: all.budget / 2 };

const { description: statusHelp } = JSON.parse(readFileSync(schemaPath, 'utf8')).definitions.strategy.properties.status;

const labels = (result) => (result?.items ?? result ?? []).map(({ label }) => label);

async function completions(lines, key, { position, typed, expected }, clients) {
  const group = atLines(lines);
  const verify = (client, { result }) => {
    if (labels(result).includes(expected)) return;
    remarks.add(`${client.server.name}: completion at \`${key}:\` does not offer \`${expected}\`.`);
  };
  const unchanged = async (client, counts) => {
    const sent = performance.now();
    const answer = await client.ask('completion', { position, context: { triggerKind: 1 } });
    await client.idle();
    verify(client, answer);
    if (counts) record(group, `completion at \`${key}:\``, client.server.name, answer.at - sent);
  };
  const typing = async (client, counts) => {
    for (const change of [typed.plant, typed.mend]) {
      // Right after the character, or where it was.
      const at = change === typed.plant ? typed.mend.range.end : typed.plant.range.start;
      const ask = () => client.ask('completion', { position: at, context: { triggerKind: 1 } });
      const { answer, sent } = await keystroke(client, change, () => true, ask);
      if (change === typed.mend) verify(client, answer);
      if (counts) record(group, `completion while typing at \`${key}:\``, client.server.name, answer.at - sent);
    }
  };
  await interleaved(clients, unchanged, limits);
  await interleaved(clients, typing, limits);
}

/** How many symbols an outline holds. */
const counted = (symbols) => symbols.reduce((sum, { children = [] }) => sum + 1 + counted(children), 0);

const some = (result) => (Array.isArray(result) ? result.length > 0 : result !== null && result !== undefined);

/**
 * What can be asked about a document: the capability that announces it, the method and its parameters, and whether an
 * answer holds what it should.
 * @typedef {import('./plans.mjs').Places} Places
 * @typedef {{ can: string, method?: string, params?: (places: Places, client: any) => object, right: (result: any) => unknown }} Question
 * @type {Record<string, Question>}
 */
const questions = {
  hover: {
    can: 'hoverProvider',
    params: ({ key }) => ({ position: key }),
    right: (result) => JSON.stringify(result ?? '').includes(statusHelp.slice(0, 20)),
  },
  documentSymbol: {
    can: 'documentSymbolProvider',
    right: (result) => result?.some(({ name }) => name === 'levers'),
  },
  foldingRange: { can: 'foldingRangeProvider', right: (result) => result?.length >= 10 },
  codeAction: {
    can: 'codeActionProvider',
    params: ({ edits }, { diagnostics }) => {
      const at = edits.value.mend.range.start;
      const here = diagnostics.filter(({ range }) => range.start.line === at.line);
      return { range: { start: at, end: at }, context: { diagnostics: here, triggerKind: 2 } };
    },
    right: some,
  },
  selectionRange: {
    can: 'selectionRangeProvider',
    params: ({ key }) => ({ positions: [key] }),
    right: (result) => result?.[0]?.parent,
  },
  codeLens: { can: 'codeLensProvider', right: some },
  inlayHint: { can: 'inlayHintProvider', params: ({ visible }) => ({ range: visible }), right: some },
  semanticTokens: {
    can: 'semanticTokensProvider',
    method: 'semanticTokens/full',
    right: (result) => result?.data.length > 0,
  },
  semanticTokensRange: {
    can: 'semanticTokensProvider',
    method: 'semanticTokens/range',
    params: ({ visible }) => ({ range: visible }),
    right: (result) => result?.data.length > 0,
  },
  semanticTokensDelta: {
    can: 'semanticTokensProvider',
    method: 'semanticTokens/full/delta',
    params: (_, { last }) => ({ previousResultId: last?.resultId ?? '' }),
    right: (result) => result?.edits ?? result?.data,
  },
  definition: { can: 'definitionProvider', params: ({ reference }) => ({ position: reference }), right: some },
  references: {
    can: 'referencesProvider',
    params: ({ reference }) => ({ position: reference, context: { includeDeclaration: true } }),
    right: some,
  },
  documentLink: { can: 'documentLinkProvider', right: Array.isArray },
  formatting: {
    can: 'documentFormattingProvider',
    params: () => ({ options: { tabSize: 2, insertSpaces: true } }),
    right: Array.isArray,
  },
};

/** The kinds of requests beside completion. */
export const requestNames = Object.keys(questions);

/** One kind of request, of an unchanged document and right after the diagnostics of a change. */
async function asked(subject, name, { can, method = name, params, right }, clients) {
  const { lines, places } = subject;
  const group = atLines(lines);
  const able = clients.filter((client) => client.can[can]);
  const ask = async (client, counts, metric) => {
    const given = params?.(places, client);
    const sent = performance.now();
    const answer = await client.ask(method, given).catch((error) => remarks.add(error.message) && undefined);
    await client.idle();
    if (!answer) return;
    const { result, at } = answer;
    client.last = result;
    if (!right(result)) remarks.add(`${client.server.name}: ${method} does not hold what it should.`);
    if (!counts) return;
    record(group, metric, client.server.name, at - sent);
    if (name === 'documentSymbol' && metric === name)
      record(group, 'documentSymbol: symbols (number)', client.server.name, counted(result));
  };
  const { plant, mend } = places.edits.prose;
  await interleaved(able, (client, counts) => ask(client, counts, name), limits);
  const afterChange = async (client, counts) => {
    for (const change of [plant, mend]) {
      await keystroke(client, change, planted(places.edits.value));
      await ask(client, counts, `${name} after a change`);
    }
  };
  await interleaved(able, afterChange, limits);
}

export async function measureRequests() {
  for (const lines of sizes) {
    const subject = planOf(lines);
    const { completions: at, edits } = subject.places;
    await withServers(subject, async (clients) => {
      for (const [key, place] of Object.entries(at)) await completions(lines, key, place, clients);
      // An error stands, so that there is something to be done.
      for (const client of clients) await keystroke(client, edits.value.plant, planted(edits.value));
      for (const [name, question] of Object.entries(questions)) await asked(subject, name, question, clients);
      for (const client of clients) await keystroke(client, edits.value.mend, clean);
    });
  }
}
