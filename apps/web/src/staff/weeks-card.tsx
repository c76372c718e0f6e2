import type { StaffView, WorkdayView } from '#contracts';
import { Card } from '../clients/card.js';
import { Link } from '../shell/navigation.js';
import { ScrollTable } from '../shell/scroll-table.js';
import { ruleSource } from '../text/rule-sources.js';
import { officeWords } from '../text/office-texts.js';
import { staffWords, workdayStates } from '../text/staff-texts.js';
import { useTexts } from '../text/use-texts.js';

/** Shifts week by week, with the work and rest the plans in force make of them. */
export function Weeks({ member, today }: { readonly member: StaffView; readonly today: string }) {
  const { language } = useTexts();
  const heads = (['day', 'shift', 'plan', 'work', 'rest'] as const).map((head) => staffWords[head][language]);
  return (
    <Card title={staffWords.weeks[language]} id="weeks">
      <ScrollTable label={staffWords.weeks[language]} heads={heads} frame="office-scroll" table="office-table">
        {member.weeks.map((week) => (
          <Week key={week.from} week={week} contract={member.contractMinutesPerWeek} today={today} />
        ))}
      </ScrollTable>
    </Card>
  );
}

interface WeekProps {
  readonly week: StaffView['weeks'][number];
  readonly contract: number;
  readonly today: string;
}

function Week({ week, contract, today }: WeekProps) {
  const { language, format, fill } = useTexts();
  const time = (minutes: number): string => format.duration(minutes * 60);
  return (
    <tbody>
      <tr className="week-head">
        <th scope="rowgroup" colSpan={3}>
          {format.days(week.from, week.to)}
        </th>
        <td colSpan={2}>{fill(staffWords.ofContract[language], { time: time(week.workMinutes), contract: time(contract) })}</td>
      </tr>
      {week.days.length === 0 && (
        <tr>
          <td colSpan={5} className="soft">
            {staffWords.noShifts[language]}
          </td>
        </tr>
      )}
      {week.days.map((day) => (
        <Day key={`${day.date} ${day.start}`} day={day} today={today} />
      ))}
    </tbody>
  );
}

function Day({ day, today }: { readonly day: WorkdayView; readonly today: string }) {
  const { language, format, fill, count } = useTexts();
  const { date, start, end, breakMinutes, state, planned, workMinutes, restMinutes } = day;
  return (
    <tr className={date < today ? 'soft' : undefined}>
      <th scope="row">{format.day(date, 'tab')}</th>
      <td>
        {start}–{end}
        {breakMinutes > 0 && (
          <span className="soft small"> {fill(staffWords.breakOf[language], { time: format.duration(breakMinutes * 60) })}</span>
        )}
      </td>
      <td>
        {planned ? (
          <>
            <Link href={`/plans/${planned.plan}`}>
              {format.time(planned.from)}–{format.time(planned.to)}
            </Link>
            <span className="soft small"> {count(officeWords.visits[language], planned.visits)}</span>
          </>
        ) : (
          <span className={state === 'off' ? 'tag warn' : 'soft'}>{workdayStates[state][language]}</span>
        )}
      </td>
      <td>{workMinutes > 0 ? format.duration(workMinutes * 60) : <span className="soft">–</span>}</td>
      <td>{restMinutes === null ? <span className="soft">–</span> : format.duration(restMinutes * 60)}</td>
    </tr>
  );
}

/** What the law of working time says of their routes in the plans in force. */
export function Findings({ member: { findings } }: { readonly member: StaffView }) {
  const { language, format } = useTexts();
  return (
    <Card title={staffWords.law[language]} id="law">
      {findings.length === 0 && <p className="soft">{staffWords.lawful[language]}</p>}
      <ul className="entries">
        {findings.map(({ code, severity, from, to, words, source }) => (
          <li key={`${code} ${from} ${to}`}>
            <div className="entry-head">
              <strong>{format.days(from, to)}</strong>
              <span className={`tag ${severity === 'hard' ? 'bad' : 'warn'}`}>{ruleSource(language, source)}</span>
            </div>
            <p className="small">{format.sentence(words[language])}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
