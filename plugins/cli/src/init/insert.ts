import type { ArrayExpression, Node, ObjectExpression } from '@babel/types';
import { refusal, type Source } from './source.ts';

/** Puts an item behind the last one of an array or an object, laid out as that one is. */
export function addLast(source: Source, list: ArrayExpression | ObjectExpression, code: string): void {
  const { text, edits, grown } = source;
  const first = !grown.has(list);
  grown.add(list);
  const last = itemsOf(list).at(-1);
  if (!last) {
    const space = list.type === 'ObjectExpression' ? ' ' : '';
    edits.appendLeft(list.start! + 1, first ? space + code : `, ${code}`);
    if (first) edits.appendRight(list.end! - 1, space);
    return;
  }
  if (last.loc!.start.line === list.loc!.start.line) {
    edits.appendLeft(last.end!, `, ${code}`);
    return;
  }
  const line = newline(text) + indentation(text, last) + code;
  // What follows on the line of the last item, a comment too, stays with it.
  const [rest, comma] = /^[ \t]*(,?)[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(last.end!)) ?? ['', ''];
  const behind = last.end! + rest.length;
  if (comma) return void edits.appendLeft(behind, `${line},`);
  if (first) edits.appendLeft(last.end!, ',');
  edits.appendLeft(behind, first ? line : `,${line}`);
}

/** Puts an item in front of another one. */
export function addBefore({ text, edits }: Source, item: Node, code: string): void {
  const own = /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', item.start! - 1) + 1, item.start!));
  edits.appendRight(item.start!, `${code},${own ? newline(text) + indentation(text, item) : ' '}`);
}

/**
 * The name by which a file knows what a module exports; imports it where it does not yet.
 *
 * @throws with the place, where something else has that name
 */
export function importName(source: Source, name: string, from: string): string {
  const known = importedAs(source, name, from);
  if (known !== undefined) return known;
  const { path, text, program, edits } = source;
  const taken = program.body.find((statement) => declares(statement, name));
  if (taken)
    throw refusal(path, taken, `Unexpected \`${name}\`, expected the one of ${from}: give this another name`);
  const imports = program.body.filter(({ type }) => type === 'ImportDeclaration');
  const last = imports.at(-1);
  const end = last && !text.slice(last.start!, last.end!).endsWith(';') ? '' : ';';
  const statement = `import { ${name} } from ${quoted(source, from)}${end}`;
  if (last) edits.appendLeft(last.end!, newline(text) + statement);
  else edits.prepend(statement + newline(text).repeat(2));
  return name;
}

/** The name by which a file knows what a module exports (`default` too); undefined where it does not. */
export function importedAs({ program }: Source, name: string, from: string): string | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== from) continue;
    for (const specifier of statement.specifiers) {
      const imported =
        specifier.type === 'ImportSpecifier'
          ? specifier.imported.type === 'Identifier'
            ? specifier.imported.name
            : specifier.imported.value
          : specifier.type === 'ImportDefaultSpecifier'
            ? 'default'
            : undefined;
      if (imported === name) return specifier.local.name;
    }
  }
  return undefined;
}

/** A string in the kind of quotes that the imports of a file have. */
export function quoted({ program, text }: Source, value: string): string {
  const first = program.body.find(({ type }) => type === 'ImportDeclaration');
  const quote = first && text.slice(first.start!, first.end!).includes('"') ? '"' : "'";
  return quote + value + quote;
}

/** The end of a line, as the text has it. */
export function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function itemsOf(list: ArrayExpression | ObjectExpression): Node[] {
  if (list.type === 'ObjectExpression') return list.properties;
  return list.elements.filter((element) => element !== null);
}

function indentation(text: string, { start }: Node): string {
  const line = text.slice(text.lastIndexOf('\n', start! - 1) + 1);
  return /^[ \t]*/.exec(line)![0];
}

function declares(statement: Node, name: string): boolean {
  if (statement.type === 'ImportDeclaration')
    return statement.specifiers.some(({ local }) => local.name === name);
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name);
  return statement.type === 'FunctionDeclaration' && statement.id?.name === name;
}
