import { describe, expect, it } from 'vitest'
import { TOO_BIG } from './decode.rules'
import { sentFromHere, uploadedFile } from './upload.rules'

function requestOf(content: BlobPart, name = 'register.csv') {
  const data = new FormData()
  data.set('file', new File([content], name))
  return new Request('http://here.example/import/upload', { method: 'POST', body: data })
}

describe('uploadedFile', () => {
  it('is the bytes of the file', async () =>
    expect(await uploadedFile(requestOf('UPN,Surname'))).toEqual({
      ok: true,
      bytes: new TextEncoder().encode('UPN,Surname'),
    }))

  it('is refused by its length before a byte of it is read', async () => {
    let isRead = false
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      { pull: () => void (isRead = true) },
      { highWaterMark: 0 },
    )
    const headers = new Headers({
      'content-length': '30000000',
      'content-type': 'multipart/form-data; boundary=x',
    })
    expect(await uploadedFile({ headers, body })).toEqual({ ok: false, sentence: TOO_BIG })
    expect(isRead).toBe(false)
  })

  it('is given up as soon as too much has come, where no length is given', async () => {
    let sent = 0
    const chunk = new Uint8Array(1_000_000)
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        sent++
        controller.enqueue(chunk)
      },
    })
    const headers = new Headers({ 'content-type': 'multipart/form-data; boundary=x' })
    expect(await uploadedFile({ headers, body })).toEqual({ ok: false, sentence: TOO_BIG })
    expect(sent).toBeLessThan(30)
  })

  it.each([
    ['no file was chosen', requestOf('', '')],
    ['it is no form', new Request('http://here.example', { method: 'POST', body: 'file=1' })],
    ['there is nothing at all', new Request('http://here.example', { method: 'POST' })],
  ])('is asked for where %s', async (_, request) =>
    expect(await uploadedFile(request)).toEqual({
      ok: false,
      sentence: 'Select the register that you exported from your MIS',
    }),
  )

  it('is asked for again where it was cut short', async () => {
    const headers = new Headers({ 'content-type': 'multipart/form-data; boundary=x' })
    const { body } = new Response(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nUPN',
    )
    expect(await uploadedFile({ headers, body })).toEqual({
      ok: false,
      sentence: 'The file did not arrive whole: send it again',
    })
  })
})

describe('sentFromHere', () => {
  const OURS = 'https://sen.example.org'
  it.each([
    ['a form of ours', { 'sec-fetch-site': 'same-origin', origin: OURS }, true],
    ['a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['a form of a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.org' }, false],
    ['an address typed in', { 'sec-fetch-site': 'none' }, false],
    ['an older browser, here', { origin: OURS }, true],
    [
      'an older browser, here under another name',
      { origin: 'http://localhost:3001', host: 'localhost:3001' },
      true,
    ],
    ['an older browser, elsewhere', { origin: 'https://evil.example', host: 'sen.example.org' }, false],
    ['a browser that hides it', { origin: 'null', host: 'sen.example.org' }, false],
    ['nobody who says', {}, false],
  ])('%s', (_, headers, expected) => expect(sentFromHere(new Headers(headers), OURS)).toBe(expected))
})
