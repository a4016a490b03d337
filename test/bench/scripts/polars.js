import { createRequire } from 'node:module';

const pl = createRequire(`${process.env.BENCH_PACKAGES}/`)('nodejs-polars');
const table = pl.scanCSV(process.argv[2], {}).groupBy(['Border', 'Measure', 'Date'], false).agg(pl.col('Value').sum());
process.stdout.write((await table.collect()).writeCSV().toString());
