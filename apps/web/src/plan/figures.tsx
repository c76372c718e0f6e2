import type { PlanSummary } from '#contracts';
import { useTexts } from '../text/use-texts.js';
import './figures.css';

type PlanFigures = NonNullable<PlanSummary['figures']>;

/** A plan in numbers. */
export function Figures({ figures }: { readonly figures: PlanFigures }) {
  const { text, fill, count, format } = useTexts();
  const worked = figures.serviceSeconds + figures.travelSeconds + figures.waitingSeconds;
  const ofWork = (seconds: number) => fill(text.plan.share, { percent: format.percent(worked > 0 ? seconds / worked : 0) });
  return (
    <section className="figures" aria-label={text.plan.figures}>
      <dl>
        <Figure
          name={text.plan.served}
          value={format.number(figures.served)}
          unit={fill(text.plan.servedOf, { n: format.number(figures.visits) })}
          hint={`${format.percent(figures.visits > 0 ? figures.served / figures.visits : 1)} · ${count(text.plan.routes, figures.routes)}`}
        />
        <Figure
          name={text.plan.service}
          value={format.hours(figures.serviceSeconds)}
          unit={text.unit.h}
          hint={ofWork(figures.serviceSeconds)}
        />
        <Figure
          name={text.plan.travel}
          value={format.hours(figures.travelSeconds)}
          unit={text.unit.h}
          hint={ofWork(figures.travelSeconds)}
        />
        <Figure
          name={text.plan.waiting}
          value={format.hours(figures.waitingSeconds)}
          unit={text.unit.h}
          hint={ofWork(figures.waitingSeconds)}
        />
        <Figure name={text.plan.joint} value={format.number(figures.jointVisits)} hint={text.plan.jointHint} />
        <Figure name={text.plan.conflicts} value={format.number(figures.conflictsAvoided)} hint={text.plan.conflictsHint} />
        <Figure name={text.plan.cost} value={format.short(figures.cost)} hint={text.plan.costHint} />
        <Funders seconds={figures.secondsByFunder} />
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly hint: string;
}

function Figure({ name, value, unit, hint }: FigureProps) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <span className="figure-value">
          {value}
          {unit && <small> {unit}</small>}
        </span>
        <span className="soft small">{hint}</span>
      </dd>
    </div>
  );
}

const funders = ['municipality', 'state', 'client'] as const;

function Funders({ seconds }: { readonly seconds: PlanFigures['secondsByFunder'] }) {
  const { text, format } = useTexts();
  const total = Math.max(1, seconds.municipality + seconds.state + seconds.client);
  return (
    <div className="figure funders">
      <dt>{text.plan.funders}</dt>
      <dd>
        <span className="funders-bar" aria-hidden="true">
          {funders.map((funder) => (
            <span key={funder} data-funder={funder} style={{ width: `${(seconds[funder] / total) * 100}%` }} />
          ))}
        </span>
        <ul>
          {funders.map((funder) => (
            <li key={funder}>
              <span className="swatch" data-funder={funder} aria-hidden="true" />
              {text.funder[funder]}
              <strong>
                {format.hours(seconds[funder])} {text.unit.h}
              </strong>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
