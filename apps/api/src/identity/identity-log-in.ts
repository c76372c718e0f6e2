import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { ForeignIdentity, IdentityProvider } from '#planning';
import type { ApiParts } from '../parts.js';
import { SecretBox } from '../session/secret-box.js';

/** Where organisations' log-ins send people back to. */
export const CALLBACK = '/api/v1/session/organisation/callback';
/** Seconds to wait for an organisation's server. */
const PATIENCE_SECONDS = 5;
/** Minutes within which somebody comes back. */
export const ATTEMPT_MINUTES = 10;

/** A log-in that has begun; its browser carries it sealed, and the server keeps nothing. */
const attempt = z.object({
  domain: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  until: z.number(),
});
type Attempt = z.infer<typeof attempt>;

const claimed = z.object({ iss: z.string(), sub: z.string(), email: z.email(), email_verified: z.literal(true) });
const ABOUT = 'log-in at an organisation';

/** Log-ins at organisations' own servers: OpenID Connect, authorisation code with PKCE. */
export class IdentityLogIn {
  private readonly box: SecretBox | null;

  constructor(private readonly parts: Pick<ApiParts, 'settings' | 'now'>) {
    const { secretsKey } = parts.settings;
    this.box = secretsKey === undefined ? null : new SecretBox(secretsKey);
  }

  /** Where to send the browser, and what it is to bring back; null where the server has no key. */
  async begin(provider: IdentityProvider, redirectUri: string): Promise<{ readonly url: URL; readonly sealed: string } | null> {
    if (this.box === null) return null;
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(await this.configuration(provider), {
      ...{ redirect_uri: redirectUri, scope: 'openid email', state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    const until = this.parts.now().getTime() + ATTEMPT_MINUTES * 60_000;
    const begun: Attempt = { domain: provider.domain, state, nonce, verifier, redirectUri, until };
    return { url, sealed: this.box.seal(JSON.stringify(begun), ABOUT) };
  }

  /** The log-in a browser has brought back; null when it is none, or too old. */
  opened(sealed: string | null): Attempt | null {
    const text = sealed === null ? null : (this.box?.open(sealed, ABOUT) ?? null);
    const begun = text === null ? null : attempt.parse(JSON.parse(text));
    return begun !== null && begun.until > this.parts.now().getTime() ? begun : null;
  }

  /**
   * Who has come back: the code is exchanged, signature, issuer, audience, nonce and state are checked. Null where the
   * organisation does not vouch for an address of its domain. @throws when anything does not fit
   */
  async finish(provider: IdentityProvider, begun: Attempt, query: string): Promise<ForeignIdentity | null> {
    const url = new URL(begun.redirectUri);
    url.search = query;
    const configuration = await this.configuration(provider);
    const tokens = await authorizationCodeGrant(configuration, url, {
      ...{ pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true },
    });
    const told = tokens.claims();
    // Some tell the address in the token, others only when asked with it.
    const more = told && !('email' in told) ? await fetchUserInfo(configuration, tokens.access_token, told.sub) : {};
    const claims = claimed.safeParse({ ...more, ...told });
    if (!claims.success || !claims.data.email.toLowerCase().endsWith(`@${provider.domain}`)) return null;
    return { subject: `${claims.data.iss} ${claims.data.sub}`, email: claims.data.email };
  }

  private async configuration({ providerId, issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> {
    const secret = this.box?.open(clientSecret, providerId) ?? undefined;
    const insecure = this.parts.settings.insecureIssuers === true;
    return discovery(new URL(issuer), clientId, secret, undefined, {
      timeout: PATIENCE_SECONDS,
      ...(insecure && { execute: [allowInsecureRequests] }),
    });
  }
}
