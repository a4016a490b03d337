// The engine alone, by the library: what the other programs are asked too.
import { chooseEngine, openSource } from '../../../dist/index.js';

const source = await openSource([process.argv[2]], {}, process.stdin);
const column = (name) => source.header.indexOf(name);
const { engine } = await chooseEngine({}, source);
const { tallies } = await engine.tally(source, {
  keys: ['Border', 'Measure', 'Date'].map((name) => ({ column: column(name) })),
  measures: [{ column: column('Value'), nulls: [''], scientific: false }],
});
process.stdout.write(`key,sum\n${tallies.map(({ key, measures }) => `${key.join()},${measures[0].sum}\n`).join('')}`);
