import { describe, expect, it } from 'vitest'
import { fileNameOf, headersOf, kindOf, sizeWords } from './rules'

describe('what may be attached', () => {
  it.each([
    ['image/jpeg', 'jpeg'],
    ['image/png', 'png'],
    ['image/webp', 'webp'],
    ['application/pdf', 'pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ])('%s is a %s', (type, kind) => {
    expect(kindOf(type)).toEqual({ ok: true, kind })
  })

  it.each([
    [null, /must be a photo/],
    ['image/gif', /must be a photo/],
    ['application/xml', /must be a photo/],
    ['application/zip', /must be a photo/],
    ['application/vnd.ms-word.document.macroEnabled.12', /must be a photo/],
    ['image/heic', /iPhone/],
    ['image/avif', /iPhone/],
    ['application/x-cfb', /\.docx or PDF/],
  ])('%s is refused, with what to do', (type, sentence) => {
    const found = kindOf(type)
    expect(found.ok ? '' : found.sentence).toMatch(sentence)
  })
})

it.each([
  ['Her story', 'jpeg', 'Her story.jpg'],
  ['IMG_0042.HEIC', 'jpeg', 'IMG_0042.jpg'],
  ['../../etc/passwd', 'pdf', 'etc passwd.pdf'],
  ['a"; filename="b.html', 'pdf', 'a filename b.pdf'],
  ['Żaneta’s page', 'png', 'Żaneta s page.png'],
  ['💥', 'docx', 'file.docx'],
] as const)('%s is saved as %s: %s', (title, kind, name) => {
  expect(fileNameOf({ title, kind })).toBe(name)
})

it('shows only images in the page, runs nothing and keeps nothing', () => {
  const photo = headersOf({ title: 'Żaneta', kind: 'png' })
  expect(photo).toEqual({
    'content-type': 'image/png',
    'content-disposition': `inline; filename="_aneta.png"; filename*=UTF-8''%C5%BBaneta.png`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  for (const kind of ['pdf', 'docx'] as const)
    expect(headersOf({ title: 'Report', kind })['content-disposition']).toMatch(/^attachment; /)
})

it.each([
  [{ kind: 'jpeg', bytes: 100 }, 'photo, 1 KB'],
  [{ kind: 'pdf', bytes: 340_000 }, 'PDF, 332 KB'],
  [{ kind: 'docx', bytes: 2_200_000 }, 'Word document, 2.1 MB'],
] as const)('%j is %s', (file, words) => {
  expect(sizeWords(file)).toBe(words)
})
