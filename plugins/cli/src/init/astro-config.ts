import type { ArrayExpression, CallExpression, Node, ObjectExpression } from '@babel/types';
import { addLast, importedAs, importName } from './insert.ts';
import { refusal, type Source } from './source.ts';
import { calleeName, property, valueOf } from './values.ts';

/** What the configuration of a site says that others need to know. */
export interface AstroSite {
  starlight: boolean;
  /** From the project's folder, without `./` and a slash at its end. */
  srcDir: string;
}

/**
 * Adds to a configuration of Astro what it lacks: the `unified()` processor, and the Starlight plugin or the
 * integration.
 *
 * @throws with the place of what is not understood
 */
export function editAstroConfig(source: Source): AstroSite {
  const config = configObject(source);
  if (importedAs(source, 'default', 'astro-expressive-code') !== undefined)
    throw refusal(
      source.path,
      config,
      'Unexpected Expressive Code without Starlight, whose options may be anywhere: add ' +
        '`escapement()`, `pluginEscapement()` and `tabWidth: 0` yourself',
    );
  chooseProcessor(source, config);
  const integrations = arrayIn(source, config, 'integrations');
  const starlight = starlightCall(source, integrations);
  if (starlight) addTo(source, starlight, 'plugins', 'starlightEscapement', '');
  else addTo(source, config, 'integrations', 'escapement', '{}, { shiki: true }');
  return { starlight: starlight !== undefined, srcDir: srcDirOf(source, config) };
}

/** The object of `export default defineConfig({ … })`, or without `defineConfig`, or by the name of a constant. */
function configObject(source: Source): ObjectExpression {
  const exported = source.program.body.find(({ type }) => type === 'ExportDefaultDeclaration');
  if (exported?.type !== 'ExportDefaultDeclaration') {
    const common = source.program.body.find(({ start, end }) =>
      /^module\.exports\s*=/.test(source.text.slice(start!, end!)),
    );
    const reason = common
      ? 'Unexpected CommonJS, expected `export default defineConfig({ … })`'
      : 'Unexpected file without a default export, expected `export default defineConfig({ … })`';
    throw refusal(source.path, common, reason);
  }
  let value = valueOf(source, exported.declaration);
  if (
    value.type === 'CallExpression' &&
    calleeName(value) === importedAs(source, 'defineConfig', 'astro/config')
  )
    value = valueOf(source, value.arguments[0] ?? value);
  if (value.type === 'ObjectExpression') return value;
  throw refusal(
    source.path,
    value,
    'Unexpected configuration, expected an object, or `defineConfig({ … })` of astro/config',
  );
}

function chooseProcessor(source: Source, config: ObjectExpression): void {
  const markdown = property(source, config, 'markdown');
  if (!markdown) return addLast(source, config, `markdown: { processor: ${unifiedCall(source)} }`);
  const object = valueOf(source, markdown.value);
  if (object.type !== 'ObjectExpression')
    throw refusal(source.path, object, 'Unexpected `markdown`, expected an object');
  const processor = property(source, object, 'processor');
  if (!processor) return addLast(source, object, `processor: ${unifiedCall(source)}`);
  const value = valueOf(source, processor.value);
  const unified = importedAs(source, 'unified', '@astrojs/markdown-remark');
  if (unified !== undefined && value.type === 'CallExpression' && calleeName(value) === unified) return;
  throw refusal(
    source.path,
    value,
    `Unexpected Markdown processor \`${source.text.slice(value.start!, value.end!).split('\n')[0]}\`, ` +
      'expected `unified()` of @astrojs/markdown-remark: Escapement is a remark plugin',
  );
}

function unifiedCall(source: Source): string {
  return `${importName(source, 'unified', '@astrojs/markdown-remark')}()`;
}

/** The options of `starlight({ … })` among the integrations; undefined for a site without Starlight. */
function starlightCall(source: Source, list: ArrayExpression | undefined): ObjectExpression | undefined {
  const name = importedAs(source, 'default', '@astrojs/starlight');
  if (name === undefined) return undefined;
  const call = calls(source, list).find((item) => calleeName(item) === name);
  const options = call && valueOf(source, call.arguments[0] ?? call);
  if (options?.type === 'ObjectExpression') return options;
  throw refusal(
    source.path,
    options ?? list,
    `Unexpected use of Starlight, expected \`${name}({ … })\` among \`integrations\``,
  );
}

function addTo(source: Source, object: ObjectExpression, list: string, name: string, args: string): void {
  const array = arrayIn(source, object, list);
  const known =
    importedAs(source, name, '@escapement/astro') ?? importedAs(source, DEFAULTS[name]!, '@escapement/astro');
  if (known !== undefined && calls(source, array).some((call) => calleeName(call) === known)) return;
  const call = `${known ?? importName(source, name, '@escapement/astro')}(${args})`;
  if (array) addLast(source, array, call);
  else addLast(source, object, `${list}: [${call}]`);
}

/** The package exports the integration by itself as well. */
const DEFAULTS: Record<string, string> = {
  escapement: 'default',
  starlightEscapement: 'starlightEscapement',
};

function arrayIn(source: Source, object: ObjectExpression, name: string): ArrayExpression | undefined {
  const found = property(source, object, name);
  if (!found) return undefined;
  const value = valueOf(source, found.value);
  if (value.type === 'ArrayExpression') return value;
  throw refusal(source.path, value, `Unexpected \`${name}\`, expected an array`);
}

function calls(source: Source, array: ArrayExpression | undefined): CallExpression[] {
  const items = (array?.elements ?? []).filter((element) => element !== null);
  return items
    .map((item): Node => (item.type === 'SpreadElement' ? item : valueOf(source, item)))
    .filter((item) => item.type === 'CallExpression');
}

function srcDirOf(source: Source, config: ObjectExpression): string {
  const found = config.properties.find(
    (item) =>
      item.type === 'ObjectProperty' && !item.computed && 'name' in item.key && item.key.name === 'srcDir',
  );
  if (found?.type !== 'ObjectProperty') return 'src';
  const value = valueOf(source, found.value);
  if (value.type !== 'StringLiteral')
    throw refusal(source.path, value, 'Unexpected `srcDir`, expected a string');
  return value.value.replaceAll(/^\.\/|\/$/g, '');
}
