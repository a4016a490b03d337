import { version } from '../package.json' with { type: 'json' };
import { progress } from './cli/progress.ts';
import { main, type Outlet } from './main.ts';

/** What a stream says once its reader has gone, which ends the output and is no error. */
const GONE = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

/** Of a terminal that does not tell its width, such as one without a window. */
const UNKNOWN_WIDTH = 80;

/** A process stream: when its reader has gone, writing tells so; any other failure to write is the user's to know. */
function outlet(stream: NodeJS.WriteStream): Outlet {
  let gone = false;
  stream.on('error', () => {
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns || UNKNOWN_WIDTH : null,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (gone || text === '') return resolve(!gone);
        stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          gone ||= error != null;
          if (error != null && !GONE.includes(error.code ?? '')) reject(error);
          else resolve(!gone);
        });
      }),
  };
}

process.exitCode = await main(process.argv.slice(2), {
  version,
  env: process.env,
  stdout: outlet(process.stdout),
  stderr: outlet(process.stderr),
  context: { stdin: process.stdin, stdinIsTerminal: process.stdin.isTTY === true, progress },
});
