import { inputError } from '../../errors.ts';

/** Settings of a server or a user that would make a figure partial or its text another, with the values that do not. */
const EXACT: Readonly<Record<string, string>> = {
  skip_unavailable_shards: '0',
  distributed_group_by_no_merge: '0',
  group_by_overflow_mode: 'throw',
  read_overflow_mode: 'throw',
  read_overflow_mode_leaf: 'throw',
  result_overflow_mode: 'throw',
  sort_overflow_mode: 'throw',
  timeout_overflow_mode: 'throw',
  timeout_overflow_mode_leaf: 'throw',
  transfer_overflow_mode: 'throw',
  decimal_check_overflow: '1',
  empty_result_for_aggregation_by_empty_set: '0',
  limit: '0',
  offset: '0',
  additional_result_filter: '',
  additional_table_filters: '{}',
  format_csv_delimiter: ',',
  output_format_csv_crlf_end_of_line: '0',
};

/** What is better so, and sent where settings may be sent: no answer of an earlier question, no replica that lags behind, no work that nobody waits for. */
const BETTER: Readonly<Record<string, string>> = {
  use_query_cache: '0',
  fallback_to_stale_replicas_for_distributed_queries: '0',
  cancel_http_readonly_queries_on_client_close: '1',
};

/** Rows are on all shards, and can be read, before a server says that it has them. */
const WRITING: Readonly<Record<string, string>> = { insert_distributed_sync: '1', async_insert: '0' };

/** The select that tells what a user's queries begin with. */
export const SETTINGS_SQL = `SELECT name, toString(value) FROM system.settings WHERE name IN ('readonly', ${names()})`;

function names(): string {
  return Object.keys({ ...EXACT, ...BETTER, ...WRITING })
    .map((name) => `'${name}'`)
    .join(', ');
}

/** The settings to send with a query, so that it only reads, and gives all that was asked; an error where the user may send none. */
export function exactSettings(name: string, current: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const differing = (wanted: Readonly<Record<string, string>>) =>
    Object.entries(wanted).filter(([key, value]) => (current.get(key) ?? value) !== value);
  const wrong = differing(EXACT);
  if (current.get('readonly') !== '1') return Object.fromEntries([...wrong, ...differing(BETTER), ['readonly', '2']]);
  const [first] = wrong;
  if (first === undefined) return {};
  throw inputError(
    `${name}: the user reads with ${first[0]} = ${current.get(first[0])}, which may change figures in silence`,
    `have it set to "${first[1]}", or the user's readonly to 2, so that settings can be sent with a query`,
  );
}

/** What is sent otherwise with rows, and with questions about them; an error where the user may only read. */
export function writingSettings(name: string, current: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  if (current.get('readonly') !== '0') {
    throw inputError(`${name}: the user may only read`, 'loading needs one that may insert');
  }
  return Object.fromEntries([['readonly', '0'], ...Object.entries(WRITING).filter(([key]) => current.has(key))]);
}
