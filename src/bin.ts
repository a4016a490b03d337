import { version } from '../package.json' with { type: 'json' };
import { progress } from './cli/progress.ts';
import { main, type Outlet } from './main.ts';

/** A process stream that never throws: when its reader has gone, writing tells so. */
function outlet(stream: NodeJS.WriteStream): Outlet {
  let gone = false;
  stream.on('error', () => {
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : null,
    write: (text) =>
      new Promise((resolve) => {
        if (gone || text === '') return resolve(!gone);
        stream.write(text, (error) => {
          gone ||= error != null;
          resolve(!gone);
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
