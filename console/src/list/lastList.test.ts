import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbours, rememberList } from './lastList.ts';

test('leads from record to record of the last list', () => {
  rememberList('leads', ['a', 'b', 'c']);
  assert.deepEqual(neighbours('leads', 'b'), { previous: 'a', next: 'c' });
  assert.deepEqual(neighbours('leads', 'c'), { previous: 'b', next: undefined });
  assert.deepEqual(neighbours('leads', 'other'), { previous: undefined, next: undefined });
  assert.deepEqual(neighbours('orders', 'b'), { previous: undefined, next: undefined });
});
