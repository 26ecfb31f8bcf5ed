import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas } from './areas.ts';
import { insight } from './insight.ts';
import { kinds } from './kinds.ts';
import { lists } from './lists.ts';
import { records } from './records.ts';
import { shell } from './shell.ts';
import { workbench } from './workbench.ts';

const all: Record<string, readonly string[]> = { ...shell, ...kinds, ...lists, ...records, ...insight, ...workbench, ...areas };

const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();

test('messages have the same parameters in all languages', () => {
  for (const [key, [english = '', ...others]] of Object.entries(all)) {
    for (const other of others) {
      assert.equal(parameters(other.split('|').at(-1) ?? ''), parameters(english.split('|').at(-1) ?? ''), key);
    }
  }
});

test('no message is empty', () => {
  for (const [key, texts] of Object.entries(all)) {
    assert.ok(texts.every((text) => text.split('|').every((form) => form.trim())), key);
  }
});
