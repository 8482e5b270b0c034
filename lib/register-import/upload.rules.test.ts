import { describe, expect, it } from 'vitest'
import { TOO_BIG } from './decode.rules'
import { uploadedFile } from './upload.rules'

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
