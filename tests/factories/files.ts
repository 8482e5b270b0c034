import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A small photo as a telephone takes one, with the place where it was taken. */
export const aPhoto = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a06' } })
      .withExif({
        IFD0: { Make: 'Telephone' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 7/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  )

export const aPdf = (): Uint8Array =>
  new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** A zip with one file in it, as it is: a Word document is one. */
function aZip(name: string, content: string): Uint8Array {
  const [file, words] = [Buffer.from(name), Buffer.from(content)]
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt32LE(crc32(words), 10)
  about.writeUInt32LE(words.length, 14)
  about.writeUInt32LE(words.length, 18)
  about.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, file, words])
  const listed = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    about,
    Buffer.alloc(14),
    file,
  ])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(local.length, 12)
  return new Uint8Array(Buffer.concat([local, listed, Buffer.from('PK\u0005\u0006'), end]))
}

export const aWordDocument = (): Uint8Array =>
  aZip(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
