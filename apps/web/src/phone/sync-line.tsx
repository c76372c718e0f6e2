import { useSyncExternalStore } from 'react';
import { useTexts } from '../text/use-texts.js';
import type { Told } from './use-mine.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';

function followConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

const useOnline = (): boolean => useSyncExternalStore(followConnection, () => navigator.onLine);

/** When a page's own data came, where they are not those of the day; said aloud when they may be old. */
export function Received({ told }: { readonly told: Told<unknown> }) {
  const say = useSay();
  const { format } = useTexts();
  const cut = !useOnline() || !told.fresh;
  return (
    <p className={cut ? 'sync sync-cut' : 'sync'}>
      {say(cut ? 'offline' : 'synced', { at: format.moment(new Date(told.at).toISOString()) })}
    </p>
  );
}

/** How fresh the day is and what is still on the phone only; nothing is called sent that is not. `told`: absent on pages that say it themselves. */
export function SyncLine({ outbox, told }: { readonly outbox: Outbox; readonly told?: Told<unknown> | undefined }) {
  const say = useSay();
  const { format } = useTexts();
  const online = useOnline();
  const waiting = outbox.entries.filter(({ refused }) => refused === null).length;
  const refused = outbox.entries.filter((entry) => entry.refused !== null);
  const cut = told !== undefined && (!online || !told.fresh);
  return (
    <div className="sync">
      <p role="status" className={cut ? 'sync-cut' : undefined}>
        {[
          told !== undefined && say(cut ? 'offline' : 'synced', { at: format.moment(new Date(told.at).toISOString()) }),
          waiting > 0 ? say('waiting', { n: waiting }) : outbox.known && say('allSent'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {refused.map((entry) => (
        <div key={entry.id} className="sync-refused" role="alert">
          <p>
            <strong>{say('refused', { n: 1 })}</strong> {entry.refused?.join(', ')}
          </p>
          <p>{say('refusedHint')}</p>
          <button type="button" className="button" onClick={() => void outbox.drop(entry.id)}>
            {say('toldOffice')}
          </button>
        </div>
      ))}
    </div>
  );
}
