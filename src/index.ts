export { endSessions } from './databases/postgres/sessions.ts';
export { chooseEngine } from './engine/choose-engine.ts';
export { EXIT, UserError } from './errors.ts';
export { main, type Outlet, type World } from './main.ts';
export * from './period/index.ts';
export type { Cell, Column, Report, Table } from './report/report.ts';
export type { Flag, Measure, Series, SeriesSet } from './series/series.ts';
export { openSource } from './source/open.ts';
