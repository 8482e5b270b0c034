import {
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { copyHead, type CopyLine, copyParts, type WrittenCopy } from '@/lib/plan/copy.words'

const labelled = (text: string): IRunOptions => ({ text: `${text}: `, bold: true })

const paragraph = ({ label, text }: CopyLine) =>
  new Paragraph({
    spacing: { after: 80 },
    children: [...(label ? [new TextRun(labelled(label))] : []), new TextRun(text)],
  })

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level, keepNext: true })

const LANGUAGE = { value: 'en-GB' }
const BODY = { run: { font: 'Verdana', size: 22, language: LANGUAGE } }

/** The written copy of a plan as a Word file, with real headings, that a school can adapt and a screen reader can read (P29). */
export async function planDocx(copy: WrittenCopy): Promise<Buffer> {
  const { title, lead, why } = copyHead(copy)
  const body = copyParts(copy.content).flatMap(({ heading: name, lines, parts = [] }) => [
    heading(name, HeadingLevel.HEADING_1),
    ...lines.map(paragraph),
    ...parts.flatMap((inner) => [
      heading(inner.heading, HeadingLevel.HEADING_2),
      ...inner.lines.map(paragraph),
    ]),
  ])
  const pages = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  const footer = new Footer({ children: [new Paragraph({ children: [new TextRun({ children: pages })] })] })
  const document = new Document({
    title,
    creator: copy.schoolName,
    subject: copy.planName,
    styles: { default: { document: BODY } },
    sections: [
      {
        footers: { default: footer },
        children: [
          heading(title, HeadingLevel.TITLE),
          new Paragraph(lead),
          ...(why ? [new Paragraph(why)] : []),
          ...body,
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
