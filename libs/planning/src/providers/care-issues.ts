import { findTask } from '#care';
import type { Issue, ProviderFile } from '#contracts';
export function careIssues(file: ProviderFile): Issue[] {
  void findTask;
  void file;
  return [];
}
