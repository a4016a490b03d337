import { inputError } from '../../errors.ts';
import { cutOtherwise } from './cut-otherwise.ts';

/** What DuckDB refuses, in words that name the source. */
export function duckdbFailure(name: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !/^[A-Z][A-Za-z ]* Error: /.test(cause.message)) return cause;
  const [kind = '', first = ''] = /^([A-Za-z ]*) Error: (.*)/.exec(cause.message)?.slice(1) ?? [];
  if (kind === 'Out of Memory') {
    return inputError(`${name}: there is not enough memory for this question`, MORE_MEMORY, cause);
  }
  if (/\bCSV\b/.test(first)) return cutOtherwise(name, cause);
  const [, where] = /^Malformed JSON in file ".*", (at .*?)[. ]*$/.exec(first) ?? [];
  if (where !== undefined) {
    return inputError(`${name}: is no JSON ${where}`, 'check that the export has finished', cause);
  }
  if (/not a valid DuckDB database/i.test(first))
    return inputError(`${name}: is no file of DuckDB`, 'check its name', cause);
  if (/conflicting lock/i.test(first)) {
    return inputError(`${name}: another program is writing to it`, 'wait for that to end, or read a copy', cause);
  }
  if (/parquet|magic bytes|snappy|zstd|thrift|page header|metadata/i.test(first)) {
    return inputError(
      `${name}: is no whole Parquet file`,
      'check that the export has finished, or copy it again',
      cause,
    );
  }
  return inputError(`${name}: DuckDB cannot read it: ${first}`, undefined, cause);
}

const MORE_MEMORY = 'give it more (--max-memory 8GB), or ask for fewer distinct keys';
