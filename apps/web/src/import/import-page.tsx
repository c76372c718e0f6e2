import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { fileType } from '../api/client.js';
import { templateAddress, useImport } from '../api/imports.js';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { Failed } from '../shell/states.js';
import { useTexts } from '../text/use-texts.js';
import { Counts } from './counts.js';
import { Issues } from './issues.js';
import './import.css';

/** The way in for a provider's own data: check a file, see every mistake, write it when there is none. */
export function ImportPage() {
  const { text } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const send = useImport();
  useEffect(() => {
    document.title = `${text.import.title} · ${text.app.name}`;
  }, [text]);
  const choose = (chosen: File) => {
    setFile(chosen);
    send.reset();
    if (isKnown(chosen)) send.mutate({ file: chosen, dryRun: true });
  };
  const outcome = send.data;
  const wrote = outcome?.kind === 'fine' && !outcome.view.dryRun;
  return (
    <div className="import-page">
      <h1>{text.import.title}</h1>
      <p className="lead">{text.import.lead}</p>
      <div className="import-top">
        <FileDrop file={file} choose={choose} busy={send.isPending} />
        <Steps />
      </div>
      <div className="import-outcome" aria-live="polite">
        {file && !isKnown(file) && <p className="form-error">{text.import.wrongKind}</p>}
        {send.isPending && <p className="import-busy">{send.variables.dryRun ? text.import.checking : text.import.writing}</p>}
        {send.isError && <Failed failure={send.error} retry={() => send.mutate(send.variables)} />}
        {outcome?.kind === 'fine' && (
          <>
            <p className="import-fine">
              <Icon name="done" />
              {wrote
                ? changesNothing(outcome.view.counts)
                  ? text.import.writtenNothing
                  : text.import.written
                : text.import.fine}
            </p>
            {!wrote && file && (
              <button type="button" className="button primary" onClick={() => send.mutate({ file, dryRun: false })}>
                {text.import.write}
              </button>
            )}
            {wrote && (
              <Link className="button primary" href="/">
                {text.app.toPlans}
              </Link>
            )}
          </>
        )}
      </div>
      {outcome?.kind === 'issues' && <Issues issues={outcome.issues} kind="issues" />}
      {outcome?.kind === 'fine' && outcome.view.warnings.length > 0 && <Issues issues={outcome.view.warnings} kind="warnings" />}
      {outcome?.kind === 'fine' && <Counts counts={outcome.view.counts} />}
    </div>
  );
}

function isKnown(file: File): boolean {
  return fileType(file.name) !== 'application/octet-stream';
}

function changesNothing(counts: Readonly<Record<string, { readonly created: number; readonly changed: number }>>): boolean {
  return Object.values(counts).every(({ created, changed }) => created + changed === 0);
}

function Steps() {
  const { text } = useTexts();
  return (
    <section className="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{text.import.steps}</h2>
      <ol>
        <li>{text.import.step1}</li>
        <li>{text.import.step2}</li>
        <li>{text.import.step3}</li>
      </ol>
      <a className="button" href={templateAddress} download>
        <Icon name="save" />
        {text.import.template}
      </a>
      <p className="soft small">{text.import.templateHint}</p>
    </section>
  );
}

interface FileDropProps {
  readonly file: File | null;
  readonly choose: (file: File) => void;
  readonly busy: boolean;
}

/** A place to drop a file, with a button that opens the browser's own choice for everybody who does not drag. */
function FileDrop({ file, choose, busy }: FileDropProps) {
  const { text, format } = useTexts();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !busy) choose(dropped);
  };
  return (
    <div
      className={over ? 'drop panel drop-over' : 'drop panel'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="load" />
      {file ? (
        <p>
          <span className="soft">{text.import.chosen}: </span>
          <strong>{file.name}</strong> <span className="soft">{format.number(Math.ceil(file.size / 1024))} kB</span>
        </p>
      ) : (
        <p>{text.import.drop}</p>
      )}
      <button type="button" className="button" disabled={busy} aria-describedby={hintId} onClick={() => input.current?.click()}>
        {file ? text.import.change : text.import.chooseFile}
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.zip,.json"
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          // The same file, mended and chosen again, must count as a choice.
          event.target.value = '';
          if (chosen) choose(chosen);
        }}
      />
      <p className="soft small" id={hintId}>
        {text.import.formats}
      </p>
    </div>
  );
}
