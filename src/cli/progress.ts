/** How long a wait may last before it is explained. */
const PATIENCE = 1000;
const BETWEEN_TEXTS = 200;

let isTold = false;

/** Shows what is going on, on a terminal and only once it has lasted a second; work within other work is not told besides. */
export async function progress<T>(text: string | (() => string), work: Promise<T>): Promise<T> {
  if (isTold || !process.stderr.isTTY || process.env.CI) return work;
  isTold = true;
  const told = () => (typeof text === 'string' ? text : text());
  let done = false;
  let spinner: { text: string; stop(): unknown } | undefined;
  let changing: NodeJS.Timeout | undefined;
  const timer = setTimeout(async () => {
    const { default: ora } = await import('ora');
    if (done) return;
    const shown = ora({ text: told(), stream: process.stderr }).start();
    spinner = shown;
    changing = setInterval(() => {
      shown.text = told();
    }, BETWEEN_TEXTS);
  }, PATIENCE);
  try {
    return await work;
  } finally {
    [isTold, done] = [false, true];
    clearTimeout(timer);
    clearInterval(changing);
    spinner?.stop();
  }
}
