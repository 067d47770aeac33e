import type { CallExpression, Node } from '@babel/types';
import { addLast, importedAs, importName, quoted } from './insert.ts';
import { readModule, refusal, type Source } from './source.ts';
import { calleeName, nameOf, property, valueOf } from './values.ts';

/** A changed file, and the folders of the pages that it loads, from the project's folder. */
export interface EditedCollections {
  text: string;
  folders: string[];
}

/**
 * Gives the collections of Markdown pages our loader, in the place of Starlight's `docsLoader()` or Astro's
 * `glob()`. Others are left as they are.
 *
 * @throws with the place of what is not understood
 */
export function editCollections(source: Source, srcDir: string): EditedCollections {
  const folders = collectionsOf(source).flatMap((collection) => {
    const loader = loaderOf(source, collection);
    return loader ? editLoader(source, loader, srcDir) : [];
  });
  if (folders.length === 0)
    throw refusal(
      source.path,
      undefined,
      'Unexpected collections: none of them takes Markdown pages from `docsLoader()` or `glob({ … })`',
    );
  const text = LOADERS.reduce(
    (now, [name, from]) => withoutImport(readModule(source.path, now), name, from),
    source.edits.toString(),
  );
  return { text, folders: [...new Set(folders)] };
}

const LOADERS = [
  ['docsLoader', '@astrojs/starlight/loaders'],
  ['glob', 'astro/loaders'],
] as const;

/** The values of `export const collections = { … }`. */
function collectionsOf(source: Source): Node[] {
  const name = source.program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    if (statement.declaration?.type === 'VariableDeclaration')
      return statement.declaration.declarations.map(({ id }) => id);
    return statement.specifiers.flatMap((specifier) =>
      specifier.type === 'ExportSpecifier' && nameOf(specifier.exported) === 'collections'
        ? specifier.local
        : [],
    );
  });
  const exported = name.find(
    (id) => id.type === 'Identifier' && (id.name === 'collections' || name.length === 1),
  );
  const value = exported && valueOf(source, exported);
  if (value?.type !== 'ObjectExpression')
    throw refusal(source.path, value, 'Unexpected collections, expected `export const collections = { … }`');
  return value.properties.map((item) => {
    if (item.type === 'ObjectProperty') return valueOf(source, item.value);
    throw refusal(source.path, item, 'Unexpected collection, expected `name: defineCollection({ … })`');
  });
}

/** What is called to load a collection; undefined where that is not a call. */
function loaderOf(source: Source, collection: Node): CallExpression | undefined {
  const options =
    collection.type === 'CallExpression' &&
    calleeName(collection) === importedAs(source, 'defineCollection', 'astro:content')
      ? valueOf(source, collection.arguments[0] ?? collection)
      : collection;
  if (options.type !== 'ObjectExpression')
    throw refusal(source.path, collection, 'Unexpected collection, expected `defineCollection({ … })`');
  const found = property(source, options, 'loader');
  const value = found && valueOf(source, found.value);
  return value?.type === 'CallExpression' ? value : undefined;
}

/** Puts `pages()` in the place of a loader that takes Markdown pages; returns their folders. */
function editLoader(source: Source, call: CallExpression, srcDir: string): string[] {
  const name = calleeName(call);
  if (name === undefined) return [];
  if (name === importedAs(source, 'pages', '@escapement/astro/loader'))
    return foldersOf(source, call, 'content');
  if (name === importedAs(source, 'docsLoader', '@astrojs/starlight/loaders')) {
    const [options] = call.arguments;
    if (options)
      throw refusal(source.path, options, 'Unexpected options of `docsLoader`: `pages()` has none of them');
    const folder = `${srcDir}/content/docs`;
    source.edits.overwrite(
      call.start!,
      call.end!,
      `${pagesName(source)}({ base: ${quoted(source, `./${folder}`)} })`,
    );
    return [folder];
  }
  if (name !== importedAs(source, 'glob', 'astro/loaders')) return [];
  const options = call.arguments[0] && valueOf(source, call.arguments[0]);
  if (options?.type !== 'ObjectExpression')
    throw refusal(source.path, options ?? call, 'Unexpected options of `glob`, expected an object');
  const pattern = property(source, options, 'pattern');
  if (pattern && !/\bmdx?\b/.test(source.text.slice(pattern.start!, pattern.end!))) return [];
  const other = options.properties.find(
    (item) => item.type !== 'ObjectProperty' || !['base', 'pattern'].includes(nameOf(item.key) ?? ''),
  );
  if (other)
    throw refusal(source.path, other, 'Unexpected option of `glob`: `pages()` has only `base` and `pattern`');
  source.edits.overwrite(call.callee.start!, call.callee.end!, pagesName(source));
  if (!property(source, options, 'base')) addLast(source, options, `base: ${quoted(source, '.')}`);
  return foldersOf(source, call, '.');
}

/** The folders of a loader's pages: its base, or for the project's own folder where its patterns lead. */
function foldersOf(source: Source, call: CallExpression, otherwise: string): string[] {
  const options = call.arguments[0] && valueOf(source, call.arguments[0]);
  const [base, pattern] = ['base', 'pattern'].map((name) =>
    options?.type === 'ObjectExpression' ? property(source, options, name)?.value : undefined,
  );
  const [folder = otherwise] = base ? stringsIn(source, base) : [];
  const from = folder.replaceAll(/^\.\/|\/$/g, '');
  if (from !== '.' || !pattern) return [from];
  const paths = stringsIn(source, pattern).filter((path) => !path.startsWith('!'));
  return paths.map((path) => /^[^*?{}[\]()!@+]*(?=\/)/.exec(path)?.[0] || '.');
}

function stringsIn(source: Source, node: Node): string[] {
  const value = valueOf(source, node);
  if (value.type === 'StringLiteral') return [value.value];
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((element) => (element ? stringsIn(source, element) : []));
  throw refusal(source.path, value, 'Unexpected value, expected a string');
}

function pagesName(source: Source): string {
  return importedAs(source, 'pages', '@escapement/astro/loader') ?? importOnce(source);
}

function importOnce(source: Source): string {
  const statement = '@escapement/astro/loader';
  return source.edits.toString().includes(statement) ? 'pages' : importName(source, 'pages', statement);
}

/** The text without an import that nothing uses any more. */
function withoutImport({ program, edits, text }: Source, name: string, from: string): string {
  const statement = program.body.find(
    (item) => item.type === 'ImportDeclaration' && item.source.value === from,
  );
  if (statement?.type !== 'ImportDeclaration') return text;
  const at = statement.specifiers.findIndex(({ local }) => local.name === name);
  const uses = text.split(new RegExp(`\\b${name}\\b`)).length - 1;
  if (at < 0 || uses > 1) return text;
  const { start, end } = statement.specifiers[at]!;
  const before = statement.specifiers[at - 1];
  const next = statement.specifiers[at + 1];
  const line = /^\r?\n/.exec(text.slice(statement.end!))?.[0].length ?? 0;
  if (next) edits.remove(start!, next.start!);
  else if (before) edits.remove(before.end!, end!);
  else edits.remove(statement.start!, statement.end! + line);
  return edits.toString();
}
