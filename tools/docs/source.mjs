// Reads docstrings of classes and of interface members from the TypeScript sources.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export function filesUnder(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending) && !/\.spec\.ts$|node_modules|dist/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

export const parse = (path) =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

/** A node and all its descendants. */
export function nodesOf(node) {
  const found = [node];
  node.forEachChild((child) => void found.push(...nodesOf(child)));
  return found;
}

/** The docstring without its tags, on one line. */
export function docOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replace(/\s+/g, ' ').trim();
}

/** Its first sentence, without the list that may follow it. */
export const firstSentence = (text) => `${(/^.*?(?=\.(\s|$)|: - )/.exec(text)?.[0] ?? text).trim()}.`;

/** The members of an interface, in order. */
export function membersOf(path, name) {
  const declaration = nodesOf(parse(path)).find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!declaration) throw new Error(`${path} has no interface ${name}`);
  return declaration.members.map((member) => ({
    name: member.name.text,
    isOptional: member.questionToken !== undefined,
    isMethod: ts.isMethodSignature(member),
    doc: docOf(member),
  }));
}
