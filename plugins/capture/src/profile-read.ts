import type { AllocationStack, ProfileFrame } from '@escapement/facts';
import { Profile } from 'pprof-format';
import { functionIn, type Package } from './package.ts';

/**
 * Reads a memory profile of Go (proto of github.com/google/pprof, unzipped): all that the code of a package
 * ever allocated, by place. Go leaves out the functions of the runtime that did it.
 *
 * @param not what a file of ours in the package is called: what is allocated there, or below, is left out
 */
export function readProfile(data: Uint8Array, target: Package, not?: string): AllocationStack[] {
  const profile = Profile.decode(data);
  const text = (index: number | bigint) => profile.stringTable.strings[Number(index)] ?? '';
  const types = profile.sampleType.map(({ type }) => text(type));
  const [objects, bytes] = [types.indexOf('alloc_objects'), types.indexOf('alloc_space')];
  const functions = new Map(
    profile.function.map(({ id, name, filename }) => [
      Number(id),
      { name: text(name), file: own(text(filename), target.importPath) },
    ]),
  );
  const locations = new Map(
    // The last line of a location is that of the function; the ones before it were inlined there.
    profile.location.map(({ id, line }) => [
      Number(id),
      line.map((at) => ({ ...functions.get(Number(at.functionId))!, line: Number(at.line) })),
    ]),
  );
  return profile.sample.flatMap(({ locationId, value }): AllocationStack[] => {
    const stack = locationId.map((id) => locations.get(Number(id)) ?? []);
    const at = stack.findIndex((frames) => frames.some(({ file }) => file !== undefined));
    const code = stack[at];
    if (!code || (not !== undefined && stack.flat().some(({ file }) => file === not))) return [];
    const frames = code.map(({ file, line }): ProfileFrame => ({
      ...(file !== undefined && { file }),
      line,
    }));
    const { name } = code.at(-1)!;
    return [
      {
        func: functionIn(target, name) ?? name,
        frames,
        direct: at === 0,
        bytes: Number(value[bytes] ?? 0),
        objects: Number(value[objects] ?? 0),
      },
    ];
  });
}

/** With -trimpath a file is named by the import path of its package; that of its outer test ends in `_test`. */
function own(filename: string, importPath: string): string | undefined {
  const cut = filename.lastIndexOf('/');
  const dir = filename.slice(0, cut);
  return dir === importPath || dir === `${importPath}_test` ? filename.slice(cut + 1) : undefined;
}
