import { idOf } from './id-of.ts';

/** Works out something of an object once for each way of asking, and keeps it for as long as the object is there. */
export function onceOf<O extends object, A, R>(of: (object: O, asked: A) => R): (object: O, asked: A) => R {
  const known = new WeakMap<O, Map<string, R>>();
  return (object, asked) => {
    const answers = known.get(object) ?? new Map<string, R>();
    known.set(object, answers);
    const id = idOf(asked);
    if (!answers.has(id)) answers.set(id, of(object, asked));
    return answers.get(id) as R;
  };
}
