import type { StaffListItem } from '#contracts';
import { useMemo, useState } from 'react';
import { useProvider } from '../api/session.js';
import { useStaff } from '../api/staff.js';
import { plain } from '../clients/clients-page.js';
import { OfficeTable, useTitle } from '../clients/office-parts.js';
import { Link } from '../shell/navigation.js';
import { Empty, Failed, Waiting } from '../shell/states.js';
import { professionName } from '../text/names.js';
import { officeWords } from '../text/office-texts.js';
import { staffWords } from '../text/staff-texts.js';
import { useTexts } from '../text/use-texts.js';

/** Every member of staff, to be found by name, number or profession. */
export function StaffListPage() {
  const { text, language, format } = useTexts();
  const staff = useStaff();
  const [search, setSearch] = useState('');
  useTitle(staffWords.staff[language]);
  const found = useMemo(() => {
    const words = plain(search).split(/\s+/).filter(Boolean);
    return (staff.data ?? []).filter(({ name, id, professions, neighbourhood }) => {
      const theirs = professions.map((one) => professionName(text, one));
      const whole = plain([name, id, neighbourhood, ...theirs].join(' '));
      return words.every((word) => whole.includes(word));
    });
  }, [staff.data, search, text]);
  return (
    <div className="office">
      <h1>{staffWords.staff[language]}</h1>
      <div className="office-filters">
        <label className="field">
          <span>{officeWords.search[language]}</span>
          <input
            type="search"
            value={search}
            placeholder={staffWords.searchHint[language]}
            onChange={({ target }) => setSearch(target.value)}
          />
        </label>
        <p className="soft" role="status">
          {staff.data && `${format.number(found.length)} / ${format.number(staff.data.length)}`}
        </p>
      </div>
      {staff.isPending && <Waiting rows={10} kind="rows" />}
      {staff.isError && !staff.data && <Failed failure={staff.error} retry={() => void staff.refetch()} />}
      {staff.data && found.length === 0 && <Empty icon="search" title={staffWords.noMatch[language]} />}
      {found.length > 0 && <Table staff={found} />}
    </div>
  );
}

function Table({ staff }: { readonly staff: readonly StaffListItem[] }) {
  const { language } = useTexts();
  const today = useProvider().data?.today ?? '';
  const heads = [
    ...[officeWords.name, officeWords.number, staffWords.profession, officeWords.languages],
    ...[staffWords.mode, staffWords.contract, staffWords.firstEnd],
  ];
  return (
    <OfficeTable label={staffWords.staff[language]} heads={heads.map((head) => head[language])}>
      {staff.map((member) => (
        <Row key={member.id} member={member} today={today} />
      ))}
    </OfficeTable>
  );
}

function Row({ member, today }: { readonly member: StaffListItem; readonly today: string }) {
  const { text, language, format } = useTexts();
  const { id, name, professions, languages, mode, contractMinutesPerWeek, employed, absent, qualificationEnds } = member;
  return (
    <tr>
      <th scope="row">
        <Link href={`/staff/${encodeURIComponent(id)}`}>{name}</Link>
        {!employed && <span className="tag">{staffWords.notEmployed[language]}</span>}
        {employed && absent && <span className="tag warn">{staffWords.absentToday[language]}</span>}
      </th>
      <td>{id}</td>
      <td>{professions.map((one) => professionName(text, one)).join(', ')}</td>
      <td>{languages.join(', ')}</td>
      <td>{modeName(text.mode, mode)}</td>
      <td>{format.duration(contractMinutesPerWeek * 60)}</td>
      <td>
        {qualificationEnds === null ? (
          <span className="soft">–</span>
        ) : (
          <span className={qualificationEnds < today ? 'tag bad' : undefined}>{format.day(qualificationEnds, 'medium')}</span>
        )}
      </td>
    </tr>
  );
}

/** How somebody gets about, in words; a code the page does not know stays a code. */
export function modeName(words: Readonly<Record<string, string>>, mode: string): string {
  return words[mode] ?? mode;
}
