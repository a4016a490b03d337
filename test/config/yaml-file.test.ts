import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checked } from '../../src/config/checked.ts';
import { yamlFile } from '../../src/config/yaml-file.ts';

const Ports = v.strictObject({ ports: v.array(v.strictObject({ name: v.string(), lanes: v.number() })) });

test.each([
  ['a wrong value', 'ports:\n  - name: Mae Sai\n    lanes: many\n', 'my.yaml:3: ports.0.lanes: '],
  ['an unknown key', 'ports:\n  - name: Mae Sai\n    lanes: 2\n    lane: 1\n', 'my.yaml:4: ports.0.lane: is no key'],
  ['a missing key', 'ports:\n\n  - name: Mae Sai\n', 'my.yaml:3: ports.0.lanes: '],
  ['a missing list', 'x: 1\n', 'my.yaml:1: '],
  ['an empty file', '', 'my.yaml: '],
  ['JSON too', '{\n "ports": [\n {"name": 1}\n]}', 'my.yaml:3: ports.0.name: '],
])('%s is named with its line and key', (_, text, message) => {
  expect(() => checked(Ports, yamlFile('my.yaml', text))).toThrow(message);
});

test.each([
  ['a syntax error', 'ports:\n  - name: "Mae Sai\n', 'my.yaml:'],
  ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 'my.yaml:3: map keys must be unique'],
])('%s is named with its line', (_, text, message) => {
  expect(() => yamlFile('my.yaml', text)).toThrow(message);
});
