import type { Report } from './report.ts';
import { withIds } from './with-ids.ts';

/** What a report is shown with. */
interface Shown {
  readonly ids: boolean;
  readonly title?: string | undefined;
  readonly table?: Report['table'];
}

/** A report with what only the command line tells: the words that it was made by, and what is shown. */
export function completedReport(report: Report, words: readonly string[], shown: Shown): Report {
  const { ids, title = report.title, table = report.table } = shown;
  return {
    title,
    table: ids ? withIds(table) : table,
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
