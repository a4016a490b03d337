import type { Check } from '../report/report.ts';
import type { Renderer } from './render.ts';
import { safeText } from './safe-text.ts';

/** JUnit XML: one test case per check, as CI systems read it. */
const junit: Renderer = async function* ({ title, checks = [] }) {
  const failed = checks.filter(({ passed }) => !passed).length;
  const counts = `tests="${checks.length}" failures="${failed}" errors="0" skipped="0"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="border-stats" ${counts}>\n  <testsuite name="${escaped(title)}" ${counts}>\n`;
  for (const check of checks) yield testCase(check);
  yield '  </testsuite>\n</testsuites>\n';
};

export default junit;

function testCase({ name, place, passed, outcome, text }: Check): string {
  const [, file = place, line] = /^(.*?)(?::(\d+))?$/s.exec(place) ?? [];
  const at = `classname="${escaped(file)}" name="${escaped(name)}" file="${escaped(file)}"${line === undefined ? '' : ` line="${line}"`}`;
  const inside = passed
    ? `<system-out>${escaped(text)}</system-out>`
    : `<failure type="${escaped(outcome)}" message="${escaped(text)}"/>`;
  return `    <testcase ${at}>\n      ${inside}\n    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no place for controls and halves of characters, not even escaped. */
const escaped = (text: string): string =>
  safeText(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
