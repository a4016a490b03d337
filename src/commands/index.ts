import type { Command } from '../cli/command.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<{ default: Command }>;
}

/** Every subcommand, loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  inspect: {
    summary: 'what a file is and how it was read: every decision, the columns, gaps, repeats and rejects',
    load: () => import('./inspect.ts'),
  },
  trend: {
    summary: 'levels per period, with changes on the period before and on the year before',
    load: () => import('./trend.ts'),
  },
  change: {
    summary: 'one window against another, with its uncertainty and what contributed',
    load: () => import('./change.ts'),
  },
  trade: {
    summary: 'exports, imports, their sum and balance; parts and concentration; price and volume; mirror statistics',
    load: () => import('./trade.ts'),
  },
  seizures: {
    summary: 'what was seized: cases and quantities in one unit each, large cases, and the change without the largest',
    load: () => import('./seizures.ts'),
  },
  tidy: {
    summary: 'the export as a tidy table, one row per record and measure, for a pipe or another program',
    load: () => import('./tidy.ts'),
  },
  load: {
    summary: 'the tidy records of exports put into a table of a ClickHouse server, each once',
    load: () => import('./load.ts'),
  },
  revise: {
    summary: 'what changed between two editions of an export, and which published figures that moves',
    load: () => import('./revise.ts'),
  },
  check: {
    summary: 'does the export obey its profile and rules? exit code 1 and the lines where not',
    load: () => import('./check.ts'),
  },
  build: {
    summary: 'make every file that border-stats.yaml names; --check fails where one would change',
    load: () => import('./build.ts'),
  },
  init: {
    summary: 'write a first border-stats.yaml for a folder of exports',
    load: () => import('./init.ts'),
  },
  near: {
    summary: 'incidents within a distance of a border line, and their change',
    load: () => import('./near.ts'),
  },
  explain: {
    summary: 'where a figure of a report comes from: formula, windows, records, files and lines',
    load: () => import('./explain.ts'),
  },
  verify: {
    summary: 'are published claims supported by the data, and under which reading?',
    load: () => import('./verify.ts'),
  },
  methods: {
    summary: 'the statistical methods: what each assumes, when it is used, where it comes from',
    load: () => import('./methods.ts'),
  },
};
