import type { RuleView } from '#contracts';
import { useEffect, useMemo, useState } from 'react';
import { useClients } from '../api/clients.js';
import { useRules } from '../api/rules.js';
import { Card } from '../clients/card.js';
import { plain } from '../clients/clients-page.js';
import { navigate, useAddress } from '../shell/navigation.js';
import { Failed, Waiting } from '../shell/states.js';
import { ruleSource } from '../text/rule-sources.js';
import { confidenceWords, ruleWordsOfPage as words } from '../text/rule-page-texts.js';
import { conditionWords } from '../text/rule-terms.js';
import { ruleWords } from '../text/rules.js';
import { useTexts } from '../text/use-texts.js';
import { gapWords } from './gap-words.js';
import { LawCards, RuleHistory } from './law-cards.js';
import { RuleSwitch } from './rule-switch.js';
import '../clients/office.css';

/** Rows shown until somebody narrows them. */
const SHOWN = 60;

/** Every rule with its source, what is changed of it and by whom; the address holds for which client. */
export function RulesPage() {
  const { text, language } = useTexts();
  useEffect(() => {
    document.title = `${words.title[language]} · ${text.app.name}`;
  }, [text, language]);
  return (
    <div className="office">
      <h1>{words.title[language]}</h1>
      <TaskRules />
      <RuleHistory />
      <LawCards />
    </div>
  );
}

function TaskRules() {
  const { language, format, text } = useTexts();
  const client = useAddress().searchParams.get('client') ?? '';
  const rules = useRules(client);
  const clients = useClients();
  const [search, setSearch] = useState('');
  const [show, setShow] = useState<'own' | 'changed' | 'withDefaults'>('own');
  const found = useMemo(() => {
    const parts = plain(search).split(/\s+/).filter(Boolean);
    return (rules.data ?? []).filter((rule) => {
      if (show === 'changed' ? rule.change === null : show === 'own' && rule.severity === 'default' && rule.change === null)
        return false;
      const said = ruleWords(language, text, rule.id, rule.reason);
      const whole = plain([rule.id, said.pair, said.asks, said.reason.text].join(' '));
      return parts.every((part) => whole.includes(part));
    });
  }, [rules.data, search, show, language, text]);
  const choose = (id: string) => navigate(id === '' ? '/rules' : `/rules?client=${encodeURIComponent(id)}`, 'replace');
  return (
    <Card title={words.tasks[language]} id="tasks">
      <div className="office-filters">
        <label className="field">
          <span>{words.search[language]}</span>
          <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <label className="field">
          <span>{words.client[language]}</span>
          <select value={client} onChange={({ target }) => choose(target.value)}>
            <option value="">{words.everybody[language]}</option>
            {clients.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name} ({id})
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.show[language]}</span>
          <select value={show} onChange={({ target }) => setShow(target.value as typeof show)}>
            {(['own', 'changed', 'withDefaults'] as const).map((one) => (
              <option key={one} value={one}>
                {words[one][language]}
              </option>
            ))}
          </select>
        </label>
        <p className="soft" role="status">
          {rules.data && format.number(found.length)}
        </p>
      </div>
      {rules.isPending && <Waiting rows={40} kind="rows" />}
      {rules.isError && <Failed failure={rules.error} retry={() => void rules.refetch()} />}
      {rules.data && found.length === 0 && <p className="soft">{words.noneFound[language]}</p>}
      {found.length > 0 && <Table rules={found.slice(0, SHOWN)} client={client} />}
    </Card>
  );
}

function Table({ rules, client }: { readonly rules: readonly RuleView[]; readonly client: string }) {
  const { language } = useTexts();
  return (
    <div className="office-scroll" tabIndex={0} role="region" aria-label={words.tasks[language]}>
      <table className="office-table">
        <thead>
          <tr>
            {(['rule', 'why', 'source', 'state'] as const).map((head) => (
              <th key={head} scope="col">
                {words[head][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <Row key={rule.id} rule={rule} client={client} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ rule, client }: { readonly rule: RuleView; readonly client: string }) {
  const { text, language } = useTexts();
  const { pair, asks, reason } = ruleWords(language, text, rule.id, rule.reason);
  const { severity } = rule;
  return (
    <tr>
      <th scope="row">
        {pair ?? rule.id}
        <span className="soft small">
          {' '}
          {[asks, gapWords(language, { min: rule.minGap, max: rule.maxGap })].filter(Boolean).join(', ')}
          {rule.condition !== '' && ` (${conditionWords(language, rule.condition)})`}
        </span>
      </th>
      <td lang={reason.language}>{reason.text}</td>
      <td className="small">
        {ruleSource(language, rule.source)} <span className="soft">{confidenceWords[rule.confidence][language]}</span>
      </td>
      <td>
        <span className={`tag ${rule.off ? 'bad' : rule.change === null ? '' : 'warn'}`}>
          {rule.off
            ? words.off[language]
            : severity === 'default'
              ? confidenceWords.default[language]
              : words[severity][language]}
        </span>
        <RuleSwitch rule={rule} client={client} name={pair ?? rule.id} />
      </td>
    </tr>
  );
}
