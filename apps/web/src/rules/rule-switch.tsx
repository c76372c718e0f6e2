import type { RuleChangeOrder, RuleView } from '#contracts';
import { useChangeRule } from '../api/rules.js';
import type { Entered, Field } from '../changes/fields.js';
import type { Language } from '../text/language.js';
import { ruleWordsOfPage as words } from '../text/rule-page-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ChangeDialog } from './change-dialog.js';

interface Props {
  readonly rule: RuleView;
  /** For whom; empty: for all. */
  readonly client: string;
  readonly name: string;
}

/** What can be done to a rule: switched off, bound otherwise, other gaps, given back to the book; law stays as it is. */
export function RuleSwitch({ rule, client, name }: Props) {
  const { language } = useTexts();
  const { change, end } = useChangeRule();
  const { change: standing, bounds } = rule;
  if (bounds === null) return <span className="soft small"> {words.fixed[language]}</span>;
  return (
    <>
      {standing !== null && (
        <button type="button" className="button quiet small" disabled={end.isPending} onClick={() => end.mutate(standing)}>
          {words.giveBack[language]}
        </button>
      )}
      <ChangeDialog
        title={name}
        fields={fieldsOf(rule, bounds, language)}
        change={change}
        send={(values, done) => change.mutate({ ...orderOf(rule, client, values), seen: standing }, { onSuccess: done })}
      >
        {bounds.length > 0 && <p className="soft">{words.gapsNote[language]}</p>}
      </ChangeDialog>
    </>
  );
}

/** Minutes in a month: no gap is longer. */
const LONGEST_GAP = 31 * 24 * 60;

function fieldsOf({ severity, minGap, maxGap }: RuleView, bounds: readonly ('min' | 'max')[], language: Language): Field[] {
  const others = (['soft', 'hard'] as const).filter((one) => one !== severity);
  const now = { min: minGap, max: maxGap };
  const label = { min: words.minGap[language], max: words.maxGap[language] };
  const limits = { min: 0, max: LONGEST_GAP };
  return [
    {
      ...{ kind: 'choice', name: 'severity', label: words.severity[language], value: bounds.length > 0 ? '' : 'off' },
      options: [
        ...(bounds.length > 0 ? [['', words.sameSeverity[language]] as const] : []),
        ['off', words.switchOff[language]],
        ...others.map((one) => [one, words[one][language]] as const),
      ],
    },
    ...bounds.map((bound): Field => {
      return { kind: 'number', name: `gaps.${bound}`, label: label[bound], value: String(now[bound] ?? ''), ...limits };
    }),
  ];
}

/** Gaps that stay as they are in force are the book's, or those of the change that stands: they are told once more. */
function orderOf({ id, minGap, maxGap, change, bounds }: RuleView, client: string, values: Entered): RuleChangeOrder {
  const { severity = '', reason = '' } = values;
  const whose = { rule: id, client: client === '' ? null : client, reason };
  if (severity === 'off') return { ...whose, off: true, severity: null, gaps: null };
  const minutes = (bound: 'min' | 'max'): number | null => {
    const entered = values[`gaps.${bound}`] ?? '';
    return entered === '' ? null : Number(entered);
  };
  const gaps = { min: minutes('min'), max: minutes('max') };
  const other = bounds !== null && bounds.length > 0 && (change !== null || gaps.min !== minGap || gaps.max !== maxGap);
  return {
    ...{ ...whose, off: false, gaps: other ? gaps : null },
    severity: severity === 'hard' || severity === 'soft' ? severity : null,
  };
}
