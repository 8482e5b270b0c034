import { type AttachmentLine, isImage, sizeWords } from '@/lib/attachment/rules'

/** Files by what they show: a photo is seen, everything else is saved and opened elsewhere. */
export function AttachmentList({ files, base }: { files: readonly AttachmentLine[]; base: string }) {
  if (files.length === 0) return null
  return (
    <ul className="lines">
      {files.map(({ id, kind, title, bytes }) => (
        <li key={id}>
          <p>
            <a href={`${base}/attachments/${id}`}>{title}</a>{' '}
            <span className="soft small">{sizeWords({ kind, bytes })}</span>
          </p>
          {isImage(kind) && (
            // A photo behind a sign-in is served by its own route; next/image would keep a copy of it.
            // eslint-disable-next-line @next/next/no-img-element
            <img className="photo" src={`${base}/attachments/${id}`} alt={title} loading="lazy" />
          )}
        </li>
      ))}
    </ul>
  )
}
