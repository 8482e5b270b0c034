import { expect, it } from 'vitest'
import { MOST_BYTES, TOO_LARGE } from './rules'
import { titleIn, uploadedFile } from './upload.rules'
import { refusalIn } from './schema'

const KEY = '0190a8c4-0000-7000-8000-000000000001'

function formWith(bytes: Uint8Array<ArrayBuffer>, title = 'Her story', name = 'story.jpg') {
  const data = new FormData()
  data.set('formKey', KEY)
  data.set('title', title)
  data.set('file', new File([bytes], name))
  return new Request('http://localhost/upload', { method: 'POST', body: data })
}

/** The same with the length that a browser says; `null`: it does not. */
async function sent(request: Request, length: 'true' | null) {
  const bytes = new Uint8Array(await request.arrayBuffer())
  const headers = new Headers({ 'content-type': request.headers.get('content-type') ?? '' })
  if (length) headers.set('content-length', String(bytes.byteLength))
  return { headers, body: new Blob([bytes]).stream() }
}

it('takes the file with the words beside it, on one line', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(await uploadedFile(formWith(bytes, ' Her\r\nstory '))).toEqual({
    ...{ ok: true, bytes, title: 'Her story', name: 'story.jpg', formKey: KEY },
  })
})

it.each([['true'], [null]] as const)(
  'refuses a file that is too large and keeps the words beside it, whether its length is given (%s) or not',
  async (length) => {
    const request = formWith(new Uint8Array(MOST_BYTES + 200_000))
    expect(await uploadedFile(await sent(request, length))).toEqual({
      ...{ ok: false, sentence: TOO_LARGE, title: 'Her story' },
    })
  },
)

it('refuses one byte too much, an empty file, no file, and what is no form', async () => {
  expect(await uploadedFile(formWith(new Uint8Array(MOST_BYTES + 1)))).toMatchObject({ sentence: TOO_LARGE })
  expect((await uploadedFile(formWith(new Uint8Array(MOST_BYTES)))).ok).toBe(true)
  expect(await uploadedFile(formWith(new Uint8Array()))).toEqual({
    ...{ ok: false, sentence: 'Select a file', title: 'Her story' },
  })
  const plain = new Request('http://localhost/upload', { method: 'POST', body: 'file=1' })
  expect(await uploadedFile(plain)).toEqual({ ok: false, sentence: 'Select a file', title: '' })
})

it('says when a file came cut short, and keeps the words', async () => {
  const { headers, body } = await sent(formWith(new Uint8Array(5000)), null)
  const half = (await new Response(body).arrayBuffer()).slice(0, 2000)
  expect(await uploadedFile({ headers, body: new Blob([half]).stream() })).toEqual({
    ...{ ok: false, sentence: 'The file did not arrive whole: send it again', title: 'Her story' },
  })
})

it('reads the words from the beginning of a form', () => {
  expect(titleIn('--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nA "story"\r\n--b\r\n')).toBe(
    'A "story"',
  )
  expect(titleIn('--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n')).toBe('')
})

it.each([
  ['{"sentence":"No","title":"Her story"}', { sentence: 'No', title: 'Her story' }],
  ['{"sentence":1}', null],
  ['no', null],
  [undefined, null],
])('a cookie that says %s', (cookie, refused) => {
  expect(refusalIn(cookie)).toEqual(refused)
})
