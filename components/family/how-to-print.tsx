import { PrintButton } from './print-button'

/** A button for who has JavaScript, and words for everybody. */
export function HowToPrint({ what = 'the plan' }: { what?: string }) {
  return (
    <div className="noprint">
      <PrintButton>{`Print ${what}`}</PrintButton>
      <p className="soft">
        To print, use Print in the menu of your browser. To keep a copy as a file, choose “Save as PDF” where
        it asks for a printer. On a phone, Print is under Share.
      </p>
    </div>
  )
}
