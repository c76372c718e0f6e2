import type { ChangeOrder, ClientDecisionView, ClientView } from '#contracts';
import { useState } from 'react';
import { useDecisionChecks } from '../api/clients.js';
import { ChangeButton } from '../changes/change-button.js';
import { decisionForms, newDecision, type FormPlace } from '../changes/forms.js';
import { changeWords } from '../text/change-texts.js';
import { decisionStates, officeWords } from '../text/office-texts.js';
import { shapingWords } from '../text/shaping-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';
import { ShapeDialog } from './shape-dialog.js';

const kinds = { suspended: 'suspend', reduced: 'reduce', shortened: 'shorten', ended: 'endNow' } as const;
const looks = { running: 'good', suspended: 'warn', coming: '', ended: '' } as const;

/** The municipality's decisions, the one in force first, with what can become of each. */
export function Decisions({ client, place }: { readonly client: ClientView; readonly place: FormPlace }) {
  const { language } = useTexts();
  return (
    <Card title={officeWords.decisions[language]} id="decisions">
      {client.decisions.length === 0 && <p className="soft">{officeWords.none[language]}</p>}
      <ul className="entries">
        {client.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} client={client} place={place} />
        ))}
      </ul>
    </Card>
  );
}

interface Props {
  readonly decision: ClientDecisionView;
  readonly client: ClientView;
  readonly place: FormPlace;
}

function Decision({ decision, client, place }: Props) {
  const { language, format, fill } = useTexts();
  const issues = useDecisionChecks(client.id).data?.find(({ id }) => id === decision.id)?.issues ?? [];
  const { number, state, validFrom, lastDay, grantedMinutes, grantedPer, careLevel, municipalityPercent, tasks, changes } =
    decision;
  const [shaped, setShaped] = useState<{ readonly decision: string; readonly from: string } | null>(null);
  // Other hours want other visits: whoever records them is shown which.
  const shapeAfter = (order: ChangeOrder): void => {
    if (order.kind === 'decision_reduced') setShaped({ decision: order.decision, from: laterOf(place.today, order.from) });
    if (order.kind === 'decision_made' && order.decision.grantedMinutes !== grantedMinutes)
      setShaped({ decision: order.decision.id, from: laterOf(place.today, order.decision.validFrom) });
  };
  const time = format.duration(grantedMinutes * 60);
  const facts = [
    fill(officeWords[grantedPer === 'week' ? 'perWeek' : 'perMonth'][language], { time }),
    careLevel !== null && fill(officeWords.level[language], { n: careLevel }),
    municipalityPercent !== null &&
      fill(officeWords.municipalityPays[language], { share: format.percent(municipalityPercent / 100) }),
  ].filter((fact) => fact !== false);
  return (
    <li>
      <div className="entry-head">
        <strong>{number}</strong>
        <span className={`tag ${looks[state]}`}>{decisionStates[state][language]}</span>
      </div>
      <p>
        {lastDay === null
          ? `${format.day(validFrom, 'medium')} – ${officeWords.openEnd[language]}`
          : format.days(validFrom, lastDay)}
      </p>
      <p>{facts.join(' · ')}</p>
      <p className="soft small">{tasks.map((task) => taskName(language, task)).join(', ')}</p>
      {state !== 'ended' &&
        issues.map(({ code, rule, severity, words }) => (
          <p key={code} className="small">
            <span className={`tag ${severity === 'hard' ? 'bad' : 'warn'}`}>{rule}</span> {format.sentence(words[language])}
          </p>
        ))}
      {changes.length > 0 && (
        <ul className="small">
          {changes.map(({ kind, from, to, grantedMinutes: minutes, reason }) => (
            <li key={`${kind} ${from}`}>
              {changeWords[kinds[kind]][language]}: {to === null ? format.day(from, 'medium') : format.days(from, to)}
              {minutes !== null && ` · ${format.duration(minutes * 60)}`}
              {reason !== null && ` · ${reason}`}
            </li>
          ))}
        </ul>
      )}
      {state !== 'ended' && (
        <div className="entry-acts">
          {decisionForms(place, decision).map((form) => (
            <ChangeButton key={form.title} form={form} recorded={shapeAfter} />
          ))}
          {decision.replacedBy === null && <ChangeButton form={newDecision(place, decision, client)} recorded={shapeAfter} />}
          {decision.form !== 'informal_carer' && (
            <button
              type="button"
              className="button quiet small"
              onClick={() => setShaped({ decision: decision.id, from: laterOf(place.today, validFrom) })}
            >
              {shapingWords.open[language]}
            </button>
          )}
        </div>
      )}
      {shaped && (
        <ShapeDialog {...shaped} patterns={client.patterns} accepted={() => setShaped(null)} close={() => setShaped(null)} />
      )}
    </li>
  );
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);
