/** Loops in a graph of imports, each as the way round: "a -> b -> a". One for each knot, however tangled it is. */
export function importLoops(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const loops: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) loops.push([...way.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    done.add(file);
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
  };
  for (const file of imports.keys()) visit(file, []);
  return loops;
}
