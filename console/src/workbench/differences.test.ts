import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spans } from './differences.ts';

test('marks what differs between two texts', () => {
  assert.deepEqual(spans('19900906', '19560906'), {
    left: [
      { text: '19', differs: false },
      { text: '90', differs: true },
      { text: '0906', differs: false },
    ],
    right: [
      { text: '19', differs: false },
      { text: '56', differs: true },
      { text: '0906', differs: false },
    ],
  });
});

test('counts a character once that could belong to both ends', () => {
  assert.deepEqual(spans('aa', 'aaa'), {
    left: [{ text: 'aa', differs: false }],
    right: [
      { text: 'aa', differs: false },
      { text: 'a', differs: true },
    ],
  });
});

test('does not cut characters outside the basic plane apart', () => {
  assert.deepEqual(spans('𠮷', '𠮶').left, [{ text: '𠮷', differs: true }]);
});
