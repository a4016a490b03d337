import type { Report } from './report.ts';
import { withIds } from './with-ids.ts';

/** A report with what only the command line tells: the words that it was made by, and whether ids are shown. */
export function completedReport(report: Report, words: readonly string[], ids: boolean): Report {
  return {
    title: report.title,
    table: ids ? withIds(report.table) : report.table,
    ...(report.sections && { sections: report.sections }),
    glance: async (rows) => {
      const glance = await report.glance(rows);
      return ids ? { ...glance, table: withIds(glance.table) } : glance;
    },
    ...(report.annotated && { annotated: report.annotated }),
    ...(report.checks && { checks: report.checks }),
    get notes() {
      return report.notes;
    },
    get provenance() {
      const { command, ...others } = report.provenance;
      return { command, arguments: words, ...others };
    },
    get failed() {
      return report.failed ?? false;
    },
    files: report.files ?? [],
    get finding() {
      return report.finding ?? false;
    },
  };
}
