import { useState } from 'react';
import { useFollowing } from '../api/shaping.js';
import { Link } from '../shell/navigation.js';
import { shapingWords as words } from '../text/shaping-texts.js';
import { useTexts } from '../text/use-texts.js';

/** What plans do about what has just been recorded: being recomputed, a draft to look at, or nothing. */
export function PlansFollow({ day }: { readonly day?: string }) {
  const { language, format, fill } = useTexts();
  const following = useFollowing(day).data;
  const [watched, setWatched] = useState(false);
  if (!following) return null;
  const { followed, draft } = following;
  if (!followed && !watched) setWatched(true);
  // That nothing changed is news only to somebody who saw it begin.
  if (followed && draft === null && !watched) return null;
  return (
    <p className="panel card" role="status">
      {!followed && words.recomputing[language]}
      {followed && draft === null && words.unchanged[language]}
      {followed && draft !== null && (
        <>
          {fill(words.ready[language], { days: format.days(draft.from, draft.to) })}{' '}
          <Link href={`/plans/${draft.id}`}>{words.see[language]}</Link>
        </>
      )}
    </p>
  );
}
