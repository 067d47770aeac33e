/**
 * The name of a unit's file among the captures, without its ending: the page and the example, or the
 * directory. `content/guide/limits.md#plan` becomes `content/guide/limits.plan`, a package of fences
 * (`…#pkg:plan`) `content/guide/limits.plan.pkg`, `dir:examples/plan` `examples/plan`. Ids have no dots,
 * so that two units never share a name.
 */
export function captureName(id: string): string {
  const [place = '', part] = id.replace(/^dir:/, '').split('#');
  const example = part?.replace(/^pkg:(.*)$/, '$1.pkg');
  const page = part === undefined ? place : place.replace(/\.mdx?$/, '');
  return [page, ...(example ? [example] : [])]
    .join('.')
    .replaceAll(/[^\w./-]/g, '_')
    .replaceAll(/(^|\/)\.*(?=\/|$)/g, '$1_');
}
