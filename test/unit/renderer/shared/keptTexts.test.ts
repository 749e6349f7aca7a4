import { expect, test } from 'vitest';
import { createKeptTexts } from '../../../../renderer/shared/keptTexts.ts';

test('what was typed and not sent is there again for whoever typed it, and for nobody else', () => {
  const texts = createKeptTexts();
  texts.keep('sam', 'amendment/1', 'He came back.');
  expect(texts.read('sam', 'amendment/1')).toBe('He came back.');
  expect(texts.read('priya', 'amendment/1')).toBeNull();
  expect(texts.read('sam', 'amendment/2')).toBeNull();
  texts.keep('sam', 'amendment/1', '  ');
  expect(texts.read('sam', 'amendment/1')).toBeNull();
  texts.keep('sam', 'amendment/1', 'He came back.');
  texts.forget('sam', 'amendment/1');
  expect(texts.read('sam', 'amendment/1')).toBeNull();
});
