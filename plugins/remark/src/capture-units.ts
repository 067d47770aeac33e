import type { Progress } from '@escapement/capture';
import type { Unit, UnitFacts, Variant, VariantFacts } from '@escapement/facts';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Session } from './session.ts';

/**
 * Captures units with the toolchain of the build, and those that ask for it with other compilers and
 * targets: one batch for each of these, whatever the number of units. A compiler that can't be had is a
 * failure of the units that ask for it, and of no other.
 *
 * @throws what `openCapture` throws when there is no usable Go at all
 */
export async function captureUnits(
  session: Session,
  units: Unit[],
  onProgress?: (progress: Progress) => void,
): Promise<Map<string, UnitFacts>> {
  if (units.length === 0) return new Map();
  const facts = await (await session.capture()).capture(units, onProgress);
  const variants = new Map<string, Variant>();
  for (const variant of units.flatMap((unit) => unit.variants ?? []))
    variants.set(JSON.stringify(variant), variant);
  // A batch keeps about two cores busy by itself.
  const limit = pLimit(Math.max(1, availableParallelism() >> 1));
  const captured = await Promise.all(
    [...variants].map(([name, variant]) =>
      limit(async () => [name, await captureVariant(session, units, variant)] as const),
    ),
  );
  const byVariant = new Map(captured);
  for (const { id, variants: wanted = [] } of units) {
    const told = wanted.map((variant) => byVariant.get(JSON.stringify(variant))!.get(id)!);
    if (told.length > 0) facts.set(id, { ...facts.get(id)!, variants: told });
  }
  return facts;
}

async function captureVariant(
  session: Session,
  all: Unit[],
  variant: Variant,
): Promise<Map<string, VariantFacts>> {
  const name = JSON.stringify(variant);
  const units = all
    .filter(({ variants }) => variants?.some((wanted) => JSON.stringify(wanted) === name))
    .map(compiledOnly);
  try {
    const facts = await (await session.capture(variant)).capture(units);
    return new Map(
      [...facts].map(([id, { compile, lacking }]) => [
        id,
        lacking ? { variant, lacking } : { variant, compile },
      ]),
    );
  } catch (error) {
    const failure = (error as Error).message;
    return new Map(units.map(({ id }) => [id, { variant, failure }]));
  }
}

/** What a program prints, and what it costs, is asked of the build's own toolchain only. */
export function compiledOnly({ id, package: code, fails, gcflags }: Unit): Unit {
  return { id, package: code, fails, ...(gcflags && { gcflags }), test: false, bench: false };
}
