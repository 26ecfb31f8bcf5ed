import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sums } from './sums.ts';

test('adds up amounts per currency, exactly', () => {
  const amounts = [
    { amount: '0.10', currency: 'EUR' },
    { amount: '0.20', currency: 'EUR' },
    { amount: '9007199254740993.01', currency: 'USD' },
    { amount: '-1', currency: 'USD' },
  ];
  assert.deepEqual(sums(amounts), [
    { currency: 'EUR', amount: '0.3000' },
    { currency: 'USD', amount: '9007199254740992.0100' },
  ]);
});

test('keeps the sign of a small negative sum', () => {
  assert.deepEqual(sums([{ amount: '-0.05', currency: 'EUR' }]), [{ currency: 'EUR', amount: '-0.0500' }]);
});
