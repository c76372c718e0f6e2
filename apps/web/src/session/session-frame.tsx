import { useEffect, type ReactNode } from 'react';
import { Icon } from '../shell/icons.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { useTexts } from '../text/use-texts.js';
import './session.css';

/** What stands around the forms of those who are not logged in. */
export function SessionFrame({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  const { text } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [title, text]);
  return (
    <main className="log-in">
      <div className="log-in-card">
        <p className="brand">
          <Icon name="mark" />
          <span>{text.app.name}</span>
        </p>
        {about !== undefined && <p className="soft">{about}</p>}
        <h1>{title}</h1>
        {children}
      </div>
      <LanguageSwitch />
    </main>
  );
}
