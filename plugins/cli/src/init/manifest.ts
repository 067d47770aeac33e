import type { ObjectExpression } from '@babel/types';
import { addBefore, addLast, newline } from './insert.ts';
import { readJson, refusal, type Source } from './source.ts';
import { nameOf } from './values.ts';

/** A `package.json` as it stands in a project. */
export type Manifest = Source & { object: ObjectExpression };

/** Reads `package.json`; throws with the place of what can't be read. */
export function readManifest(text: string): Manifest {
  return readJson('package.json', text);
}

/** What `package.json` asks of a package, and where; undefined where it does not ask for it. */
export function requirement({ path, object }: Manifest, name: string) {
  for (const kind of ['dependencies', 'devDependencies']) {
    const found = member(object, kind)?.value;
    const asked = found?.type === 'ObjectExpression' ? member(found, name) : undefined;
    if (asked?.value.type === 'StringLiteral')
      return { range: asked.value.value, refuse: (reason: string) => refusal(path, asked.value, reason) };
  }
  return undefined;
}

/** Adds dependencies that a project lacks, in their alphabetical place as npm does. */
export function addDependencies(manifest: Manifest, wanted: Record<string, string>): void {
  const lacking = Object.entries(wanted)
    .filter(([name]) => requirement(manifest, name) === undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (lacking.length === 0) return;
  const { object, text } = manifest;
  const dependencies = member(object, 'dependencies')?.value;
  if (!dependencies) {
    const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
    const end = newline(text);
    const lines = lacking.map(([name, range]) => `${indent}${indent}"${name}": "${range}"`);
    return addLast(manifest, object, `"dependencies": {${end}${lines.join(`,${end}`)}${end}${indent}}`);
  }
  if (dependencies.type !== 'ObjectExpression')
    throw refusal(manifest.path, dependencies, 'Unexpected `dependencies`, expected an object');
  for (const [name, range] of lacking) {
    const code = `"${name}": "${range}"`;
    const next = dependencies.properties.find(
      (item) => item.type === 'ObjectProperty' && (nameOf(item.key) ?? '') > name,
    );
    if (next) addBefore(manifest, next, code);
    else addLast(manifest, dependencies, code);
  }
}

function member(object: ObjectExpression, name: string) {
  return object.properties
    .filter((item) => item.type === 'ObjectProperty')
    .find(({ key }) => nameOf(key) === name);
}
