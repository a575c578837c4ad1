// What a team may add, replace or listen to, from the code that offers it.
import ts from 'typescript';
import { docOf, filesUnder, firstSentence, membersOf, nodesOf, parse } from './source.mjs';

const CONTRACT = 'libs/provider-kit/src/contract';

/** The classes that a module offers by `replaceable(Act)`, each with the file it is in. */
function replaceableActs() {
  return filesUnder('libs', '.module.ts').flatMap((path) =>
    nodesOf(parse(path))
      .filter((node) => ts.isCallExpression(node) && node.expression.getText() === 'replaceable')
      .map((node) => actOf(node.arguments[0].getText(), path.slice(0, path.lastIndexOf('/')))),
  );
}

function actOf(name, folder) {
  for (const path of filesUnder(folder, '.ts')) {
    const found = nodesOf(parse(path)).find(
      (node) => ts.isClassDeclaration(node) && node.name?.text === name,
    );
    if (found) return { name, path, doc: docOf(found) };
  }
  throw new Error(`${folder} offers ${name}, but does not declare it`);
}

export function actsTable() {
  const rows = replaceableActs()
    .sort((left, right) => left.path.localeCompare(right.path))
    .map(({ name, path, doc }) => `| [\`${name}\`](../${path}) | ${firstSentence(doc)} |`);
  return ['| act | what it does |', '| --- | --- |', ...rows].join('\n');
}

export function pluginTable() {
  const rows = membersOf(`${CONTRACT}/plugin.ts`, 'TandemPlugin').map(
    ({ name, isOptional, doc }) => `| \`${name}\`${isOptional ? '' : ' (required)'} | ${doc} |`,
  );
  return ['| property | what it is |', '| --- | --- |', ...rows].join('\n');
}

export function providerTable() {
  const rows = membersOf(`${CONTRACT}/payment-provider.ts`, 'PaymentProvider').map(
    ({ name, isOptional, doc }) =>
      `| \`${name}\` | ${isOptional ? 'optional' : 'required'} | ${firstSentence(doc)} |`,
  );
  return ['| method | | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

export function eventsList() {
  const events = nodesOf(parse('libs/platform/outbox/src/event.ts')).find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'PayloadOf',
  );
  return events.members.map((member) => `\`${member.name.text}\``).join(' · ');
}
