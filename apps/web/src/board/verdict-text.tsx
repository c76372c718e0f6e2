import type { BrokenRuleView, PriceView, VerdictView } from '#contracts';
import { Icon } from '../shell/icons.js';
import { adviceWords, priceTexts, ruleTexts } from '../text/advice-texts.js';
import type { Texts } from '../text/use-texts.js';
import { useTexts } from '../text/use-texts.js';
import { ruleSource } from '../text/rule-sources.js';
import { ruleWords } from '../text/rules.js';

/** How many other visits a verdict names. */
const OTHERS = 4;

/** A verdict in words: may it be, what forbids it and where that stands, what it costs, who else moves. */
export function VerdictText({ verdict, visit }: { readonly verdict: VerdictView; readonly visit: string }) {
  const { language, format, fill } = useTexts();
  const others = verdict.shifted.filter((shifted) => shifted.visit !== visit && shifted.after !== null);
  return (
    <div className={`verdict verdict-${verdict.verdict}`}>
      <p className="verdict-head">
        <Icon name={verdict.verdict === 'refused' ? 'close' : verdict.verdict === 'allowed' ? 'done' : 'warn'} />
        <strong>{adviceWords[verdict.verdict][language]}</strong>
        <span className="soft">
          {fill(adviceWords.costs[language], { delta: signed(format.number(verdict.costDelta), verdict.costDelta) })}
          {' · '}
          {fill(adviceWords.travel[language], {
            delta: signed(format.duration(Math.abs(verdict.travelDelta)), verdict.travelDelta, true),
          })}
        </span>
      </p>
      <ul>
        {verdict.rules.map((rule, i) => (
          <Rule key={i} rule={rule} />
        ))}
        {verdict.wishes.map((wish) => (
          <Wish key={wish.name} wish={wish} />
        ))}
      </ul>
      {others.length > 0 && (
        <p className="small">
          {adviceWords.others[language]}{' '}
          {others
            .slice(0, OTHERS)
            .map(
              ({ client, before, after }) =>
                `${client} ${before ? `${format.time(before.start)} → ` : ''}${format.time(after?.start ?? '')}`,
            )
            .join('; ')}
          {others.length > OTHERS && ` +${others.length - OTHERS}`}
        </p>
      )}
    </div>
  );
}

function Rule({ rule }: { readonly rule: BrokenRuleView }) {
  const { language, text } = useTexts();
  const texts = useTexts();
  const behind = rule.rule === null ? null : ruleWords(language, text, rule.rule, '');
  return (
    <li>
      {ruleSentence(texts, rule)}
      {behind?.pair && ` ${behind.pair}${behind.asks === null ? '' : `: ${behind.asks}`}.`}
      {rule.source !== '' && (
        <span className="soft small">
          {' '}
          {texts.fill(adviceWords.source[language], { source: ruleSource(language, rule.source) })}
        </span>
      )}
    </li>
  );
}

/** One rule as a sentence, figures as the language writes them. */
export function ruleSentence(
  { language, format, fill }: Pick<Texts, 'language' | 'format' | 'fill'>,
  rule: BrokenRuleView,
): string {
  if (rule.words !== null) return format.sentence(rule.words[language]);
  const figure = (value: BrokenRuleView['found']): string => {
    if (value === null) return '';
    return typeof value === 'string' ? format.time(value) : format.duration(value);
  };
  const { client, staff, skill, pin, code, found, allowed } = rule;
  return fill((ruleTexts[code] ?? ruleTexts['other'])[language], {
    ...{ client: client ?? '', staff: staff ?? '', skill: skill ?? '', code, by: pin?.by ?? '', reason: pin?.reason ?? '' },
    ...{ found: figure(found), allowed: figure(allowed) },
  });
}

function Wish({ wish }: { readonly wish: PriceView }) {
  const { language, format, fill } = useTexts();
  return <li>{wishSentence({ language, format, fill }, wish)}</li>;
}

/** A wish with its price before and after. */
export function wishSentence(
  { language, format, fill }: Pick<Texts, 'language' | 'format' | 'fill'>,
  { name, before, after }: PriceView,
): string {
  const named = priceTexts[name]?.[language] ?? name;
  return fill(adviceWords.wish[language], { name: named, before: format.number(before), after: format.number(after) });
}

/** A difference with its sign; `absolute` figures carry none of their own. */
export function signed(written: string, value: number, absolute = false): string {
  if (value > 0) return `+${written}`;
  return value < 0 && absolute ? `−${written}` : written;
}
