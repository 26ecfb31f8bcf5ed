import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import * as oauth from 'oauth4webapi';

import { audience, callback, cli, consoleId, eventually, issuer, person } from './setting.js';

const plainHttp = { [oauth.allowInsecureRequests]: true };

const client = { client_id: consoleId, id_token_signed_response_alg: 'ES256' };

let server;

before(async () => {
	const answer = await oauth.discoveryRequest(issuer, plainHttp);
	server = await oauth.processDiscoveryResponse(issuer, answer);
});

/** Sends somebody through the login and returns the verified answer with what belongs to it. */
async function authorize() {
	const verifier = oauth.generateRandomCodeVerifier();
	const state = oauth.generateRandomState();
	const nonce = oauth.generateRandomNonce();
	const address = new URL(server.authorization_endpoint);
	address.search = new URLSearchParams({
		client_id: consoleId,
		response_type: 'code',
		redirect_uri: callback,
		scope: 'openid profile',
		state,
		nonce,
		code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	});
	const answer = oauth.validateAuthResponse(server, client, await person().goTo(address), state);
	return { answer, verifier, nonce };
}

function redeem({ answer, verifier }) {
	return oauth.authorizationCodeGrantRequest(server, client, oauth.None(), answer, callback, verifier, plainHttp);
}

async function logIn() {
	const authorized = await authorize();
	const response = await redeem(authorized);
	const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
		expectedNonce: authorized.nonce,
		requireIdToken: true
	});
	await oauth.validateApplicationLevelSignature(server, response, plainHttp);
	return tokens;
}

async function refresh(token) {
	const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, plainHttp);
	return oauth.processRefreshTokenResponse(server, client, response);
}

/** What a service does with the token of a request: RFC 9068, section 4. */
function accept(token, expected = audience) {
	const request = new Request(new URL('/api/v1/me', issuer), { headers: { authorization: `Bearer ${token}` } });
	return oauth.validateJwtAccessToken(server, request, expected, plainHttp);
}

function refused(code) {
	return (failure) => failure instanceof oauth.ResponseBodyError && failure.error === code;
}

describe('oauth4webapi as the console', () => {
	it('reads the same in both descriptions of the server', async () => {
		const answer = await oauth.discoveryRequest(issuer, { ...plainHttp, algorithm: 'oauth2' });
		const other = await oauth.processDiscoveryResponse(issuer, answer);
		for (const [name, value] of Object.entries(other)) {
			assert.deepEqual(value, server[name], name);
		}
	});

	it('gets tokens for somebody and verifies who it is', async () => {
		const tokens = await logIn();
		const { sub } = oauth.getValidatedIdTokenClaims(tokens);
		const answer = await oauth.userInfoRequest(server, client, tokens.access_token, plainHttp);
		assert.equal((await oauth.processUserInfoResponse(server, client, sub, answer)).sub, sub);
		const me = await oauth.protectedResourceRequest(tokens.access_token, 'GET', new URL('/api/v1/me', issuer),
			undefined, undefined, plainHttp);
		assert.equal((await me.json()).userId, sub);
	});

	it('needs the verifier of the code', async () => {
		const authorized = await authorize();
		const stolen = await redeem({ ...authorized, verifier: oauth.generateRandomCodeVerifier() });
		await assert.rejects(oauth.processAuthorizationCodeResponse(server, client, stolen), refused('invalid_grant'));
	});

	it('redeems a code once, and a second time ends what came of the first', async () => {
		const authorized = await authorize();
		const tokens = await oauth.processAuthorizationCodeResponse(server, client, await redeem(authorized),
			{ expectedNonce: authorized.nonce });
		const replayed = await redeem(authorized);
		await assert.rejects(oauth.processAuthorizationCodeResponse(server, client, replayed), refused('invalid_grant'));
		await assert.rejects(refresh(tokens.refresh_token), refused('invalid_grant'));
	});

	it('refreshes with rotation, and loses the login when a token comes twice', async () => {
		const first = await logIn();
		const second = await refresh(first.refresh_token);
		assert.notEqual(second.refresh_token, first.refresh_token);
		const third = await refresh(second.refresh_token);
		await assert.rejects(refresh(first.refresh_token), refused('invalid_grant'));
		await assert.rejects(refresh(third.refresh_token), refused('invalid_grant'));
	});

	it('takes a token back', async () => {
		const tokens = await logIn();
		await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, oauth.None(),
			tokens.refresh_token, plainHttp));
		await assert.rejects(refresh(tokens.refresh_token), refused('invalid_grant'));
	});
});

describe('oauth4webapi with client credentials', () => {
	const self = { client_id: cli.id };
	const secret = oauth.ClientSecretBasic(cli.secret);

	it('gets a token, looks into it and takes it back', async () => {
		const response = await oauth.clientCredentialsGrantRequest(server, self, secret, {}, plainHttp);
		const { access_token: token } = await oauth.processClientCredentialsResponse(server, self, response);
		const look = async () => oauth.processIntrospectionResponse(server, self,
			await oauth.introspectionRequest(server, self, secret, token, plainHttp));
		assert.equal((await look()).active, true);
		await oauth.processRevocationResponse(await oauth.revocationRequest(server, self, secret, token, plainHttp));
		assert.equal((await look()).active, false);
		await eventually('services refuse it', async () => {
			const me = new URL('/api/v1/me', issuer);
			await assert.rejects(oauth.protectedResourceRequest(token, 'GET', me, undefined, undefined, plainHttp),
				(failure) => failure instanceof oauth.WWWAuthenticateChallengeError && failure.status === 401
					&& failure.cause[0].scheme === 'bearer' && failure.cause[0].parameters.error === 'invalid_token');
		});
	});
});

describe('oauth4webapi as a service', () => {
	it('accepts the access token of a person as RFC 9068 says', async () => {
		const tokens = await logIn();
		const claims = await accept(tokens.access_token);
		assert.equal(claims.sub, oauth.getValidatedIdTokenClaims(tokens).sub);
		assert.equal(claims.client_id, consoleId);
		assert.deepEqual(claims.roles, ['sales-representative']);
		assert.equal(claims.exp - claims.iat, 600);
	});

	it('accepts the access token of client credentials', async () => {
		const self = { client_id: cli.id };
		const response = await oauth.clientCredentialsGrantRequest(server, self, oauth.ClientSecretPost(cli.secret),
			{}, plainHttp);
		const { access_token: token } = await oauth.processClientCredentialsResponse(server, self, response);
		assert.equal((await accept(token)).sub, cli.id);
	});

	it('refuses an ID token, a token for others, and one that was changed', async () => {
		const tokens = await logIn();
		await assert.rejects(accept(tokens.id_token));
		await assert.rejects(accept(tokens.access_token, 'somebody-else'));
		const [header, payload, signature] = tokens.access_token.split('.');
		const claims = JSON.parse(Buffer.from(payload, 'base64url'));
		claims.roles = ['administrator'];
		const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
		await assert.rejects(accept(`${header}.${forged}.${signature}`));
	});
});
