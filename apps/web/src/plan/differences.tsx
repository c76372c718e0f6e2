import type { DifferenceView, PlanSummary } from '#contracts';
import { useDifferences } from '../api/replans.js';
import { Failed, Waiting } from '../shell/states.js';
import { causeTexts, changeTexts, effectTexts, replanWords } from '../text/replan-texts.js';
import { useTexts } from '../text/use-texts.js';
import './differences.css';

/** Visit by visit what a recomputed draft changes, and why; nothing for a plan made from scratch. */
export function Differences({ plan }: { readonly plan: PlanSummary }) {
  return plan.basedOn === null ? null : <Listed plan={plan} />;
}

function Listed({ plan }: { readonly plan: PlanSummary }) {
  const { language } = useTexts();
  const differences = useDifferences(plan.id);
  const head = (['date', 'client', 'effect', 'before', 'after', 'reason'] as const).map((name) => (
    <th key={name} scope="col">
      {replanWords[name][language]}
    </th>
  ));
  return (
    <section className="differences panel" aria-labelledby="differences">
      <h2 id="differences">{replanWords.differences[language]}</h2>
      <p className="soft">{replanWords.basis[language]}</p>
      {differences.isPending && <Waiting rows={3} kind="plan" />}
      {differences.isError && <Failed failure={differences.error} retry={() => void differences.refetch()} />}
      {differences.data && (
        <div className="differences-scroll" tabIndex={0} role="region" aria-labelledby="differences">
          <table>
            <thead>
              <tr>{head}</tr>
            </thead>
            <tbody>
              {differences.data.map((difference) => (
                <Row key={difference.visit} difference={difference} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ difference }: { readonly difference: DifferenceView }) {
  const { language, format, fill } = useTexts();
  const { client, date, effect, cause, change, before, after } = difference;
  const place = (placement: DifferenceView['before']) =>
    placement === null ? '–' : `${format.time(placement.start)} ${placement.staff.join(', ')}`;
  const happened = change === null ? '' : changeTexts[change.kind][language];
  const whose = change?.staff ?? '';
  return (
    <tr className={effect === 'unserved' ? 'is-lost' : undefined}>
      <td>{format.day(date, 'tab')}</td>
      <td>{client}</td>
      <td>{effectTexts[effect][language]}</td>
      <td>{place(before)}</td>
      <td>{place(after)}</td>
      <td>
        {fill(causeTexts[cause][language], { change: happened })}
        {whose !== '' && ` (${whose})`}
      </td>
    </tr>
  );
}
