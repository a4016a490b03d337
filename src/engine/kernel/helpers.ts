import helperScript from 'kernel:helper';
import { Worker } from 'node:worker_threads';

/** Helper threads that have been started and not yet been given work. */
const idle: Worker[] = [];

/** Starts helper threads while there is something else to do; a program that ends does not wait for them. */
export function startHelpers(count: number): void {
  while (idle.length < count) {
    const worker = newHelper();
    worker.unref();
    idle.push(worker);
  }
}

/** A helper thread that waits for its task. */
export function takeHelper(): Worker {
  const worker = idle.pop() ?? newHelper();
  worker.ref();
  return worker;
}

const newHelper = (): Worker => new Worker(helperScript, { eval: true });
