/** What may be attached, as its bytes say it: the name of a file and the browser’s word for it are not believed. */
export const ATTACHMENT_KINDS = ['jpeg', 'png', 'webp', 'pdf', 'docx'] as const

export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** The largest file: 10 MB. */
export const MOST_BYTES = 10 * 1024 * 1024

export const TOO_LARGE =
  'The file must be smaller than 10 MB. A photo can be sent smaller, or a document as a PDF'

const WRONG_KIND =
  'The file must be a photo (JPEG, PNG or WebP), a PDF or a Word document. Save it as one of these, then attach it again'

const ADVICE: Readonly<Record<string, string>> = {
  'image/heic':
    'The photo must be a JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; or send the photo to yourself by email, which makes it a JPEG',
  'application/x-cfb':
    'The document must be a newer Word file or a PDF. Open it in Word, save it as .docx or PDF, then attach it again',
}

const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif']

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** What a file is by its content, or what to do about it; `type` is null where its bytes say nothing known. */
export function kindOf(
  type: string | null,
): { ok: true; kind: AttachmentKind } | { ok: false; sentence: string } {
  const kind = type === null ? undefined : KINDS[type]
  if (kind) return { ok: true, kind }
  const asked = type !== null && HEIC.includes(type) ? 'image/heic' : type
  return { ok: false, sentence: (asked === null ? undefined : ADVICE[asked]) ?? WRONG_KIND }
}

export const isImage = (kind: AttachmentKind) => kind === 'jpeg' || kind === 'png' || kind === 'webp'

/** What a browser is told it is. */
export const contentTypes: Record<AttachmentKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const ENDINGS: Record<AttachmentKind, string> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  pdf: 'pdf',
  docx: 'docx',
}

/** The name a file is saved under: its title without signs a computer stumbles over, and the ending of what it is. */
export function fileNameOf({ title, kind }: { title: string; kind: AttachmentKind }): string {
  const bare = title
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')
  return `${bare === '' ? 'file' : bare}.${ENDINGS[kind]}`
}

/**
 * The headers of a file on its way out: only images that were drawn anew are shown in the page; everything else is
 * saved, never run, never kept by a browser or on the way.
 */
export function headersOf(file: { title: string; kind: AttachmentKind }): Record<string, string> {
  const name = fileNameOf(file)
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replaceAll('"', '_')
  const how = isImage(file.kind) ? 'inline' : 'attachment'
  return {
    'content-type': contentTypes[file.kind],
    'content-disposition': `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

/** A file as a page lists it. */
export type AttachmentLine = {
  readonly id: string
  readonly kind: AttachmentKind
  readonly title: string
  readonly bytes: number
}

const KILO = 1024

/** "photo, 340 KB", "PDF, 2.1 MB". */
export function sizeWords({ kind, bytes }: Pick<AttachmentLine, 'kind' | 'bytes'>): string {
  const what = isImage(kind) ? 'photo' : kind === 'pdf' ? 'PDF' : 'Word document'
  const kilobytes = Math.max(1, Math.round(bytes / KILO))
  return kilobytes < KILO ? `${what}, ${kilobytes} KB` : `${what}, ${(kilobytes / KILO).toFixed(1)} MB`
}
