import { findTask, refusalsOf } from '#care';
import type { Issue, ProviderFile } from '#contracts';

/** What the rules of care say against a file that is sound in itself: tasks somebody else's profession must do (S004, S017-S029). */
export function careIssues(file: ProviderFile): Issue[] {
  return file.patterns.flatMap(({ id, tasks, profession }, index) => {
    const path = `patterns[${index}].tasks`;
    const unknown = tasks.filter((code) => !findTask(code));
    const known = tasks.filter((code) => findTask(code));
    return [
      ...unknown.map((code) => issueOf('task.unknown', path, code, `Pattern ${id}: there is no such task.`)),
      ...refusalsOf(profession, known).map(({ reason }) =>
        issueOf('task.profession', path, profession, `Pattern ${id}: ${reason.en} Change the profession or the tasks.`),
      ),
    ];
  });
}

function issueOf(code: 'task.unknown' | 'task.profession', path: string, value: string, message: string): Issue {
  const allowed = code === 'task.unknown' ? 'a code of the task catalogue' : 'a profession that does every task of the visit';
  return { code, path, value, allowed, message };
}
