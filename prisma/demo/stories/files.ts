import sharp from 'sharp'

const CARDS = [
  ['#f4d35e', 40, 50],
  ['#ee964b', 230, 40],
  ['#83c5be', 420, 56],
  ['#b8c0ff', 46, 200],
  ['#f4acb7', 236, 210],
  ['#95d5b2', 424, 204],
] as const

/** A photo of a pupil's work, drawn: six word cards on a board, so that the demo holds no picture of anybody. */
export function photoOfWork(): Promise<Buffer> {
  const cards = CARDS.map(
    ([colour, x, y], index) =>
      `<g transform="translate(${x} ${y}) rotate(${(index % 3) - 1})">
        <rect width="160" height="120" rx="8" fill="${colour}"/>
        <path d="M24 ${70 - index} q 16 -40 32 0 t 32 0 t 32 0" fill="none" stroke="#2b1a29" stroke-width="5"/>
        <circle cx="136" cy="24" r="9" fill="#ffffff"/>
      </g>`,
  ).join('')
  const board = `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="380">
    <rect width="620" height="380" fill="#7a5c45"/><rect x="14" y="14" width="592" height="352" fill="#d9c3a5"/>${cards}
  </svg>`
  return sharp(Buffer.from(board)).png().toBuffer()
}

const WORDS = ['because', 'once', 'friend', 'people', 'through', 'thought', 'answer', 'listen']

/** A word list as a PDF of one page, written by hand: its parts, where each begins, and the end. */
export function wordList(): Buffer {
  const lines = ['Word list 5', ...WORDS].map((word) => `(${word}) Tj T*`).join(' ')
  const text = `BT /F1 24 Tf 34 TL 72 760 Td ${lines} ET`
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ]
  let pdf = '%PDF-1.4\n'
  const starts = parts.map((part, index) => {
    const start = pdf.length
    pdf += `${index + 1} 0 obj\n${part}\nendobj\n`
    return `${String(start).padStart(10, '0')} 00000 n `
  })
  const count = parts.length + 1
  const table = ['xref', `0 ${count}`, '0000000000 65535 f ', ...starts].join('\n')
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.from(`${pdf}${table}\n${trailer}`)
}
