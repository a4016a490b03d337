import { BUILTIN_PROFILES } from '../source/builtin-profiles.ts';

interface Named {
  readonly name: string;
  readonly header: readonly string[];
}

/** The profile that asks for most of the columns of a header, in words; null where none has half of its own there. */
export function nearestProfile(header: readonly string[]): string | null {
  const fits = (BUILTIN_PROFILES as readonly Named[]).map(({ name, header: asked }) => {
    const missing = asked.filter((column) => !header.includes(column));
    return { name, missing, there: asked.length - missing.length, asked: asked.length };
  });
  const best = fits.reduce((a, b) => (b.there / b.asked > a.there / a.asked ? b : a));
  if (best.there < 2 || best.there * 2 < best.asked) return null;
  return `${best.name}: ${best.there} of its ${best.asked} columns are there, not ${best.missing.join(', ')}`;
}
