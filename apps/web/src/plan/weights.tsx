import type { PlanWeights, WeightProfileView } from '#contracts';
import { useState, type FormEvent } from 'react';
import { useDropProfile, useProfiles, useSaveProfile } from '../api/compare.js';
import { failureText } from '../shell/states.js';
import { profileNames, weightDegrees, weightsWords, weightTexts } from '../text/weights-texts.js';
import { useTexts } from '../text/use-texts.js';

/** The profile that needs no naming. */
export const USUAL = 'usual';

interface WeightsProps {
  readonly profile: string;
  readonly choose: (profile: string) => void;
}

/** What a plan is weighed by: a profile by its name, or one of one's own. */
export function Weights({ profile, choose }: WeightsProps) {
  const { language } = useTexts();
  const profiles = useProfiles();
  const chosen = profiles.data?.find(({ id }) => id === profile);
  return (
    <>
      <label className="field">
        <span>{weightsWords.profile[language]}</span>
        <select value={profile} onChange={(event) => choose(event.target.value)}>
          {profiles.data === undefined && <option value={USUAL}>{profileNames[USUAL][language]}</option>}
          {profiles.data?.map(({ id, name, own }) => (
            <option key={id} value={id}>
              {own ? name : profileNames[id][language]}
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>{weightsWords.edit[language]}</summary>
        {chosen && <Editor key={chosen.id} chosen={chosen} choose={choose} />}
      </details>
    </>
  );
}

interface EditorProps {
  readonly chosen: WeightProfileView;
  readonly choose: (profile: string) => void;
}

function Editor({ chosen, choose }: EditorProps) {
  const { text, language } = useTexts();
  const [name, setName] = useState(chosen.own ? chosen.name : '');
  const [weights, setWeights] = useState<PlanWeights>(chosen.weights);
  const save = useSaveProfile();
  const drop = useDropProfile();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ name: name.trim(), weights }, { onSuccess: ({ id }) => choose(id) });
  };
  return (
    <form className="weights-form" onSubmit={submit}>
      {(Object.keys(weightTexts) as (keyof PlanWeights)[]).map((what) => (
        <label key={what} className="field">
          <span>{weightTexts[what][language]}</span>
          <select value={weights[what]} onChange={(event) => setWeights({ ...weights, [what]: Number(event.target.value) })}>
            {weightDegrees.map((degree, n) => (
              <option key={n} value={n}>
                {degree[language]}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="field">
        <span>{weightsWords.name[language]}</span>
        <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <div className="plan-acts">
        <button type="submit" className="button" disabled={save.isPending || name.trim() === ''}>
          {weightsWords.save[language]}
        </button>
        {chosen.own && (
          <button
            type="button"
            className="button quiet"
            onClick={() => drop.mutate(chosen.id, { onSuccess: () => choose(USUAL) })}
          >
            {weightsWords.drop[language]}
          </button>
        )}
      </div>
      {save.isError && (
        <p className="form-error" role="alert">
          {failureText(text, save.error)}
        </p>
      )}
    </form>
  );
}
