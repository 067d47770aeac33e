import { git } from './git.ts';
import { findPages } from './pages.ts';
import type { Session } from './session.ts';

/**
 * The pages that changes since a commit can concern, in the working tree too: changed pages, and pages that
 * quote a file in a changed folder. A change of `go.mod`, of the options or of the module's other packages
 * concerns all pages.
 *
 * @param since a commit, branch or tag
 * @throws where the project is not in a git repository, or does not know the commit
 */
export async function changedPages(session: Session, since: string): Promise<string[]> {
  const { root, options } = session;
  const changed = [
    ...(await names(root, ['diff', '--name-only', '--relative', '-z', since, '--'])),
    ...(await names(root, ['ls-files', '--others', '--exclude-standard', '-z'])),
  ];
  const pages = await findPages(session);
  const go = changed.filter((path) => path.startsWith(`${options.examples}/`));
  const everything = changed.some(
    (path) => /^escapement\.config\.\w+$/.test(path) || /(^|\/)go\.(mod|sum)$/.test(path),
  );
  if (everything) return pages;
  const goMod = (await session.read(`${options.examples}/go.mod`)) ?? '';
  const module = /^module\s+(\S+)/m.exec(goMod)?.[1];
  const concerned = await Promise.all(
    pages.map(async (path) => {
      if (changed.includes(path)) return true;
      if (go.length === 0) return false;
      // A page can quote a package of the module or import one, and each may import any other.
      const text = (await session.read(path)) ?? '';
      return (
        text.includes(`file=${options.examples}/`) || (module !== undefined && text.includes(`"${module}`))
      );
    }),
  );
  return pages.filter((_, at) => concerned[at]);
}

async function names(cwd: string, args: string[]): Promise<string[]> {
  return (await git(cwd, args)).split('\0').filter((path) => path !== '');
}
