import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsedAmount, typedAmount } from './amounts.ts';

test('reads amounts as the language writes them', () => {
  assert.equal(parsedAmount('1,234', 'en'), '1234');
  assert.equal(parsedAmount('1,234.50', 'en'), '1234.50');
  assert.equal(parsedAmount('1.234', 'de'), '1234');
  assert.equal(parsedAmount('1.234,5', 'de'), '1234.5');
  assert.equal(parsedAmount('12345,67', 'de'), '12345.67');
  assert.equal(parsedAmount('1,234.5', 'zh-CN'), '1234.5');
  assert.equal(parsedAmount('-5', 'en'), '-5');
});

test('does not guess', () => {
  for (const [typed, language] of [['12,34', 'en'], ['1.5', 'de'], ['1,2,3', 'en'], ['1.2.3', 'en'], ['5 EUR', 'en'], ['1e3', 'en'], ['1.23456', 'en'], ['.', 'en']] as const) {
    assert.equal(parsedAmount(typed, language), null, `${typed} in ${language}`);
  }
});

test('reads what it shows', () => {
  for (const language of ['en', 'de', 'zh-CN']) {
    for (const amount of ['0', '120.00', '1234567.8901', '-3.5']) {
      assert.equal(parsedAmount(typedAmount(amount, language), language), amount);
    }
  }
});
