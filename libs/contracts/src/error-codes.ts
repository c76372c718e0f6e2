/** What a stable code means and what to do about it; the wording may change, the code may not. */
export interface ErrorCodeEntry {
  readonly meaning: string;
  readonly advice: string;
}

/**
 * Every code of an issue or problem the programs answer with. `docs/errors.md` is made from it
 * ({@link errorCodesMarkdown}) and tested against it. Add codes here, never change or reuse one.
 */
export const errorCodes = {
  'file.unreadable': {
    meaning: 'The file is damaged or is not what its name says.',
    advice: 'Open it in a spreadsheet program, save it again as .xlsx or CSV and import that.',
  },
  'file.format_unknown': {
    meaning: 'The file is neither an .xlsx workbook, a .json or .json.gz file, nor a folder or .zip of CSV files.',
    advice: 'Save the data in one of these forms; an old .xls workbook must be saved as .xlsx.',
  },
  'file.too_large': {
    meaning: 'The file, or what it unpacks to, is larger than an import may be.',
    advice: 'Delete unused sheets and formatting, or import the data in parts.',
  },
  'file.encoding_guessed': {
    meaning: 'A CSV file is not UTF-8; it was read as windows-1257. A warning, not a fault.',
    advice: 'Look at the letters with diacritics; save as "CSV UTF-8" to be sure.',
  },
  'file.json_invalid': { meaning: 'The text is not JSON.', advice: 'Correct the place named; a JSON checker shows it.' },
  'file.version_unknown': {
    meaning: 'The JSON file does not say `"format": "apgaita-provider", "version": 1`.',
    advice: 'Write the format and version, or export the file again.',
  },
  'sheet.missing': {
    meaning: 'A list that every provider needs is not in the file.',
    advice: 'Add the sheet, even if it only has its header row.',
  },
  'sheet.unknown': {
    meaning: 'A sheet or CSV file belongs to no list. A warning when its name resembles none; it is not imported then.',
    advice: 'Rename it to the list meant, or delete it.',
  },
  'sheet.duplicate': { meaning: 'Two sheets or files stand for the same list.', advice: 'Put their rows into one.' },
  'sheet.no_header': { meaning: 'A sheet has no row of column names.', advice: 'Put the column names into the first row.' },
  'sheet.too_large': {
    meaning: 'A sheet has more rows or columns than an import may have.',
    advice: 'Delete stray cells far from the data, or import the rows in parts.',
  },
  'column.missing': { meaning: 'A required column is not there.', advice: 'Add the column under the name given.' },
  'column.unknown': {
    meaning: 'A column belongs to no field. A warning when its name resembles none; it is not imported then.',
    advice: 'Rename it to the column meant, or delete it.',
  },
  'column.duplicate': { meaning: 'Two columns stand for the same field.', advice: 'Delete or rename one of them.' },
  'row.extra_cells': {
    meaning: 'A row has filled cells beyond the last column name.',
    advice: 'Look for a separator or decimal comma inside a value; put such a value in quotes.',
  },
  'row.quote_open': {
    meaning: 'A quotation mark opens in a CSV file and never closes.',
    advice: 'Close it, or write a quotation mark inside a quoted value twice.',
  },
  'provider.rows': {
    meaning: 'The provider sheet must have exactly one row.',
    advice: 'Keep one provider in a file, and import others on their own.',
  },
  'provider.other': {
    meaning: 'The file belongs to another provider than the one named.',
    advice: 'Check the file, or name its provider.',
  },
  'cell.required': { meaning: 'A required cell is empty.', advice: 'Fill it in.' },
  'cell.number': { meaning: 'The value is not a number.', advice: 'Write digits, with a comma or point before decimals.' },
  'cell.date': { meaning: 'The value is not a calendar day.', advice: 'Write 24.11.2026 or 2026-11-24.' },
  'cell.date_ambiguous': {
    meaning: 'The date can be read in more than one way.',
    advice: 'Write the year with four digits: 24.11.2026 or 2026-11-24.',
  },
  'cell.time': { meaning: 'The value is not a time of day.', advice: 'Write 08:00; 24:00 is the end of the day.' },
  'cell.boolean': { meaning: 'The value is neither yes nor no.', advice: 'Write yes or no.' },
  'cell.choice': { meaning: 'The value is not one of the listed ones.', advice: 'Use one of the values allowed.' },
  'cell.windows': {
    meaning: 'The value is not a list of time windows.',
    advice: 'Write 08:00-12:00, several separated by a semicolon.',
  },
  'cell.format': { meaning: 'The value has characters or a length that the field does not take.', advice: 'Correct the value.' },
  'cell.range': { meaning: 'The number lies outside what is allowed.', advice: 'Correct the number.' },
  'cell.list_size': { meaning: 'A list has too few or too many entries.', advice: 'Add or remove entries.' },
  'cell.formula_error': {
    meaning: 'A formula in the cell has no usable result.',
    advice: 'Correct the formula, or put its value into the cell.',
  },
  'cell.date_in_text': {
    meaning: 'The spreadsheet has turned a text into a date.',
    advice: 'Format the cell as text and type the value again.',
  },
  'cell.type': { meaning: 'A JSON value has another type than the field.', advice: 'Write the type the field takes.' },
  'coordinates.swapped': { meaning: 'Latitude and longitude stand in each other’s place.', advice: 'Swap the two columns.' },
  'coordinates.outside': {
    meaning: 'The place lies outside Latvia.',
    advice: 'Latitude is 55.6 to 58.2, longitude 20.8 to 28.4, in degrees with decimals.',
  },
  'coordinates.incomplete': { meaning: 'Only one of latitude and longitude is there.', advice: 'Give both or neither.' },
  'id.duplicate': { meaning: 'Two rows of a list have the same id.', advice: 'Give each row its own id, or delete one row.' },
  'reference.unknown': {
    meaning: 'A row names something that is not in the file.',
    advice: 'Correct the id, or add the row it names.',
  },
  'reference.other_client': {
    meaning: 'A row names something that belongs to another client.',
    advice: 'Name one of the same client.',
  },
  'reference.unsuitable': { meaning: 'A row names a thing of the wrong kind.', advice: 'Name one of the kinds allowed.' },
  'task.unknown': { meaning: 'There is no task with this code.', advice: 'Use a code of the task catalogue.' },
  'task.profession': {
    meaning: 'A task of the visit is not done by the profession named (S004).',
    advice: 'Change the profession, or put the task into another visit.',
  },
  'task.not_granted': {
    meaning: 'A visit has a task that its decision does not grant (S051).',
    advice: 'Take the task out, or name it in the decision.',
  },
  'date.order': { meaning: 'An end lies before its beginning.', advice: 'Correct one of the two dates.' },
  'time.order': {
    meaning: 'A time window ends before it begins.',
    advice: 'Correct the window; one over midnight is split in two.',
  },
  'time.start_at_24': { meaning: '24:00 stands where something begins.', advice: 'Write 00:00 of the next day.' },
  'pattern.days': {
    meaning: 'A visit pattern has weekdays and times a week, or neither.',
    advice: 'Give weekdays or times a week, exactly one of them.',
  },
  'pattern.spacing': {
    meaning: 'So many visits with so many days between do not fit into the weeks.',
    advice: 'Lower the times a week or the days between.',
  },
  'pattern.owner': {
    meaning: 'A visit pattern belongs to a decision and to an episode.',
    advice: 'Keep one of them, or neither for care the client pays for.',
  },
  'pattern.pause': { meaning: 'A pause has an end but no beginning.', advice: 'Give the first day of the pause.' },
  'shift.overlap': { meaning: 'Two shifts of one person overlap.', advice: 'Correct or delete one of the shifts.' },
  'shift.break': { meaning: 'A break is as long as its shift or longer.', advice: 'Correct the break or the shift.' },
  'term.outside_episode': {
    meaning: 'A term or an opinion does not lie within its episode.',
    advice: 'Correct its dates or those of the episode.',
  },
  'term.overlap': { meaning: 'Two terms of one episode overlap.', advice: 'Let each term begin after the one before has ended.' },
  'ruleset.overlap': {
    meaning: 'Two versions of one municipality’s rules are in force on the same day.',
    advice: 'Give the earlier version a last day before the later one begins.',
  },
  'ruleset.order': { meaning: 'A version of rules ends before it begins.', advice: 'Correct one of the two dates.' },
  'ruleset.limit': {
    meaning: 'A limit of income has no amount, or an amount it does not use.',
    advice: 'Give an amount in cents where the limit is in cents, and leave it empty elsewhere.',
  },
  'ruleset.band': {
    meaning: 'A row of a rule set’s tables lacks what its kind asks for.',
    advice: 'Fill in the level, the share or the amount; Barthel scores only as a pair.',
  },
  'ruleset.table': {
    meaning: 'A table of a rule set does not ascend, leaves hours out, or names something twice.',
    advice: 'Order care levels and support by hours, the last without a limit; begin the client’s shares at 0.',
  },
  'ruleset.task': {
    meaning: 'A rule set offers a task that is no social task (S001).',
    advice: 'Take it out; health tasks belong to referrals.',
  },
  'means.overlap': {
    meaning: 'Two assessments of a client’s means, or two periods as needy, hold on the same day.',
    advice: 'Give the earlier one a last day before the later one begins.',
  },
  'decision.change': {
    meaning: 'A change of a decision lacks what its kind asks for, or has what it does not use.',
    advice: 'Give minutes where it is reduced, and a last day only where it is suspended.',
  },
  'decision.not_provided': {
    meaning: 'The municipality’s rules do not provide home care (S132).',
    advice: 'Check the municipality and its rules, or let the client pay.',
  },
  'decision.form_not_offered': {
    meaning: 'The municipality’s rules do not offer this form of help (S139, S142).',
    advice: 'Correct the form, or the rules of the municipality.',
  },
  'decision.task_not_social': {
    meaning: 'A decision grants a task that is no social task (S001).',
    advice: 'Take it out; health tasks need a referral.',
  },
  'decision.task_not_offered': {
    meaning: 'A decision grants a task that the municipality’s rules do not offer (S104).',
    advice: 'Take it out, or correct the rules of the municipality.',
  },
  'price.overlap': {
    meaning: 'Two prices of one payer and municipality are valid on the same day.',
    advice: 'Give the earlier price a last day before the later one begins.',
  },
  'barthel.score': {
    meaning: 'A Barthel score does not agree with its form or its items.',
    advice: 'The form of 0 to 20 has at most 20 points; the items must add up to the score.',
  },
  'request.invalid': {
    meaning: 'A body, parameter or query is not as the interface says.',
    advice: 'Correct what the issues name and send it again.',
  },
  'request.not_json': { meaning: 'The body is not JSON.', advice: 'Send JSON with its content type.' },
  'request.foreign_origin': {
    meaning: 'Another site made the browser send a change.',
    advice: 'Use the pages of this server itself.',
  },
  'request.not_found': { meaning: 'There is no such thing here.', advice: 'Check the address; it may belong to somebody else.' },
  'request.too_large': { meaning: 'The body is larger than allowed.', advice: 'Send less, or in parts.' },
  'request.refused': { meaning: 'The request cannot be answered as it is.', advice: 'Check method, address and content type.' },
  'request.unavailable': {
    meaning:
      'The database is away, is starting or has no room, or more is asked than can be answered. A write may have been done.',
    advice: 'Ask again after the seconds of `Retry-After`, a write under the same `Idempotency-Key`.',
  },
  'request.failed': {
    meaning: 'A fault of the program, not of the request.',
    advice: 'Try again; if it stays, give the operator the time it happened.',
  },
  'session.missing': { meaning: 'Nobody is logged in, or the session has ended.', advice: 'Log in.' },
  'session.wrong': { meaning: 'No account has this e-mail and password.', advice: 'Check both and try again.' },
  'session.too_many': {
    meaning: 'Too many attempts to log in have failed.',
    advice: 'Wait a quarter of an hour, or ask the provider’s administrator for a link to choose a new password.',
  },
  'session.code_needed': {
    meaning: 'The account asks for the code of its second factor as well.',
    advice: 'Send the six digits that the authenticator shows now.',
  },
  'session.code_wrong': {
    meaning: 'The code is not the one of now, or was used already.',
    advice: 'Wait for the next code; check the clock of the device that shows it.',
  },
  'password.weak': {
    meaning: 'The password is too easy to guess.',
    advice: 'Choose ten characters or more that stand on no list of common passwords.',
  },
  'password.link': {
    meaning: 'The link to choose a password was used, replaced or has run out.',
    advice: 'Ask the provider’s administrator for a new one.',
  },
  'account.taken': { meaning: 'The e-mail address has an account already.', advice: 'Name another address.' },
  'session.token': {
    meaning: 'The token of the program is unknown, was revoked or has run out.',
    advice: 'Ask the provider’s administrator for a new one, and send it as `Authorization: Bearer`.',
  },
  'session.scope': {
    meaning: 'The token of the program does not allow what was asked.',
    advice: 'Ask the provider’s administrator for one that does.',
  },
  'idempotency.at_work': {
    meaning: 'A request with this `Idempotency-Key` is at work, or was cut off less than three minutes ago.',
    advice: 'Ask again in a moment.',
  },
  'idempotency.done': {
    meaning:
      'The request with this `Idempotency-Key` was done; its answer was lost with the program that gave it, or shows a secret and is kept nowhere.',
    advice: 'Do not send it again: read what it made, and make a new link where one was to be shown.',
  },
  'idempotency.other_request': {
    meaning: 'The `Idempotency-Key` was used for another request within the last day.',
    advice: 'Make a new key for every new write, and keep it when sending the same one again.',
  },
  'request.unseen': {
    meaning: 'What several people can change is to be changed, and `If-Match` does not say which state was seen.',
    advice: 'Read it, and send its ETag or revision in quotes as `If-Match`; `*` overwrites whatever is there.',
  },
  'request.changed': {
    meaning: 'What is to be changed is not what `If-Match` names: somebody else has changed it since.',
    advice: 'Read it again, and send the change with its present ETag.',
  },
  'emergency.several': {
    meaning: 'Several clients bear the name; emergency access opens one.',
    advice: 'Call the office, which knows the client by number.',
  },
  'client.kept': {
    meaning: 'The client’s data must still be kept: care goes on, or ended too short a time ago.',
    advice: 'Erase them from the day named on.',
  },
  'identity.domain_taken': {
    meaning: 'Another provider logs in by the organisation of this domain.',
    advice: 'Ask whoever runs the server whose the domain is.',
  },
  'account.own': {
    meaning: 'Nobody changes the role or the lock of their own account, so that a provider keeps an administrator.',
    advice: 'Ask another administrator of the provider.',
  },
  'account.changed': {
    meaning: 'Somebody else has changed the account since it was looked at.',
    advice: 'Look at it again, and send the change with its present revision.',
  },
  'factor.no_key': {
    meaning: 'The server has no key to seal the secret of a second factor with.',
    advice: 'Whoever runs the server sets SECRETS_KEY.',
  },
  'session.role': { meaning: 'The account may not do this.', advice: 'Ask the provider’s administrator.' },
  'client.stale': {
    meaning: 'What is to be changed of a client has changed since it was looked at.',
    advice: 'Look at it as it is now and change it again.',
  },
  'plan.range': {
    meaning: 'The days of a plan are none or too many.',
    advice: 'Plan 1 to 31 days, and end no earlier than they begin.',
  },
  'plan.profile': {
    meaning: 'The provider has no such weight profile.',
    advice: 'Choose one of its profiles, or none for the usual weights.',
  },
  'plan.finished': {
    meaning: 'The search of the plan has ended already.',
    advice: 'Look at the plan: it is finished or has failed.',
  },
  'plan.not_a_draft': {
    meaning: 'Only a draft can be published.',
    advice: 'Wait until the search has finished, or make a new plan.',
  },
  'plan.overlap': {
    meaning: 'Publishing would put somebody in two places at once.',
    advice: 'Make a new plan that knows what is published.',
  },
  'edit.conflict': {
    meaning: 'Somebody else has edited the plan in the meantime; their visits are named (`edit.since`).',
    advice: 'Look at the plan as it is now, then do it again if it still makes sense.',
  },
  'edit.since': { meaning: 'What somebody else did to the plan in the meantime.', advice: 'Look at this visit first.' },
  'edit.not_a_draft': { meaning: 'Only a draft can be edited.', advice: 'Make a new plan of these days and edit that.' },
  'edit.nothing_to_turn': { meaning: 'There is no edit to take back or to do again.', advice: 'Nothing needs to be done.' },
  'edit.of_somebody_else': {
    meaning: 'The last edit is a colleague’s, and theirs to take back.',
    advice: 'Ask them, or move the visit yourself.',
  },
  'edit.refused': {
    meaning: 'Hard rules stand against the edit; they are named (`move.rule`).',
    advice: 'Choose another person or time.',
  },
  'edit.reason_needed': {
    meaning: 'The edit sets wishes aside, which are named (`move.wish`), and gives no reason.',
    advice: 'Say why, or choose another person or time.',
  },
  'move.unknown': {
    meaning: 'A move names a visit, part, shift or place that the plan does not have.',
    advice: 'Read the plan again.',
  },
  'move.rule': { meaning: 'A hard rule that a move would break.', advice: 'Choose another person or time.' },
  'move.wish': { meaning: 'A wish that a move sets aside.', advice: 'Say why, or choose another person or time.' },
  'plan.working_time': {
    meaning: 'The plan would break the law of working time; the rules it breaks are named.',
    advice: 'Look at the roster of the days around, and make the plan again.',
  },
  'plan.broken_rules': {
    meaning: 'The independent check found hard rules broken, and the plan was not stored.',
    advice: 'Report the codes that follow; make the plan again meanwhile.',
  },
  'plan.problem_refused': {
    meaning: 'The provider’s data make no problem the engine can search; the places that are wrong follow.',
    advice: 'Look for overlapping shifts of one person or impossible times; report the places if there are none.',
  },
  'plan.job_failed': {
    meaning: 'The search could not be finished after several attempts.',
    advice: 'Look at the worker’s log, then make the plan again.',
  },
  'change.refused': {
    meaning: 'The change contradicts something that is stored already (two terms of an episode at once, say).',
    advice: 'Look at the days and ids of what is there, correct the change and send it again.',
  },
  'work.already_done': {
    meaning: 'A work item is done; nothing more can be done about it.',
    advice: 'Look at the list again.',
  },
  'work.no_such_owner': {
    meaning: 'Nobody of the provider logs in with the e-mail given as owner.',
    advice: 'Give the e-mail of an account of this provider.',
  },
  'event.visit_unknown': {
    meaning: 'An event names a visit that the provider does not have.',
    advice: 'Load the day again; the visit may have been planned anew.',
  },
  'event.staff_unknown': {
    meaning: 'An event names nobody, or somebody who does not work for the provider.',
    advice: 'Say whose visit it was.',
  },
  'event.not_yours': {
    meaning: 'The published plan gives the visit to somebody else, or the event to be corrected is another’s.',
    advice: 'Report only your own visits; the office can report for others.',
  },
  'event.in_future': {
    meaning: 'An event says it happened later than now.',
    advice: 'Set the clock of the device and send the event again.',
  },
  'event.task_unknown': {
    meaning: 'A report of a task names no task of its visit, or another report names one.',
    advice: 'Name a task of the visit, only with done and not done.',
  },
  'event.reason_missing': {
    meaning: 'Something was not done and nothing says why.',
    advice: 'Give the reason.',
  },
  'event.expected_missing': {
    meaning: 'Somebody is late and nothing says until when.',
    advice: 'Give the time of arrival that is expected.',
  },
  'event.corrects_unknown': {
    meaning: 'An event corrects one that does not exist, or one of another visit or person; or a withdrawal names none.',
    advice: 'Name an event of the same visit and person.',
  },
  'event.already_corrected': {
    meaning: 'Another event has taken the place of the one to be corrected.',
    advice: 'Correct the newer one.',
  },
  'event.id_reused': {
    meaning: 'Two different events have the same id.',
    advice: 'Give every event an id of its own, and keep it when sending it again.',
  },
  'billing.range': {
    meaning: 'The days are none, too many, or not over yet.',
    advice: 'Choose up to 366 days that end before today; the ledger may look ahead.',
  },
  'credit.line_unknown': {
    meaning: 'A credit names no line of an invoice of the provider, or one that is a correction itself.',
    advice: 'Name the line that was billed first.',
  },
  'credit.nothing': { meaning: 'A credit gives back neither minutes nor cents.', advice: 'Give one of the two.' },
  'credit.too_much': {
    meaning: 'A credit gives back more than is left of its line.',
    advice: 'Give back at most what the issue allows.',
  },
  'law.decision_ended': {
    meaning: 'A visit is left out because the decision’s last day has passed (S052).',
    advice: 'Ask the municipality for a new decision from the day named.',
  },
  'law.decision_suspended': {
    meaning: 'A visit is left out because the municipality has suspended the decision on its day (S052).',
    advice: 'Wait until it resumes, or ask the municipality.',
  },
  'law.busy_elsewhere': {
    meaning: 'A visit is left out because another provider is with the client whenever it could be given (S103).',
    advice: 'Agree on the times with the other provider, or widen the visit’s window.',
  },
  'law.term_lapsed': {
    meaning: 'A visit is left out because the 30-day term ends before it and no opinion continues it (S030, S031).',
    advice: 'Get the GP’s opinion by the day named, and record it.',
  },
  'law.term_lapsed_surgery': {
    meaning: 'A visit is left out because the ten days after surgery end before it and no opinion continues them (S032, S033).',
    advice: 'Ask the GP for a visit and an opinion, and record it.',
  },
  'law.term_lapsed_rehabilitation': {
    meaning: 'A visit is left out because the rehabilitation plan ends before it (S016).',
    advice: 'Get the rehabilitation doctor’s word to go on, and record it.',
  },
  'law.referral_issuer': {
    meaning: 'A visit is left out because a doctor who may not has issued the referral (S015, S016).',
    advice: 'Get a referral from the doctor named, or choose another payer.',
  },
  'law.diagnosis': {
    meaning: 'A visit is left out because the diagnosis is not on the list for rehabilitation at home (S025).',
    advice: 'Check the referral, or choose another payer.',
  },
  'law.rehabilitation_late': {
    meaning: 'A visit is left out because rehabilitation at home began too long after the patient fell ill (S034).',
    advice: 'Check the day of falling ill, or choose another payer.',
  },
  'law.addon_alone': {
    meaning: 'A visit is left out because the state pays for its task only beside a main service of the episode (S026).',
    advice: 'Complete the referral, or choose another payer.',
  },
  'law.paid_limit': {
    meaning: 'A visit is left out because the state has paid for the task as often as it does (S021).',
    advice: 'Choose another payer for it.',
  },
  'law.contraindicated': {
    meaning: 'A social visit is left out because of a contraindication on the certificate or reported since (S039, S074).',
    advice: 'Get a new certificate of the GP; nothing else lifts it.',
  },
  'law.certificate_expired': {
    meaning: 'A visit under a decision is left out because the GP’s certificate has run out (S037).',
    advice: 'Get a new certificate, and record it.',
  },
  'law.qualification_expired': {
    meaning: 'Nobody practises the profession because a certificate of somebody at work has run out (S017).',
    advice: 'Record its renewal, or roster somebody whose certificate is valid.',
  },
  'law.competence': {
    meaning: 'A visit is left out because its profession may not do one of its tasks (S004).',
    advice: 'Change the profession, or put the task into another visit.',
  },
  'law.medicines_missing': {
    meaning: 'A visit that supervises medicines is left out: no list of them is on file, and the provider requires one (S094).',
    advice: 'Get the list from the doctor or the client, and record it.',
  },
  'law.fact_missing': {
    meaning: 'A claim to the state lacks a fact of the referral (S013, S014, S034, S035). A warning: visits go on.',
    advice: 'Complete the referral.',
  },
  'observation.unknown': {
    meaning: 'The observation is not on the list of what this profession reports (S069-S088).',
    advice: 'Choose one of the codes allowed.',
  },
  'proposal.stale': {
    meaning: 'The grant, the family’s help or the visits have changed since the proposal was looked at.',
    advice: 'Look at the proposal again and accept that one.',
  },
  'rule.unknown': {
    meaning: 'There is no task rule with this id.',
    advice: 'Use an id of the rule book, or that of the default of two tasks.',
  },
  'rule.change': {
    meaning: 'A task rule cannot be changed like this.',
    advice: 'Switch it off, or give it another severity or gaps that its kind knows.',
  },
  'import.invalid': { meaning: 'The file has issues and nothing was imported.', advice: 'Correct every issue and import again.' },
  'travel.engine_unavailable': {
    meaning: 'The routing server did not answer; travel times are estimated. A warning, not a fault.',
    advice: 'See that the server runs and that its address is right, then plan again.',
  },
  'travel.cells_estimated': {
    meaning:
      'The routing server has no believable way between some places; their travel times are estimated. A warning, not a fault.',
    advice: 'Look at the coordinates of the places, and whether the server has a map and profile for every way of travelling.',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

/** A registered code. */
export type ErrorCode = keyof typeof errorCodes;

/** The text of docs/errors.md: every code with meaning and advice, in the order of the registry. */
export function errorCodesMarkdown(): string {
  const rows = Object.entries(errorCodes).map(([code, entry]) => `- \`${code}\`: ${entry.meaning} ${entry.advice}`);
  return [
    '# Codes of issues and problems',
    '',
    'Made from `libs/contracts/src/error-codes.ts` and tested against it; after a change there, build and run',
    '`node --input-type=module -e "import(\'#contracts\').then((c) => process.stdout.write(c.errorCodesMarkdown()))" > docs/errors.md`.',
    'Codes are stable; words are not. An issue also carries the place (sheet, row, column or a JSON path), the value and what is allowed.',
    'Each line: the code, what it means, what to do.',
    '',
    ...rows,
    '',
  ].join('\n');
}
