import { Body, Controller, Delete, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { identityProviderOrder, identityProviderView } from '#contracts';
import type { IdentityProviderOrder, IdentityProviderView, Issue } from '#contracts';
import type { Account } from '#planning';
import { CurrentAccount, For } from '../access/for.js';
import { ShowsNobody } from '../access/looks.js';
import { ProblemError } from '../http/problem.js';
import { ChangesSettings, ReadsSettings } from '../http/seen.js';
import { API_PARTS, type ApiParts } from '../parts.js';
import { SecretBox } from '../session/secret-box.js';
import { CALLBACK } from './identity-log-in.js';

/** The organisation's own log-in, set up by its administrator. */
@ApiTags('session')
@For('administrator')
@Controller('api/v1/identity-provider')
export class IdentitySettingsController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ReadsSettings('identity-provider')
  @ShowsNobody()
  @ApiOkResponse({ standardSchema: identityProviderView })
  async read(@CurrentAccount() { providerId }: Account): Promise<IdentityProviderView> {
    const kept = await this.parts.identities.read(providerId);
    const settings = kept && { domain: kept.domain, issuer: kept.issuer, clientId: kept.clientId };
    return { settings, redirectPath: CALLBACK };
  }

  @Put()
  @ChangesSettings('identity-provider')
  @HttpCode(204)
  @ApiNoContentResponse()
  async write(
    @Body({ schema: identityProviderOrder }) { domain, issuer, clientId, clientSecret }: IdentityProviderOrder,
    @CurrentAccount() { providerId, id: by, email }: Account,
  ): Promise<void> {
    const { secretsKey, insecureIssuers } = this.parts.settings;
    if (secretsKey === undefined) throw new ProblemError('factor.no_key');
    if (!issuer.startsWith('https://') && insecureIssuers !== true) throw new ProblemError('request.invalid', [plainHttp()]);
    // Nobody claims the addresses of others: the administrator's own shows whose the domain is.
    if (!email.endsWith(`@${domain}`)) throw new ProblemError('request.invalid', [foreignDomain()]);
    const kept = clientSecret === undefined ? (await this.parts.identities.read(providerId))?.clientSecret : undefined;
    const sealed = clientSecret === undefined ? kept : new SecretBox(secretsKey).seal(clientSecret, providerId);
    if (sealed === undefined) throw new ProblemError('request.invalid', [noSecret()]);
    const written = await this.parts.identities.write({ providerId, domain, issuer, clientId, clientSecret: sealed }, by);
    if (!written) throw new ProblemError('identity.domain_taken');
  }

  @Delete()
  @ChangesSettings('identity-provider')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentAccount() { providerId, id: by }: Account): Promise<void> {
    return this.parts.identities.remove(providerId, by);
  }
}

const invalid = (path: string, allowed: string): Issue => ({
  ...{ code: 'request.invalid', path, allowed },
  message: 'Correct this value and send the request again.',
});
const plainHttp = (): Issue => invalid('issuer', 'an address beginning with https://');
const foreignDomain = (): Issue => invalid('domain', 'the domain of your own e-mail address');
const noSecret = (): Issue => invalid('clientSecret', 'the secret that the organisation’s log-in gave out');
