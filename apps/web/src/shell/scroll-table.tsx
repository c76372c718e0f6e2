import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly heads: readonly string[];
  /** Classes of the frame that scrolls, and of the table in it. */
  readonly frame: string;
  readonly table?: string;
  /** `group` where what stands around it is a region of the same name. */
  readonly role?: 'region' | 'group';
  /** The bodies: `tbody`, one or several. */
  readonly children: ReactNode;
}

/** A table with a row of heads that scrolls by itself, by keyboard too, where it is wider than its page. */
export function ScrollTable({ label, heads, frame, table, role = 'region', children }: Props) {
  return (
    <div className={frame} tabIndex={0} role={role} aria-label={label}>
      <table className={table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
