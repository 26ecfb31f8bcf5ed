import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import * as oidc from 'openid-client';

import { application, callback, cli, consoleId, eventually, issuer, person } from './setting.js';

const options = { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] };

function discover(id, secret, authentication) {
	return oidc.discovery(issuer, id, { client_secret: secret, id_token_signed_response_alg: 'ES256' },
		authentication, options);
}

/** Has somebody log in for a client, which gets tokens. */
async function logIn(config, somebody, scope, decide) {
	const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
	const expectedState = oidc.randomState();
	const expectedNonce = oidc.randomNonce();
	const address = oidc.buildAuthorizationUrl(config, {
		redirect_uri: callback,
		scope,
		state: expectedState,
		nonce: expectedNonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
		code_challenge_method: 'S256'
	});
	const answer = await somebody.goTo(address, decide);
	return oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true });
}

function refused(code) {
	return (failure) => failure instanceof oidc.ResponseBodyError && failure.error === code;
}

describe('openid-client as the console', () => {
	let config;

	before(async () => config = await discover(consoleId, undefined, oidc.None()));

	it('finds everything by discovery', () => {
		const metadata = config.serverMetadata();
		assert.equal(metadata.issuer, issuer.href.replace(/\/$/, ''));
		assert.ok(metadata.supportsPKCE('S256'));
		assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
		assert.deepEqual(metadata.grant_types_supported, ['authorization_code', 'refresh_token', 'client_credentials']);
		assert.deepEqual(metadata.response_types_supported, ['code']);
	});

	it('logs somebody in and learns who it is', async () => {
		const tokens = await logIn(config, person(), 'openid profile');
		const claims = tokens.claims();
		assert.equal(claims.preferred_username, 'olga');
		assert.deepEqual(claims.amr, ['pwd']);
		assert.ok(Date.now() / 1000 - claims.auth_time < 60);
		assert.ok(tokens.expiresIn() > 590 && tokens.expiresIn() <= 600);
		const info = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
		assert.equal(info.sub, claims.sub);
	});

	it('asks without showing a page, and is told when somebody has to log in', async () => {
		const somebody = person();
		const silent = async (more = {}) => {
			const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
			const address = oidc.buildAuthorizationUrl(config, {
				redirect_uri: callback,
				scope: 'openid',
				prompt: 'none',
				...more,
				code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
				code_challenge_method: 'S256'
			});
			return oidc.authorizationCodeGrant(config, await somebody.goTo(address), { pkceCodeVerifier });
		};
		const loginRequired = (failure) => failure instanceof oidc.AuthorizationResponseError
			&& failure.error === 'login_required';
		await assert.rejects(silent(), loginRequired);
		await logIn(config, somebody, 'openid');
		assert.ok((await silent()).access_token);
		await assert.rejects(silent({ claims: JSON.stringify({ id_token: { acr: { essential: true, value: 'urn:kehu:acr:two-factors' } } }) }), loginRequired);
		assert.ok((await silent()).access_token);
	});

	it('refreshes with a token that is new each time', async () => {
		const first = await logIn(config, person(), 'openid profile');
		const second = await oidc.refreshTokenGrant(config, first.refresh_token);
		assert.notEqual(second.refresh_token, first.refresh_token);
		assert.notEqual(second.access_token, first.access_token);
		assert.equal(second.claims().sub, first.claims().sub);
		assert.equal(second.claims().auth_time, first.claims().auth_time);
		await oidc.fetchUserInfo(config, second.access_token, first.claims().sub);
	});

	it('loses the whole login when a refresh token comes twice', async () => {
		const first = await logIn(config, person(), 'openid');
		const second = await oidc.refreshTokenGrant(config, first.refresh_token);
		const third = await oidc.refreshTokenGrant(config, second.refresh_token);
		await oidc.fetchUserInfo(config, third.access_token, first.claims().sub);
		await assert.rejects(oidc.refreshTokenGrant(config, first.refresh_token), refused('invalid_grant'));
		await assert.rejects(oidc.refreshTokenGrant(config, third.refresh_token), refused('invalid_grant'));
		await eventually('the access token is refused', () => assert.rejects(
			oidc.fetchUserInfo(config, third.access_token, first.claims().sub), oidc.WWWAuthenticateChallengeError));
	});

	it('takes its tokens back', async () => {
		const tokens = await logIn(config, person(), 'openid');
		await oidc.tokenRevocation(config, tokens.refresh_token, { token_type_hint: 'refresh_token' });
		await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), refused('invalid_grant'));
		await eventually('the access token is refused', () => assert.rejects(
			oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub), oidc.WWWAuthenticateChallengeError));
	});

	it('logs somebody out', async () => {
		const somebody = person();
		const tokens = await logIn(config, somebody, 'openid');
		const state = oidc.randomState();
		const left = await somebody.open(oidc.buildEndSessionUrl(config, {
			id_token_hint: tokens.id_token,
			post_logout_redirect_uri: issuer.href,
			state
		}));
		assert.equal(left.address.href, `${issuer.href}?state=${state}`);
		assert.match((await somebody.open('/account/sessions')).text, /<h1>Log in<\/h1>/);
		await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), refused('invalid_grant'));
		await eventually('the access token is refused', () => assert.rejects(
			oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub), oidc.WWWAuthenticateChallengeError));
	});
});

describe('openid-client as a web application', () => {
	const scope = 'openid profile email';
	let config;

	before(async () => config = await discover(application.id, application.secret));

	it('is told when somebody does not permit it', async () => {
		await assert.rejects(logIn(config, person('nina'), scope, () => false), (failure) =>
			failure instanceof oidc.AuthorizationResponseError && failure.error === 'access_denied');
	});

	it('gets what somebody permits and no more, and is not asked about it again', async () => {
		const somebody = person('pavel');
		const asked = [];
		const tokens = await logIn(config, somebody, scope, (one) => asked.push(one) && one === 'email');
		assert.deepEqual(asked.sort(), ['email', 'profile']);
		assert.deepEqual(tokens.scope.split(' ').sort(), ['email', 'openid']);
		const info = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
		assert.equal(info.sub, tokens.claims().sub);
		const again = await logIn(config, somebody, 'openid email', () => assert.fail('asked again'));
		assert.equal(again.claims().sub, tokens.claims().sub);
		assert.ok((await oidc.refreshTokenGrant(config, again.refresh_token)).access_token);
	});
});

describe('openid-client with client credentials', () => {
	for (const [method, authentication] of [['basic', oidc.ClientSecretBasic], ['post', oidc.ClientSecretPost]]) {
		it(`gets a token in its own name with client_secret_${method}, looks into it and takes it back`, async () => {
			const config = await discover(cli.id, cli.secret, authentication(cli.secret));
			const tokens = await oidc.clientCredentialsGrant(config);
			assert.equal(tokens.refresh_token, undefined);
			const live = await oidc.tokenIntrospection(config, tokens.access_token);
			assert.equal(live.active, true);
			assert.equal(live.client_id, cli.id);
			assert.equal(live.sub, cli.id);
			await oidc.tokenRevocation(config, tokens.access_token);
			assert.deepEqual(await oidc.tokenIntrospection(config, tokens.access_token), { active: false });
		});
	}

	it('is not let in with another secret', async () => {
		const config = await discover(cli.id, 'not the secret of this client');
		await assert.rejects(oidc.clientCredentialsGrant(config), (failure) => failure.error === 'invalid_client'
			|| failure instanceof oidc.WWWAuthenticateChallengeError);
	});
});
