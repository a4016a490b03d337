/** Numbers lists so that two have one number where a chain of lists with a thing in common leads from one to the other. */
export function connected(lists: readonly (readonly string[])[]): number[] {
  const earlier = lists.map((_, i) => i);
  const firstOf = (list: number): number => {
    let at = list;
    while ((earlier[at] ?? at) < at) at = earlier[at] ?? at;
    return at;
  };
  const firstWith = new Map<string, number>();
  for (const [i, list] of lists.entries()) {
    for (const thing of list) {
      const [one, other] = [firstOf(firstWith.get(thing) ?? i), firstOf(i)];
      earlier[Math.max(one, other)] = Math.min(one, other);
      firstWith.set(thing, i);
    }
  }
  return lists.map((_, i) => firstOf(i));
}
