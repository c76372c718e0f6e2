import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Its place in the address: `#home`. */
  readonly id: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of a page, with what can be done about it. */
export function Card({ title, id, acts, children }: Props) {
  return (
    <section className="panel card" id={id} aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {acts}
      </div>
      {children}
    </section>
  );
}
