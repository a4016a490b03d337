/** How long a wait may last before it is explained. */
const PATIENCE = 1000;

/** Shows what is going on, on a terminal and only once it has lasted a second. */
export async function progress<T>(text: string, work: Promise<T>): Promise<T> {
  if (!process.stderr.isTTY || process.env.CI) return work;
  let done = false;
  let spinner: { stop(): unknown } | undefined;
  const timer = setTimeout(async () => {
    const { default: ora } = await import('ora');
    if (!done) spinner = ora({ text, stream: process.stderr }).start();
  }, PATIENCE);
  try {
    return await work;
  } finally {
    done = true;
    clearTimeout(timer);
    spinner?.stop();
  }
}
