import type { ClientView, Dwelling } from '#contracts';
import { useState } from 'react';
import { useChangeDwelling } from '../api/clients.js';
import type { Entered, Field } from '../changes/fields.js';
import { GuardedEdit } from '../changes/guarded-edit.js';
import { useAddress } from '../shell/navigation.js';
import type { Language } from '../text/language.js';
import { officeWords } from '../text/office-texts.js';
import { useTexts } from '../text/use-texts.js';
import { Card } from './card.js';

const lines = [
  'actualAddress',
  'neighbourhood',
  'declaredAddress',
  'phone',
  'floor',
  'doorCode',
  'keyNote',
  'accessNote',
] as const;
const checks = ['livesAlone', 'warmWater', 'bathOrShower', 'stoveHeating'] as const;

/** Where the client lives and how to get in. */
export function Home({ client }: { readonly client: ClientView }) {
  const { language } = useTexts();
  const asked = useAddress().searchParams.get('edit') === 'home';
  const [open, setOpen] = useState(asked);
  const change = useChangeDwelling(client.id);
  const { dwelling, revision } = client;
  const said = (value: boolean | null): string =>
    value === null ? officeWords.unknown[language] : officeWords[value ? 'yes' : 'no'][language];
  return (
    <Card
      title={officeWords.home[language]}
      id="home"
      acts={
        <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
          {officeWords.edit[language]}
        </button>
      }
    >
      <dl className="facts">
        {lines
          .filter((name) => dwelling[name] !== null)
          .map((name) => (
            <Fact key={name} name={officeWords[name][language]} value={String(dwelling[name])} />
          ))}
        <Fact name={officeWords.lift[language]} value={said(dwelling.lift)} />
        {checks.map((name) => (
          <Fact key={name} name={officeWords[name][language]} value={said(dwelling[name])} />
        ))}
        <Fact name={officeWords.languages[language]} value={dwelling.languages.join(', ')} />
      </dl>
      {open && (
        <GuardedEdit
          title={officeWords.home[language]}
          now={{ revision, fields: fieldsOf(dwelling, language) }}
          busy={change.isPending}
          save={(values, seen) => change.mutateAsync({ revision: seen, dwelling: dwellingOf(values) })}
          close={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function fieldsOf(dwelling: Dwelling, language: Language): Field[] {
  const label = (name: keyof Dwelling): string => officeWords[name][language];
  const text = (name: 'phone' | 'actualAddress' | 'declaredAddress' | 'neighbourhood' | 'doorCode', required = false): Field => ({
    ...{ kind: 'text', name, label: label(name), value: dwelling[name] ?? '', required },
  });
  const position = (name: 'latitude' | 'longitude'): Field => ({
    ...{ kind: 'number', name, label: label(name), value: String(dwelling[name]), required: true, step: 'any' },
  });
  return [
    text('actualAddress', true),
    text('neighbourhood'),
    position('latitude'),
    position('longitude'),
    text('declaredAddress', true),
    text('phone'),
    {
      kind: 'number',
      name: 'floor',
      label: label('floor'),
      value: dwelling.floor === null ? '' : String(dwelling.floor),
      min: -2,
      max: 40,
    },
    {
      ...{
        kind: 'choice',
        name: 'lift',
        label: label('lift'),
        value: dwelling.lift === null ? '' : dwelling.lift ? 'yes' : 'no',
      },
      options: [
        ['', officeWords.unknown[language]],
        ['yes', officeWords.yes[language]],
        ['no', officeWords.no[language]],
      ],
    },
    text('doorCode'),
    { kind: 'lines', name: 'keyNote', label: label('keyNote'), value: dwelling.keyNote ?? '' },
    { kind: 'lines', name: 'accessNote', label: label('accessNote'), value: dwelling.accessNote ?? '' },
    ...checks.map((name): Field => ({ kind: 'check', name, label: label(name), value: dwelling[name] })),
    {
      kind: 'text',
      name: 'languages',
      label: `${label('languages')} (lv, ru, en, other)`,
      value: dwelling.languages.join(', '),
      required: true,
    },
  ];
}

function dwellingOf(values: Entered): Dwelling {
  const text = (name: string): string => (values[name] ?? '').trim();
  const orNull = (name: string): string | null => (text(name) === '' ? null : text(name));
  const check = (name: string): boolean => values[name] === 'on';
  return {
    ...{ phone: orNull('phone'), declaredAddress: text('declaredAddress'), actualAddress: text('actualAddress') },
    ...{ neighbourhood: orNull('neighbourhood'), latitude: Number(text('latitude')), longitude: Number(text('longitude')) },
    ...{ doorCode: orNull('doorCode'), keyNote: orNull('keyNote'), accessNote: orNull('accessNote') },
    floor: text('floor') === '' ? null : Number(text('floor')),
    lift: text('lift') === '' ? null : text('lift') === 'yes',
    languages: text('languages')
      .split(/[\s,]+/)
      .filter(Boolean) as Dwelling['languages'],
    ...{ livesAlone: check('livesAlone'), warmWater: check('warmWater') },
    ...{ bathOrShower: check('bathOrShower'), stoveHeating: check('stoveHeating') },
  };
}
