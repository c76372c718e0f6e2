import { lists } from '../columns/sheets.js';
import { rowName, type Row } from '../tables/table.js';
import type { Check } from './context.js';

/** No two rows of a list have the same id; each later row is reported and names the first. */
export const uniqueIds: Check = (context) => {
  for (const { name } of lists) {
    const first = new Map<unknown, Row>();
    for (const each of context.rows(name)) {
      const id = each.row.values['id'];
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, each.row);
      else {
        const detail = `${capital(rowName(each.table, earlier))} and ${rowName(each.table, each.row)} have the same id.`;
        context.issue('id.duplicate', each, 'id', { allowed: 'an id no other row of the list has', detail });
      }
    }
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
