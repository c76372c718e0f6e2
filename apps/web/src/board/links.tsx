import type { LinkView, StopView } from '#contracts';
import { Icon, type IconName } from '../shell/icons.js';
import { ruleSource } from '../text/rule-sources.js';
import { ruleWords } from '../text/rules.js';
import { taskName } from '../text/tasks.js';
import { useTexts } from '../text/use-texts.js';
import { otherTasks, partnersOf, type Whereabouts } from './partners.js';

interface LinksProps {
  readonly shift: string;
  readonly stop: StopView;
  readonly places: Whereabouts;
}

const icons: Readonly<Record<LinkView['effect'], IconName>> = { joined: 'link', parted: 'apart', ordered: 'order' };

/** Which other visits this one is tied to, by which rule and why. */
export function Links({ shift, stop, places }: LinksProps) {
  const { text, format } = useTexts();
  const partners = partnersOf(places, shift, stop);
  if (partners.length === 0 && stop.links.length === 0) return null;
  return (
    <ul className="links" aria-label={text.link.why}>
      {partners.map((partner) => (
        <li key={partner.shift} className="link link-joined">
          <Icon name="link" />
          <p>
            <strong>{text.link.partner}:</strong> {format.time(partner.stop.start)} · {partner.staffName}
          </p>
        </li>
      ))}
      {stop.links.map((link, i) => (
        <LinkItem key={i} link={link} places={places} />
      ))}
    </ul>
  );
}

function LinkItem({ link, places }: { readonly link: LinkView; readonly places: Whereabouts }) {
  const { text, format, language } = useTexts();
  const words = ruleWords(language, text, link.rule, link.reason);
  const tasks = otherTasks(places, link);
  const who = [
    link.otherStart !== null && format.time(link.otherStart),
    link.otherStaff,
    tasks?.map((code) => taskName(language, code)).join(' + '),
  ].filter(Boolean);
  return (
    <li className={link.held ? `link link-${link.effect}` : 'link link-broken'}>
      <Icon name={link.held ? icons[link.effect] : 'warn'} />
      <div>
        <p>
          <strong>{text.link[link.effect]}:</strong> {who.length > 0 ? who.join(' · ') : text.link.otherUnserved}
          {!link.held && <span className="link-flag">{text.link.broken}</span>}
        </p>
        <p className="small">
          {words.pair !== null && (
            <span className="link-rule">
              {words.pair}
              {words.asks !== null && `: ${words.asks}`}.{' '}
            </span>
          )}
          {words.reason.text !== '' && <span lang={words.reason.language}>{words.reason.text}.</span>}
        </p>
        {link.source !== '' && (
          <p className="soft small">
            {text.link.source}: {ruleSource(language, link.source)}
          </p>
        )}
      </div>
    </li>
  );
}
