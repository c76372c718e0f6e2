import { clockKind, type ClockView } from '#contracts';
import { useEffect } from 'react';
import { useClocks } from '../api/clients.js';
import { useProvider } from '../api/session.js';
import { navigate, useAddress } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { clockKinds, officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ClockList } from './clock-list.js';

/** Everything that ends or is due, overdue first; the address holds the kind that is shown. */
export function ClocksPage() {
  const { text, language } = useTexts();
  const clocks = useClocks();
  const today = useProvider().data?.today;
  const asked = useAddress().searchParams.get('kind');
  const kind = clockKind.options.find((one) => one === asked) ?? null;
  useEffect(() => {
    document.title = `${officeWords.clocks[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="office">
      <h1>{officeWords.clocks[language]}</h1>
      {clocks.data && <Kinds clocks={clocks.data} kind={kind} />}
      {clocks.isPending && <Waiting rows={10} kind="rows" />}
      {clocks.isError && !clocks.data && <Failed failure={clocks.error} retry={() => void clocks.refetch()} />}
      {clocks.data && today !== undefined && (
        <div className="panel">
          <ClockList clocks={clocks.data.filter((clock) => kind === null || clock.kind === kind)} today={today} />
        </div>
      )}
    </div>
  );
}

function Kinds({ clocks, kind }: { readonly clocks: readonly ClockView[]; readonly kind: ClockView['kind'] | null }) {
  const { language, format } = useTexts();
  const go = (one: ClockView['kind'] | null) => navigate(one === null ? '/clocks' : `/clocks?kind=${one}`, 'replace');
  const choice = (one: ClockView['kind'] | null, words: string, n: number) => (
    <button key={words} type="button" className="button small" aria-pressed={kind === one} onClick={() => go(one)}>
      {words} <span className="tag">{format.number(n)}</span>
    </button>
  );
  return (
    <div className="choices" role="group" aria-label={officeWords.what[language]}>
      {choice(null, officeWords.all[language], clocks.length)}
      {clockKind.options.map((one) =>
        choice(one, clockKinds[one][language], clocks.filter((clock) => clock.kind === one).length),
      )}
    </div>
  );
}
