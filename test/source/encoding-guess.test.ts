import { expect, test } from 'vitest';
import { encodingOf } from '../../src/source/encoding-guess.ts';

const guessed = (text: string) => encodingOf(Buffer.from(text, 'latin1'));

test('Thai letters are windows-874, accents in Latin words windows-1252', () => {
  expect(guessed('port,n\n\xe1\xc1\xe8\xca\xd2\xc2,5\n')?.value).toBe('windows-874');
  expect(guessed('port,n\nCaf\xe9 M\xfcller,5\n')?.value).toBe('windows-1252');
});

test('marks that all Windows encodings share are not said to be letters', () => {
  expect(guessed('port,n\nKing\x92s Bridge \x96 north,5\n')).toEqual({
    value: 'windows-1252',
    reason: 'not UTF-8, and its bytes above 127 are quotation marks and dashes, alike in all Windows encodings',
  });
});

test('letters that are neither are not guessed', () => {
  expect(guessed('port,n\n\x83v\x83\x8a\x81[\x83X,5\n')).toBeNull();
});
