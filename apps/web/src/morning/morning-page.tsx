import type { PlanSummary, RepairProfile, RepairView } from '#contracts';
import { useState } from 'react';
import { useApplyRepair, useRepairs } from '../api/morning.js';
import { usePlans } from '../api/plans.js';
import { useProvider } from '../api/session.js';
import { ApiFailure } from '../api/client.js';
import { Failed, failureText, Waiting } from '../shell/states.js';
import { navigate } from '../shell/navigation.js';
import { morningWords } from '../text/morning-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Repair } from './repair.js';
import { Who } from './who.js';
import './morning.css';

/** The day is upset: by what, three ways to repair it, and one of them chosen. */
export function MorningPage() {
  const provider = useProvider();
  const plans = usePlans();
  if (provider.isPending || plans.isPending) return <Waiting rows={4} kind="plan" />;
  if (provider.isError) return <Failed failure={provider.error} retry={() => void provider.refetch()} />;
  return <Morning first={nextDay(plans.data ?? [], provider.data.today)} />;
}

/** Today if it has a published plan, else the next day that has one. */
function nextDay(plans: readonly PlanSummary[], today: string): string {
  const days = plans
    .filter(({ status, to }) => status === 'published' && to >= today)
    .map(({ from }) => (from > today ? from : today))
    .sort();
  return days[0] ?? today;
}

function Morning({ first }: { readonly first: string }) {
  const { text, language } = useTexts();
  const [date, setDate] = useState(first);
  const repairs = useRepairs();
  const apply = useApplyRepair(date);
  const choose = ({ profile, fingerprint }: RepairView): void =>
    apply.mutate({ profile, fingerprint }, { onSuccess: ({ plan }) => navigate(`/plans/${plan}`) });
  const failure = repairs.error ?? apply.error;
  const stale = failure instanceof ApiFailure && failure.problem?.code === 'proposal.stale';
  return (
    <div className="morning">
      <h1>{morningWords.title[language]}</h1>
      <p className="soft">{morningWords.about[language]}</p>
      <Who
        key={date}
        date={date}
        setDate={(to) => {
          repairs.reset();
          setDate(to);
        }}
        busy={repairs.isPending}
        find={(happening) => repairs.mutate({ date, ...happening })}
      />
      {failure !== null && (
        <p className="form-error" role="alert">
          {stale ? morningWords.stale[language] : failureText(text, failure)}
        </p>
      )}
      {repairs.isPending && <p role="status">{morningWords.finding[language]}</p>}
      {repairs.data?.repairs.length === 0 && <p role="status">{morningWords.none[language]}</p>}
      <div className="repairs-grid">
        {different(repairs.data?.repairs ?? []).map(([repair, also]) => (
          <Repair key={repair.profile} repair={repair} also={also} busy={apply.isPending} choose={choose} />
        ))}
      </div>
    </div>
  );
}

/** Each repair once, with the profiles for which it is the best too. */
function different(repairs: readonly RepairView[]): readonly (readonly [RepairView, readonly RepairProfile[]])[] {
  const first = repairs.filter(({ fingerprint }, k) => repairs.findIndex((one) => one.fingerprint === fingerprint) === k);
  return first.map((repair) => {
    const same = repairs.filter((one) => one !== repair && one.fingerprint === repair.fingerprint);
    return [repair, same.map(({ profile }) => profile)] as const;
  });
}
