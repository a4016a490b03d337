import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const sums = new Map();
for await (const record of createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true }))) {
  const key = `${record.Border},${record.Measure},${record.Date}`;
  sums.set(key, (sums.get(key) ?? 0) + Number(record.Value.replaceAll(',', '')));
}
process.stdout.write(`key,sum\n${[...sums].map(([key, sum]) => `${key},${sum}\n`).join('')}`);
