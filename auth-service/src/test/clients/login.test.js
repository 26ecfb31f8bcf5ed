import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { listen, launch, open } from './browser.js';
import { application, consoleId, issuer, password } from './setting.js';

let browser;

let callback;

before(async () => {
	browser = await launch();
	callback = await listen();
});

after(async () => {
	callback?.close();
	await browser?.close();
});

/** Where a client sends somebody to log in. The verifier of the challenge is not needed: nobody redeems the code. */
function authorization(client, scope) {
	const address = new URL('/oauth2/authorize', issuer);
	address.search = new URLSearchParams({
		response_type: 'code',
		client_id: client,
		scope,
		redirect_uri: callback.address,
		state: 'of this client',
		code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
		code_challenge_method: 'S256'
	});
	return address;
}

async function answered(window) {
	await window.page.waitForURL(`${callback.address}?**`);
	const answer = new URL(window.page.url()).searchParams;
	assert.equal(answer.get('state'), 'of this client');
	return answer;
}

describe('the login', () => {
	it('starts at the user name, and everything is reached by the tabulator key', async () => {
		const window = await open(browser);
		await window.goTo('/login', 'Log in');
		assert.equal(await window.page.evaluate(() => document.activeElement.id), 'username');
		await window.examine('login');
		assert.deepEqual(await window.tabOrder(), ['User name', 'Password', 'Log in', 'Log in with a passkey',
			'Forgot your password?']);
		await window.close();
	});

	it('leads back to the client', async () => {
		const window = await open(browser);
		await window.goTo(authorization(consoleId, 'openid profile'), 'Log in');
		await window.logIn('lena', password);
		assert.ok((await answered(window)).get('code'));
		await window.close();
	});

	it('leads somebody who wanted no client to their own pages', async () => {
		const window = await open(browser);
		await window.goTo('/', 'Log in');
		await window.logIn('lena', password);
		await window.at('Where you are logged in');
		await window.page.context().clearCookies();
		await window.goTo('/login', 'Log in');
		await window.logIn('lena', password);
		await window.at('Where you are logged in');
		await window.close();
	});

	it('tells of a wrong password, and leads to the field', async () => {
		const window = await open(browser);
		await window.goTo('/login', 'Log in');
		await window.logIn('lena', 'not the password');
		await window.error('The user name or password is incorrect.');
		await window.examine('login-refused');
		await window.page.keyboard.press('Tab');
		await window.page.keyboard.press('Enter');
		assert.equal(await window.page.evaluate(() => document.activeElement.id), 'username');
		await window.logIn('lena', password);
		await window.at('Where you are logged in');
		await window.close();
	});

	it('works without scripts', async () => {
		const window = await open(browser, { javaScriptEnabled: false });
		await window.goTo('/account/password', 'Log in');
		await window.logIn('lena', password);
		await window.at('Change your password');
		await window.close();
	});

	it('lets somebody log out', async () => {
		const window = await open(browser);
		await window.goTo('/account/sessions', 'Log in');
		await window.logIn('lena', password);
		await window.at('Where you are logged in');
		await window.press('Log out');
		await window.at('Log out');
		await window.examine('logout');
		await window.press('Log out', 'Space');
		await window.at('Log in');
		await window.notice('You\'ve been logged out.');
		await window.examine('login-after-logout');
		await window.close();
	});
});

describe('the consent', () => {
	it('is asked for, and given by keyboard', async () => {
		const window = await open(browser);
		await window.goTo(authorization(application.id, 'openid profile email'), 'Log in');
		await window.logIn('cora', password);
		await window.at('Test application asks for permission');
		await window.examine('consent');
		await window.tabOrder();
		await window.press('See your name and your user name', 'Space');
		await window.press('Allow');
		assert.ok((await answered(window)).get('code'));

		await window.goTo('/account/clients', 'Applications that act for you');
		assert.deepEqual(await window.page.locator('tbody li').allTextContents(), ['See your e-mail address']);
		await window.examine('clients');
		await window.press('Withdraw from Test application');
		await window.notice('The application can no longer act for you.');
		await window.examine('clients-none');
		await window.close();
	});

	it('can be refused', async () => {
		const window = await open(browser);
		await window.goTo(authorization(application.id, 'openid profile email'), 'Log in');
		await window.logIn('lena', password);
		await window.at('Test application asks for permission');
		await window.press('Don\'t allow');
		assert.equal((await answered(window)).get('error'), 'access_denied');
		await window.close();
	});
});
