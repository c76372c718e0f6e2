import type { ImportView } from '#contracts';
import { sheetName } from '../text/names.js';
import { useTexts } from '../text/use-texts.js';

/** What a file adds and changes, by sheet; sheets without rows are left out. */
export function Counts({ counts }: { readonly counts: ImportView['counts'] }) {
  const { text, format } = useTexts();
  const rows = Object.entries(counts).filter(([, { created, changed, unchanged }]) => created + changed + unchanged > 0);
  return (
    <table className="counts panel">
      <caption>{text.import.counts}</caption>
      <thead>
        <tr>
          <th scope="col">{text.import.sheet}</th>
          <th scope="col">{text.import.created}</th>
          <th scope="col">{text.import.changed}</th>
          <th scope="col">{text.import.unchanged}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([list, row]) => (
          <tr key={list}>
            <th scope="row">{sheetName(text, list)}</th>
            {[row.created, row.changed, row.unchanged].map((n, i) => (
              <td key={i} className={n === 0 ? 'soft' : undefined}>
                {format.number(n)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
