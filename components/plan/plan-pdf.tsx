import path from 'node:path'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import { needsOtherLetters } from '@/lib/plan/copy-letters.rules'
import { copyHead, type CopyLine, copyParts, type WrittenCopy } from '@/lib/plan/copy.words'

// Our own typeface, the one of the pages, has the Latin letters of Europe. Two of Noto stand behind it, for names in other
// alphabets: Greek, Cyrillic and Vietnamese, and Arabic with the letters of Urdu and Persian.
const FACES = { Atkinson: 'atkinson-hyperlegible-next', Noto: 'noto-sans', Arabic: 'noto-sans-arabic' }
for (const [family, face] of Object.entries(FACES)) {
  const fontAt = (weight: string) => path.join(process.cwd(), `public/fonts/${face}-${weight}.ttf`)
  const fonts = [
    { src: fontAt('regular'), fontWeight: 400 },
    { src: fontAt('bold'), fontWeight: 700 },
  ]
  Font.register({ family, fonts })
}
// A word is never broken: those who read slowly read whole words.
Font.registerHyphenationCallback((word) => [word])

const styles = StyleSheet.create({
  page: {
    padding: 48,
    fontSize: 11,
    lineHeight: 1.4,
    color: '#2b1a29',
  },
  title: { fontSize: 22, fontWeight: 700, lineHeight: 1.2, marginBottom: 6 },
  lead: { color: '#574a54', marginBottom: 4 },
  heading: {
    fontSize: 15,
    fontWeight: 700,
    lineHeight: 1.2,
    marginTop: 14,
    marginBottom: 4,
    paddingTop: 6,
    borderTop: '1 solid #e3d9d7',
  },
  inner: { fontSize: 12.5, fontWeight: 700, lineHeight: 1.3, marginTop: 8, marginBottom: 2 },
  line: { marginBottom: 3 },
  label: { fontWeight: 700 },
  foot: { position: 'absolute', bottom: 24, left: 48, right: 48, fontSize: 9, color: '#574a54' },
})

// Read only where they are needed, so that an ordinary plan is written as quickly as before.
const facesFor = (copy: WrittenCopy) =>
  needsOtherLetters(JSON.stringify(copy)) ? Object.keys(FACES) : ['Atkinson']

// The library takes it; its types do not know it.
const inOutline = (title: string): object => ({ bookmark: { title } })

const Line = ({ line: { label, text } }: { line: CopyLine }) => (
  <Text style={styles.line}>
    {label && <Text style={styles.label}>{label}: </Text>}
    {text}
  </Text>
)

const PlanPdf = ({ copy }: { copy: WrittenCopy }) => {
  const { title, lead, why } = copyHead(copy)
  return (
    <Document
      title={title}
      author={copy.schoolName}
      subject={copy.planName}
      language="en-GB"
      pageMode="useOutlines"
    >
      <Page size="A4" style={{ ...styles.page, fontFamily: facesFor(copy) }}>
        <View {...inOutline(title)}>
          <Text style={styles.title}>{title}</Text>
        </View>
        <Text style={styles.lead}>{lead}</Text>
        {why && <Text style={styles.line}>{why}</Text>}
        {copyParts(copy.content).map(({ heading, lines, parts = [] }) => (
          <View key={heading} {...inOutline(heading)}>
            <Text style={styles.heading} minPresenceAhead={40}>
              {heading}
            </Text>
            {lines.map((line, place) => (
              <Line key={place} line={line} />
            ))}
            {parts.map((inner, at) => (
              <View key={at}>
                <Text style={styles.inner} minPresenceAhead={30}>
                  {inner.heading}
                </Text>
                {inner.lines.map((line, place) => (
                  <Line key={place} line={line} />
                ))}
              </View>
            ))}
          </View>
        ))}
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => `${copy.planName}, page ${pageNumber} of ${totalPages}`}
        />
      </Page>
    </Document>
  )
}

/** The written copy of a plan as a PDF: title, language and an outline of its headings for those who listen to it (P29). */
export const planPdf = (copy: WrittenCopy): Promise<Buffer> => renderToBuffer(<PlanPdf copy={copy} />)
