import { expect, test } from 'vitest';
import { EXIT } from '../../src/errors.ts';
import { recordBatches } from '../../src/source/records.ts';

async function read(text: string, { delimiter = ',', truncated = false, cut = 0 } = {}) {
  const records: [number, ...string[]][] = [];
  const bytes = Buffer.from(text);
  const chunks = cut > 0 ? [bytes.subarray(0, cut), bytes.subarray(cut)] : [bytes];
  for await (const batch of recordBatches('posts.csv', chunks, { delimiter }, truncated)) {
    records.push(...batch.map(({ fields, line }): [number, ...string[]] => [line, ...fields]));
  }
  return records;
}

test('each record comes with the line on which it starts', async () => {
  expect(await read('month,n\n2024-01,5\n2024-02,7\n')).toEqual([
    [1, 'month', 'n'],
    [2, '2024-01', '5'],
    [3, '2024-02', '7'],
  ]);
});

test('the last line needs no end', async () => {
  expect(await read('month,n\n2024-01,5')).toHaveLength(2);
});

test('quotes hold delimiters, line ends and doubled quotes', async () => {
  expect(await read('port,n\n"Mae Sai, ""First""\nBridge",5\nThoeng,7\n')).toEqual([
    [1, 'port', 'n'],
    [2, 'Mae Sai, "First"\nBridge', '5'],
    [4, 'Thoeng', '7'],
  ]);
});

test('lines are counted through CRLF, in quotes and out of them', async () => {
  expect(await read('port,n\r\n"Mae\r\nSai",5\r\n\r\nThoeng,7\r\n')).toEqual([
    [1, 'port', 'n'],
    [2, 'Mae\r\nSai', '5'],
    [5, 'Thoeng', '7'],
  ]);
});

test('blank lines are no records but count as lines', async () => {
  expect(await read('port,n\n\n\nMae Sai,5\n\n')).toEqual([
    [1, 'port', 'n'],
    [4, 'Mae Sai', '5'],
  ]);
});

test('a byte order mark is no part of the first name', async () => {
  expect((await read('\uFEFFport,n\n'))[0]).toEqual([1, 'port', 'n']);
});

test('a quote inside an unquoted field is text', async () => {
  expect((await read('port,size\nMae Sai,5" pipe\n'))[1]).toEqual([2, 'Mae Sai', '5" pipe']);
});

test('records may have any number of fields', async () => {
  expect((await read('a,b\n1\n1,2,3\n')).map((record) => record.length - 1)).toEqual([2, 1, 3]);
});

test('the delimiter is the one of the dialect', async () => {
  expect(await read('port;n\nMae Sai;1,5\n', { delimiter: ';' })).toEqual([
    [1, 'port', 'n'],
    [2, 'Mae Sai', '1,5'],
  ]);
});

test('records are the same wherever the chunks are cut', async () => {
  const text = '\uFEFFport,n\r\n"แม่\r\nสาย, ""x""",5\r\n\r\nThoeng,7\r\n';
  const whole = await read(text);
  for (let cut = 1; cut < Buffer.byteLength(text); cut++)
    expect(await read(text, { cut }), `cut ${cut}`).toEqual(whole);
});

test('a quote that never closes is an error that names the line of its record', async () => {
  await expect(read('port,n\nMae Sai,5\n"Thoeng,7\nChiang Khong,9\n')).rejects.toMatchObject({
    message: 'posts.csv:3: a quote in the record that starts here is never closed',
    exitCode: EXIT.input,
  });
});

test('of the beginning of a table the record it ends in is left out, closed or not', async () => {
  expect(await read('port,n\nMae Sai,5\nThoe', { truncated: true })).toHaveLength(2);
  expect(await read('port,n\nMae Sai,5\n"Thoe', { truncated: true })).toHaveLength(2);
});

test('an empty text has no records', async () => {
  expect(await read('')).toEqual([]);
});

test('every line ends with CRLF, LF or CR, whatever the ones before it ended with', async () => {
  const expected = [
    [1, 'month', 'n'],
    [2, '2024-01', '5'],
    [3, '2024-02', '7'],
    [4, '2024-03', '9'],
  ];
  for (const ends of ['\r\n \n \r\n \n', '\n \r\n \n \r', '\r \r \r \r', '\r\n \r \n \r\n']) {
    const [a, b, c, d] = ends.split(' ');
    const text = `month,n${a}2024-01,5${b}2024-02,7${c}2024-03,9${d}`;
    expect(await read(text), JSON.stringify(ends)).toEqual(expected);
  }
});
