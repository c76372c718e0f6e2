import { useEffect, type ReactNode } from 'react';
import { Icon } from '../shell/icons.js';
import { Link } from '../shell/navigation.js';
import { ScrollTable } from '../shell/scroll-table.js';
import { useTexts } from '../text/use-texts.js';
import './office.css';

/** The window's title while a page is shown. */
export function useTitle(title: string): void {
  const { text } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${text.app.name}`;
  }, [title, text]);
}

/** The way back to the list that a page belongs to. */
export function BackTo({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <p className="crumbs">
      <Link href={href}>
        <Icon name="back" />
        {children}
      </Link>
    </p>
  );
}

interface PersonHeadProps {
  readonly name: string;
  readonly facts: readonly (string | null)[];
  /** Why somebody is not there today; absent: they are. */
  readonly away?: string | undefined;
  readonly acts: ReactNode;
}

/** Whom a page is about, with what can be recorded of them. */
export function PersonHead({ name, facts, away, acts }: PersonHeadProps) {
  return (
    <div className="card-head">
      <div>
        <h1>{name}</h1>
        <p className="soft">
          {facts.filter(Boolean).join(' · ')}
          {away !== undefined && <span className="tag warn">{away}</span>}
        </p>
      </div>
      <div className="entry-acts">{acts}</div>
    </div>
  );
}

interface OfficeTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** Rows. */
  readonly children: ReactNode;
}

/** A table as wide as its page, which scrolls by itself where it is wider. */
export function OfficeTable({ label, heads, children }: OfficeTableProps) {
  return (
    <ScrollTable {...{ label, heads }} frame="panel office-scroll" table="office-table">
      <tbody>{children}</tbody>
    </ScrollTable>
  );
}
