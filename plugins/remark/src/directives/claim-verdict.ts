import type { ClaimEvidence, ClaimVerdict } from '@escapement/facts';

/** A claim tried on one example with one toolchain. */
export interface Trial {
  evidence: ClaimEvidence;
  /** What the reader knows the example by. */
  title: string;
}

/** What the trials together say. */
export function verdictOf(trials: Trial[]): ClaimVerdict {
  const held = trials.filter(({ evidence }) => evidence.holds).length;
  if (held === trials.length) return 'confirmed';
  return held === 0 ? 'refuted' : 'depends';
}

/**
 * Where a claim holds and where it does not: by example where the examples differ, by Go version or target
 * where one example does. Trials are in the order of the versions that the author wrote.
 */
export function conditionOf(trials: Trial[]): string {
  const examples = new Set(trials.map(({ evidence }) => evidence.example));
  const words = toolchainWords(trials.map(({ evidence }) => evidence.toolchain));
  const name = ({ evidence, title }: Trial): string => {
    if (examples.size === 1) return words(evidence.toolchain);
    return isMixed(trials, evidence.example) ? `${title} (${words(evidence.toolchain)})` : title;
  };
  const list = (holds: boolean) => [
    ...new Set(trials.filter(({ evidence }) => evidence.holds === holds).map(name)),
  ];
  return `Holds in ${join(list(true))}; does not hold in ${join(list(false))}.`;
}

function isMixed(trials: Trial[], example: string): boolean {
  const own = trials.filter(({ evidence }) => evidence.example === example);
  return new Set(own.map(({ evidence }) => evidence.holds)).size > 1;
}

/** Says of a toolchain what tells it from the others: `Go 1.24.11`, `386`, `Go 1.24.11 for 386`. */
function toolchainWords(all: string[]): (toolchain: string) => string {
  const parts = (toolchain: string) => {
    const [version = '', target = ''] = toolchain.split(' ');
    return { go: version.replace(/^go/, 'Go '), arch: target.split('/').at(-1)! };
  };
  const several = (of: 'go' | 'arch') => new Set(all.map((toolchain) => parts(toolchain)[of])).size > 1;
  return (toolchain) => {
    const { go, arch } = parts(toolchain);
    if (several('arch')) return several('go') ? `${go} for ${arch}` : arch;
    return go;
  };
}

function join(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
