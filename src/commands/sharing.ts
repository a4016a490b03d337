import type { Context } from '../cli/command.ts';
import type { Engine } from '../engine/engine.ts';
import type { OpenedSource } from '../source/source.ts';

/** Does the work once for all command lines of one run that ask for the same. */
function shared<T>({ shared: known }: Context, asked: unknown, work: () => Promise<T>): Promise<T> {
  if (!known) return work();
  const id = JSON.stringify(asked);
  const found = known.get(id) as Promise<T> | undefined;
  if (found) return found;
  const made = work();
  known.set(id, made);
  return made;
}

/** A source that command lines share where they name the same files and read them alike. */
export const sharedSource = (
  context: Context,
  asked: unknown,
  open: () => Promise<OpenedSource>,
): Promise<OpenedSource> => shared(context, ['source', asked], open);

/** An engine that reads a source once for each question about it. */
export function sharingEngine(engine: Engine, context: Context): Engine {
  if (!context.shared) return engine;
  return {
    tally: (source, question) => {
      const { files, dialect, header } = source;
      return shared(context, ['tally', files.map(({ name }) => name), dialect, header, question], () =>
        engine.tally(source, question),
      );
    },
  };
}
