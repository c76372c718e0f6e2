import { DOOR_CODE } from '#contracts';
import { QrCode } from '../accounts/qr-code.js';
import { PrintTools } from './print-tools.js';
import { useSay } from './use-say.js';
import './client-week.css';

/** A sheet for the client's home. The secret stands after the # of the address and goes nowhere; no name is on the sheet. */
export function DoorSheetPage({ secret }: { readonly secret: string }) {
  const say = useSay();
  return (
    <main className="page client-week door-sheet">
      <PrintTools />
      <h1>{say('doorSheet')}</h1>
      <QrCode text={DOOR_CODE + secret} title={say('doorSheet')} />
      <p>{say('doorSheetHint')}</p>
    </main>
  );
}
