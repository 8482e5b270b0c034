import { MOST_BYTES, TOO_LARGE } from './rules'

/** The boxes of the form. The words come first, so that they are known even where the file is too large to read. */
export const TITLE_FIELD = 'title'
export const FILE_FIELD = 'file'
export const KEY_FIELD = 'formKey'

const ROUND_IT = 100_000
const MOST_TITLE = 200
const NONE = 'Select a file'
const CUT_SHORT = 'The file did not arrive whole: send it again'

export type Uploaded =
  | { ok: true; bytes: Uint8Array; title: string; name: string; formKey: string }
  | { ok: false; sentence: string; title: string }

const oneLine = (text: string) =>
  Array.from(text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .slice(0, MOST_TITLE)
    .join('')

/** What was typed beside a file, from the first bytes of the form: where the rest is not read, the words are kept. */
export function titleIn(beginning: string): string {
  const [, words = ''] = /name="title"\r\n(?:[^\r\n]+\r\n)*\r\n([^]*?)\r\n--/.exec(beginning) ?? []
  return oneLine(words)
}

const BEGINNING = 8192
const MOST_DRAINED = 200 * 1024 * 1024

// Only the words at its beginning are kept; the rest is let go as it comes, because a browser hears no answer before it
// has sent everything.
async function beginningOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let read = ''
  let come = 0
  while (come < MOST_DRAINED) {
    const { done, value } = await reader.read()
    if (done) return read
    come += value.byteLength
    if (read.length < BEGINNING) read += decoder.decode(value.subarray(0, BEGINNING), { stream: true })
  }
  await reader.cancel()
  return read
}

/**
 * The file of a form and the words beside it. One that is too large is refused by its length, with only the words kept;
 * where the length is not given, as soon as too much of it has come.
 */
export async function uploadedFile({ headers, body }: Pick<Request, 'headers' | 'body'>): Promise<Uploaded> {
  const type = headers.get('content-type') ?? ''
  if (!body || !type.startsWith('multipart/form-data')) return { ok: false, sentence: NONE, title: '' }
  const most = MOST_BYTES + ROUND_IT
  if (Number(headers.get('content-length') ?? 0) > most)
    return { ok: false, sentence: TOO_LARGE, title: titleIn(await beginningOf(body)) }
  const come = { bytes: 0, beginning: '' }
  try {
    const data = await new Response(body.pipeThrough(counted(come, most)), {
      headers: { 'content-type': type },
    }).formData()
    const file = data.get(FILE_FIELD)
    const title = oneLine(textOf(data.get(TITLE_FIELD)))
    if (!(file instanceof File) || file.size === 0) return { ok: false, sentence: NONE, title }
    if (file.size > MOST_BYTES) return { ok: false, sentence: TOO_LARGE, title }
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { ok: true, bytes, title, name: oneLine(file.name), formKey: textOf(data.get(KEY_FIELD)) }
  } catch {
    return {
      ok: false,
      sentence: come.bytes > most ? TOO_LARGE : CUT_SHORT,
      title: titleIn(come.beginning),
    }
  }
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '')

function counted(come: { bytes: number; beginning: string }, most: number) {
  const decoder = new TextDecoder()
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      come.bytes += chunk.byteLength
      if (come.beginning.length < BEGINNING)
        come.beginning += decoder.decode(chunk.subarray(0, BEGINNING), { stream: true })
      if (come.bytes > most) controller.error(new Error('more than may come'))
      else controller.enqueue(chunk)
    },
  })
}
