import { describe, expect, test } from 'vitest';

import { vendorRules } from '#contract/vendors';

import { fileWords, megabytes, selectFiles } from './select-files';
import { trueType, trueTypeOf } from './true-type';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const rules = vendorRules.lemlist.media!;
const file = (name: string, size = 1000) => ({ name, size });
const png = 'image/png';

describe('the type of a file', () => {
  test.each([
    ['image/png', '\u0089PNG\r\n\u001A\n\0\0\0\rIHDR'],
    ['image/jpeg', '\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF'],
    ['image/gif', 'GIF87a12345678'],
    ['image/gif', 'GIF89a12345678'],
    ['video/mp4', '\0\0\0\u0018ftypisom\0\0'],
    ['video/mp4', '\0\0\0\u0018ftypmp42\0\0'],
    ['video/mp4', '\0\0\0\u0018ftypXAVC\0\0'],
    ['video/quicktime', '\0\0\0\u0014ftypqt  \0\0'],
    ['video/quicktime', '\0\0\0\u0008wide\0\0\0\0'],
    [null, 'MZ\u0090\0\u0003\0\0\0'],
    [null, '<svg xmlns="http://www.w3.org/2000/svg">'],
    [null, 'RIFF\0\0\0\0WEBPVP8 '],
    [null, '\0\0\0\u0018ftypheic\0\0'],
    [null, '\0\0\0\u0018ftypavif\0\0'],
    [null, '\0\0\0\u0018ftypM4A \0\0'],
    [null, '%PDF-1.7'],
    [null, '\u0089PN'],
    [null, ''],
  ])('is %s by its first bytes %j', (type, start) => {
    expect(trueType(bytes(start))).toBe(type);
  });

  test('does not come from its name', async () => {
    expect(await trueTypeOf(new File(['MZ program'], 'photo.png', { type: png }))).toBeNull();
    expect(await trueTypeOf(new File([bytes('GIF89a123')], 'setup.exe'))).toBe('image/gif');
  });
});

describe('of the chosen files', () => {
  test('images and videos are taken in their order', () => {
    const chosen = [
      { file: file('a.mov'), type: 'video/quicktime' },
      { file: file('b.png', rules.maxBytes), type: png },
    ];
    expect(selectFiles(chosen, { rules, taken: 4 })).toEqual({
      accepted: [
        { file: chosen[0]?.file, kind: 'video' },
        { file: chosen[1]?.file, kind: 'image' },
      ],
      complaints: [],
    });
  });

  test('each bad one is left out with words that name it, and takes no good one’s place', () => {
    const chosen = [
      { file: file('setup.exe.png'), type: null },
      { file: file('big.mp4', rules.maxBytes + 1), type: 'video/mp4' },
      { file: file('empty.png', 0), type: null },
      { file: file('good.png'), type: png },
      { file: file('seventh.png'), type: png },
    ];
    const { accepted, complaints } = selectFiles(chosen, { rules, taken: 5 });
    expect(accepted.map((one) => one.file.name)).toEqual(['good.png']);
    expect(complaints).toEqual([
      '“setup.exe.png” is none of PNG, JPEG, GIF, MP4 and QuickTime by its content, whatever its name says.',
      '“big.mp4” is larger than 20 MB.',
      '“empty.png” is empty.',
      '“seventh.png” is one too many: a task takes at most 6.',
    ]);
  });
});

test('sizes and types are written for people', () => {
  expect([312 * 1024, 1.44 * 1024 * 1024, 20 * 1024 * 1024].map(megabytes)).toEqual([
    '312 KB',
    '1.4 MB',
    '20 MB',
  ]);
  expect(fileWords(rules, 'disjunction')).toBe('PNG, JPEG, GIF, MP4 or QuickTime');
});
