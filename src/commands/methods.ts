import type { Command } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { METHODS } from '../methods/index.ts';
import type { Method } from '../methods/method.ts';
import type { Report, Table } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';

const command: Command<object> = {
  name: 'methods',
  summary: 'the statistical methods: what each assumes, when it is used, where it comes from',
  operands: '[names...]',
  operandMeaning: 'of methods, as the list has them; the list if not given',
  examples: [
    ['border-stats methods', 'which methods are there, and when is each used?'],
    ['border-stats methods quasi-poisson-ratio', 'what stands behind the interval of a change?'],
    ['border-stats methods -f json', 'the list for another program'],
  ],
  options: [],
  async run(operands) {
    return operands.length === 0
      ? aboutMethods('statistical methods', listed(METHODS))
      : aboutMethods(operands.join(' and '), explained(operands.map(methodNamed)));
  },
};

export default command;

function methodNamed(name: string): Method {
  const method = METHODS.find((one) => one.name === name);
  if (method) return method;
  const names = METHODS.map((one) => one.name);
  throw new UserError(`there is no method "${name}"${didYouMean(name, names)}`, {
    hint: `the methods are: ${names.join(', ')}`,
  });
}

function listed(methods: readonly Method[]): Table {
  return {
    columns: [column('method'), column('answers'), column('used_when')],
    rows: methods.map(({ name, answers, usedWhen }) => [name, answers, usedWhen]),
  };
}

/** One row per thing to know, so that long texts stand under each other. */
function explained(methods: readonly Method[]): Table {
  const rows = methods.flatMap((method) => [
    [method.name, 'title', method.title],
    [method.name, 'answers', method.answers],
    [method.name, 'used when', method.usedWhen],
    ...method.assumes.map((text) => [method.name, 'assumes', text]),
    ...method.conventions.map((text) => [method.name, 'convention', text]),
    ...method.references.map((text) => [method.name, 'reference', text]),
  ]);
  return { columns: [column('method'), column('topic'), column('text')], rows };
}

function aboutMethods(title: string, table: Table): Report {
  return {
    title,
    table,
    glance: () => ({ table: { columns: [], rows: [] }, sentences: paragraphs(table), omitted: null }),
    notes: [],
    provenance: { command: 'methods', files: [], profile: '', records: 0, rejected: 0 },
  };
}

/** Long texts read better as lines than in columns. */
function paragraphs({ rows }: Table): string[][] {
  const texts: string[][] = [];
  let last = '';
  for (const [name = '', topic = '', text = ''] of rows as Iterable<string[]>) {
    if (name !== last && texts.length > 0) texts.push(['']);
    texts.push([name === last ? `  ${topic}: ${text}` : `${name}: ${topic === 'title' ? text : topic}`]);
    if (name !== last && topic !== 'title') texts.push([`  used when ${text}`]);
    last = name;
  }
  return texts;
}
