import type { Unit } from '@escapement/facts';

/** Pages that quote the same directory share one unit, which is asked for all that any of them wants. */
export function mergeUnits(units: Unit[]): Unit[] {
  const merged = new Map<string, Unit>();
  for (const unit of units) {
    const before = merged.get(unit.id);
    const run = before?.run ?? unit.run;
    merged.set(unit.id, {
      ...unit,
      ...(run && { run }),
      test: unit.test || (before?.test ?? false),
      bench: unit.bench || (before?.bench ?? false),
      ...((unit.bounds || before?.bounds) && { bounds: true }),
      ...((unit.probe || before?.probe) && { probe: true }),
      ...((unit.gc || before?.gc) && { gc: true }),
      ...mergeVariants(before, unit),
    });
  }
  return [...merged.values()];
}

function mergeVariants(...units: (Unit | undefined)[]): Pick<Unit, 'variants'> {
  const all = units.flatMap((unit) => unit?.variants ?? []);
  const unique = new Map(all.map((variant) => [JSON.stringify(variant), variant]));
  return unique.size > 0 ? { variants: [...unique.values()] } : {};
}
