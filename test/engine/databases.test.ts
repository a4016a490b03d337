import { describe } from 'vitest';
import { itKeepsTheContract } from './database-contract.ts';
import { DATABASES } from './databases.ts';

describe.each(DATABASES)('$name', (database) =>
  itKeepsTheContract(database, database.isBrief ? 11 : 9, database.isBrief ? 5 : 25),
);
