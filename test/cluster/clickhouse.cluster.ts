import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openTable } from '../../src/source/open.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { sameAnswers } from '../engine/same-answers.ts';
import { anyTyped, QUESTIONS, TABLE, type TypedTable } from '../engine/typed-table.ts';
import { as, type Cluster, startCluster } from './clickhouse-cluster.ts';
import { isInstalled } from './clickhouse-server.ts';
import { columnsOf, valuesOf } from './clickhouse-table.ts';

const nothing = async function* () {};

describe.skipIf(!isInstalled())('a cluster of two shards', () => {
  let cluster: Cluster;
  let stored = 0;
  beforeAll(async () => {
    cluster = await startCluster();
    Object.assign(process.env, as('reader'));
  });
  afterAll(() => cluster?.stop());

  async function store(table: TypedTable): Promise<SourceTable> {
    const name = `typed_${stored++}`;
    await cluster.distribute(name, columnsOf(table), 'tuple()');
    for (const [i, row] of table.rows.entries()) {
      const shard = cluster.shards[i % 2] as Cluster['shards'][0];
      await cluster.run(`INSERT INTO ${name}_part VALUES ${valuesOf({ ...table, rows: [row] })}`, [shard]);
    }
    return openTable([cluster.address(name)], {}, nothing());
  }

  it('answers every shape of question as the reference engine and the kernel do', async () => {
    const source = await store(TABLE);
    for (const [shape, question] of Object.entries(QUESTIONS)) await sameAnswers(source, question, false, shape);
  });

  it('answers any question about any table as the reference engine does', async () => {
    await fc.assert(
      fc.asyncProperty(anyTyped, async ({ table, question }) =>
        sameAnswers(await store(table), question, false, 'any'),
      ),
      { numRuns: 15, seed: 2025 },
    );
  });
});

it.skipIf(isInstalled())('the cluster is not tested: clickhouse-server is not installed');
