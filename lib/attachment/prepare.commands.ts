import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { type Outcome, refuse } from '@/lib/platform/outcome'
import { type AttachmentKind, isImage, kindOf, MOST_BYTES, TOO_LARGE } from './rules'

/** A photo from a good telephone has 50 million points; one that claims more is not opened. */
const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 3000
const JPEG_QUALITY = 85
const WEBP_QUALITY = 85

const BROKEN = 'The photo could not be opened: it may be damaged. Take it again, or save it anew'

/**
 * A photo drawn anew from its points alone: what a camera wrote beside them (where, when, by which telephone) is gone, and
 * so is anything else that was hidden in the file. It is turned the way it was held.
 */
async function drawnAnew(bytes: Uint8Array, kind: AttachmentKind): Promise<Uint8Array | null> {
  try {
    const turned = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const drawn =
      kind === 'jpeg'
        ? turned.jpeg({ quality: JPEG_QUALITY })
        : kind === 'png'
          ? turned.png()
          : turned.webp({ quality: WEBP_QUALITY })
    return new Uint8Array(await drawn.toBuffer())
  } catch {
    return null
  }
}

/** A file made ready to keep: known by its content alone, a photo without what its camera wrote beside it. */
export async function prepareFile(
  bytes: Uint8Array,
): Promise<Outcome<{ kind: AttachmentKind; bytes: Uint8Array }>> {
  if (bytes.byteLength > MOST_BYTES) return refuse('file', TOO_LARGE)
  const found = kindOf((await fileTypeFromBuffer(bytes))?.mime ?? null)
  if (!found.ok) return refuse('file', found.sentence)
  if (!isImage(found.kind)) return { ok: true, value: { kind: found.kind, bytes } }
  const drawn = await drawnAnew(bytes, found.kind)
  if (!drawn) return refuse('file', BROKEN)
  if (drawn.byteLength > MOST_BYTES) return refuse('file', TOO_LARGE)
  return { ok: true, value: { kind: found.kind, bytes: drawn } }
}
