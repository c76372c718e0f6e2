import { NOT_DONE_REASONS, type MyVisitView } from '#contracts';
import { useState } from 'react';
import { FunderMark } from '../board/funder-mark.js';
import { notDoneTexts } from '../text/phone-texts.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { AllDone } from './check-button.js';
import { newEvent } from './new-entry.js';
import type { Outbox } from './use-outbox.js';
import { useSay } from './use-say.js';
import type { VisitState } from './visit-state.js';

interface TaskListProps {
  readonly visit: MyVisitView;
  readonly state: VisitState;
  readonly outbox: Outbox;
  readonly account: string;
  readonly locked: boolean;
}

/** Tasks in their planned order under who pays for them, each done or not, with the reason. */
export function TaskList({ visit, state, outbox, account, locked }: TaskListProps) {
  const say = useSay();
  const { language } = useTexts();
  const [asking, setAsking] = useState<string | null>(null);
  const tell = (task: string, reason?: string): void => {
    setAsking(null);
    const kind = reason === undefined ? 'task_done' : 'task_not_done';
    void outbox.add(newEvent(account, { visit: visit.visit, kind, task, ...(reason && { reason }) }));
  };
  return (
    <section className="phone-card">
      <h2>
        {say('tasks')} <FunderMark funder={visit.funder} />
      </h2>
      <ol className="phone-tasks">
        {visit.tasks.map((task) => {
          const known = state.tasks.get(task);
          const name = taskName(language, task);
          return (
            <li key={task}>
              <p className="phone-task">{name}</p>
              {task === 'WINDOW' && <p className="with-warning">{say('windows')}</p>}
              {known && !known.done && (
                <p className="soft">{say(notDoneTexts[known.reason as keyof typeof notDoneTexts] ?? 'notDone')}</p>
              )}
              {!locked && (
                <div className="phone-choice" role="group" aria-label={name}>
                  <button type="button" className="button" aria-pressed={known?.done === true} onClick={() => tell(task)}>
                    {say('done')}
                  </button>
                  <button type="button" className="button" aria-pressed={known?.done === false} onClick={() => setAsking(task)}>
                    {say('notDone')}
                  </button>
                </div>
              )}
              {asking === task && (
                <div className="phone-ask" role="group" aria-label={say('whyNot')}>
                  <p>
                    <strong>{say('whyNot')}</strong>
                  </p>
                  {NOT_DONE_REASONS.map((reason) => (
                    <button key={reason} type="button" className="button wide" onClick={() => tell(task, reason)}>
                      {say(notDoneTexts[reason])}
                    </button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {!locked && <AllDone {...{ visit, state, outbox, account }} />}
    </section>
  );
}
