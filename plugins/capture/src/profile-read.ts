import type { ProfileFrame, ProfileSample } from '@escapement/facts';
import { Profile } from 'pprof-format';
import type { Package } from './package.ts';

/**
 * Reads a memory profile of Go (proto of github.com/google/pprof, unzipped): all that was ever allocated,
 * by stack. Frames in the package's own files have the file's base name.
 */
export function readProfile(data: Uint8Array, { importPath }: Package): ProfileSample[] {
  const profile = Profile.decode(data);
  const text = (index: number | bigint) => profile.stringTable.strings[Number(index)] ?? '';
  const types = profile.sampleType.map(({ type }) => text(type));
  const [objects, bytes] = [types.indexOf('alloc_objects'), types.indexOf('alloc_space')];
  const functions = new Map(profile.function.map(({ id, filename }) => [Number(id), text(filename)]));
  const locations = new Map(
    profile.location.map(({ id, line }) => [
      Number(id),
      // The last line of a location is the caller into which the ones before it were inlined.
      line.map((at): ProfileFrame => {
        const file = own(functions.get(Number(at.functionId)) ?? '', importPath);
        return { ...(file !== undefined && { file }), line: Number(at.line) };
      }),
    ]),
  );
  return profile.sample.map(({ locationId, value }) => ({
    frames: locationId.flatMap((id) => locations.get(Number(id)) ?? []),
    bytes: Number(value[bytes] ?? 0),
    objects: Number(value[objects] ?? 0),
  }));
}

/** With -trimpath a file is named by the import path of its package; that of its outer test ends in `_test`. */
function own(filename: string, importPath: string): string | undefined {
  const cut = filename.lastIndexOf('/');
  const dir = filename.slice(0, cut);
  return dir === importPath || dir === `${importPath}_test` ? filename.slice(cut + 1) : undefined;
}
