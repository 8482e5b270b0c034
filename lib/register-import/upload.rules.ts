import { MOST_BYTES, TOO_BIG } from './decode.rules'

/** The name of the file box of the form. */
export const FILE_FIELD = 'file'

/** The file and what a browser writes round it. */
const MOST_BODY = MOST_BYTES + 100_000

const NONE = 'Select the register that you exported from your MIS'
const CUT_SHORT = 'The file did not arrive whole: send it again'

export type Uploaded = { ok: true; bytes: Uint8Array } | { ok: false; sentence: string }

/**
 * The file of a form. One that is too big is refused by its length before anything of it is read, and where the length is
 * not given, as soon as too much of it has come (issue 2, section 4).
 */
export async function uploadedFile({ headers, body }: Pick<Request, 'headers' | 'body'>): Promise<Uploaded> {
  const type = headers.get('content-type') ?? ''
  if (Number(headers.get('content-length') ?? 0) > MOST_BODY) return { ok: false, sentence: TOO_BIG }
  if (!body || !type.startsWith('multipart/form-data')) return { ok: false, sentence: NONE }
  const come = { bytes: 0 }
  const capped = body.pipeThrough(counted(come))
  try {
    const data = await new Response(capped, { headers: { 'content-type': type } }).formData()
    const file = data.get(FILE_FIELD)
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return { ok: false, sentence: NONE }
    return { ok: true, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return { ok: false, sentence: come.bytes > MOST_BODY ? TOO_BIG : CUT_SHORT }
  }
}

function counted(come: { bytes: number }) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      come.bytes += chunk.byteLength
      if (come.bytes > MOST_BODY) controller.error(new Error('more than may come'))
      else controller.enqueue(chunk)
    },
  })
}
