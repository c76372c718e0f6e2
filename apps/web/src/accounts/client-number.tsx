import { useWords } from './words.js';

interface Props {
  readonly value: string;
  readonly change: (value: string) => void;
}

/** The number of a client, as the provider gave it: who looks after the records need not see names. */
export function ClientNumber({ value, change }: Props) {
  const { say } = useWords();
  return (
    <label className="field">
      <span>{say('clientNumber')}</span>
      <input value={value} maxLength={60} onChange={(event) => change(event.target.value)} />
    </label>
  );
}
