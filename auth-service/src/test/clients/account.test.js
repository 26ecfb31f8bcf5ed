import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { AuthenticatorApp, emails, launch, open } from './browser.js';
import { eventually, password } from './setting.js';

const other = 'quite another horse in the rain';

let browser;

before(async () => browser = await launch());

after(async () => browser?.close());

async function loggedIn(username, path, heading, settings) {
	const window = await open(browser, settings);
	await window.goTo(path, 'Log in');
	await window.logIn(username, password);
	await window.at(heading);
	return window;
}

describe('the password', () => {
	it('is changed', async () => {
		const window = await loggedIn('paul', '/account/password', 'Change your password');
		await window.examine('password');
		assert.deepEqual(await window.tabOrder(), ['Logins', 'Applications', 'Password', 'Second factor', 'Log out', 'Current password',
			'New password', 'Repeat new password', 'Change password']);
		await change(window, 'not the password', other, other);
		await window.error('The current password is incorrect.');
		await change(window, password, 'password12345', 'password12345');
		await window.error(/easy to guess/);
		await window.examine('password-refused');
		await change(window, password, other, `${other}s`);
		await window.error('The new passwords don\'t match.');
		await change(window, password, other, other);
		await window.notice('Your password has been changed, and you\'ve been logged out everywhere else.');
		await window.examine('password-changed');
		await window.close();
	});

	it('is reset with an e-mail', async () => {
		const window = await open(browser);
		await window.goTo('/login', 'Log in');
		await window.press('Forgot your password?');
		await window.at('Forgot your password?');
		await window.examine('forgotten');
		await window.type('User name or e-mail address', 'rosa@example.org');
		await window.page.keyboard.press('Enter');
		await window.notice(/we've sent an e-mail/);
		await window.examine('forgotten-sent');
		const link = await eventually('the e-mail is there', () => emails('rosa@example.org')[0].match(/http\S+reset\S+/)[0]);
		await window.goTo(link, 'Choose a new password');
		await window.examine('reset');
		await window.type('New password', other);
		await window.type('Repeat new password', 'something else altogether');
		await window.page.keyboard.press('Enter');
		await window.error('The new passwords don\'t match.');
		await window.type('New password', other);
		await window.type('Repeat new password', other);
		await window.page.keyboard.press('Enter');
		await window.at('Log in');
		await window.notice(/Your password has been changed/);
		await window.logIn('rosa', other);
		await window.at('Where you are logged in');
		await window.goTo(link, 'Choose a new password');
		assert.match(await window.page.getByRole('alert').textContent(), /This link is not valid/);
		await window.examine('reset-used');
		await window.close();
	});

	it('has to be another when an administrator asks for it', async () => {
		const window = await loggedIn('rike', '/account/sessions', 'Change your password');
		await window.examine('password-required');
		await change(window, password, other, other);
		await window.at('Where you are logged in');
		await window.close();
	});

	async function change(window, current, next, repeated) {
		await window.type('Current password', current);
		await window.type('New password', next);
		await window.type('Repeat new password', repeated);
		await window.page.keyboard.press('Enter');
	}
});

describe('the second factor', () => {
	it('is an app with recovery codes', async () => {
		const window = await loggedIn('tom', '/account/second-factor', 'Your second factor');
		await window.examine('second-factor-none');
		const app = new AuthenticatorApp(await window.page.locator('.secret').textContent());
		await window.type('Six digits', app.wrongCode());
		await window.page.keyboard.press('Enter');
		await window.error(/The code is incorrect/);
		await window.examine('second-factor-wrong-code');
		await window.type('Six digits', app.code());
		await window.page.keyboard.press('Enter');
		await window.at('Your recovery codes');
		await window.examine('recovery-codes');
		const codes = await window.page.locator('.codes li').allTextContents();
		assert.equal(codes.length, 10);
		await window.press('I\'ve saved them, continue');
		await window.close();

		const second = await loggedIn('tom', '/account/second-factor', 'Confirm it\'s you');
		await second.examine('second-factor-asked');
		await second.type('Code from your authenticator app', app.wrongCode());
		await second.page.keyboard.press('Enter');
		await second.error(/The code is incorrect/);
		await second.examine('second-factor-refused');
		await second.type('Code from your authenticator app', app.code(1));
		await second.page.keyboard.press('Enter');
		await second.at('Your second factor');
		await second.examine('second-factor-app');
		await second.close();

		const third = await loggedIn('tom', '/account/second-factor', 'Confirm it\'s you');
		await third.type('Code from your authenticator app', codes[2]);
		await third.page.keyboard.press('Enter');
		await third.at('Your second factor');
		assert.match(await third.page.locator('main').textContent(), /9 unused recovery codes/);
		await third.press('Remove the app');
		await third.page.getByText('Set up the app').waitFor();
		await third.close();
	});

	it('is asked for by a role', async () => {
		const window = await loggedIn('stefan', '/account/sessions', 'Your second factor');
		await window.notice(/Your role requires a second factor/);
		await window.examine('second-factor-required');
		const app = new AuthenticatorApp(await window.page.locator('.secret').textContent());
		await window.type('Six digits', app.code());
		await window.page.keyboard.press('Enter');
		await window.at('Your recovery codes');
		await window.press('I\'ve saved them, continue');
		await window.at('Where you are logged in');
		await window.close();
	});
});

describe('a passkey', () => {
	it('replaces both the password and the code', async () => {
		const window = await loggedIn('pia', '/account/second-factor', 'Your second factor');
		const authenticator = await securityKey(window);
		await window.type('Name for a new passkey', 'Telephone');
		await window.press('Add a passkey', 'Space');
		await window.notice('Passkey added. You can use it the next time you log in.');
		await window.examine('passkey-added');
		await logOut(window);
		await window.goTo('/account/second-factor', 'Log in');
		await window.press('Log in with a passkey');
		await window.at('Your second factor');

		await logOut(window);
		await window.goTo('/account/second-factor', 'Log in');
		await window.logIn('pia', password);
		await window.at('Confirm it\'s you');
		await window.examine('passkey-asked');
		await window.press('Use a passkey');
		await window.at('Your second factor');

		await logOut(window);
		await window.goTo('/account/second-factor', 'Log in');
		await authenticator.verifies(false);
		await window.press('Log in with a passkey');
		await window.error(/The passkey wasn't accepted/);
		assert.match(window.complaints.splice(0).join(), /^NotAllowedError/);
		await window.examine('passkey-refused');
		await authenticator.verifies(true);
		await window.press('Log in with a passkey');
		await window.at('Your second factor');
		await window.press('Remove Telephone');
		await window.page.getByRole('cell', { name: 'Telephone' }).waitFor({ state: 'detached' });
		await window.close();
	});

	it('is enough for a role that asks for a second factor', async () => {
		const window = await loggedIn('petra', '/account/sessions', 'Your second factor');
		await securityKey(window);
		await window.press('Add a passkey');
		await window.notice(/Passkey added/);
		await window.examine('passkey-go-on');
		await window.press('Continue');
		await window.at('Where you are logged in');
		await window.close();
	});

	async function logOut(window) {
		await window.press('Log out');
		await window.at('Log out');
		await window.press('Log out');
		await window.at('Log in');
	}

	/** Plugs in a security key that Chromium makes up, with a finger on it all the time. */
	async function securityKey(window) {
		const session = await window.page.context().newCDPSession(window.page);
		await session.send('WebAuthn.enable');
		const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
			options: {
				protocol: 'ctap2',
				transport: 'internal',
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				automaticPresenceSimulation: true
			}
		});
		return {
			verifies: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
		};
	}
});

describe('logins', () => {
	it('are listed, and end when somebody says so', async () => {
		const path = '/account/sessions';
		const heading = 'Where you are logged in';
		const window = await loggedIn('sam', path, heading);
		const telephone = await loggedIn('sam', path, heading, {
			userAgent: 'Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36'
		});
		const library = await loggedIn('sam', path, heading);
		await window.goTo(path, heading);
		assert.equal(await window.page.locator('tbody tr').count(), 3);
		await window.examine('sessions');
		const ending = await window.page.getByRole('button', { name: /Android/ }).getAttribute('aria-label');
		await window.press(ending);
		await window.notice('The device has been logged out.');
		assert.equal(await window.page.locator('tbody tr').count(), 2);
		await window.examine('session-ended');
		await telephone.goTo(path, 'Log in');
		await library.goTo(path, heading);
		await window.press('Log out everywhere else');
		await window.page.getByText('Log out everywhere else').waitFor({ state: 'detached' });
		await library.goTo(path, 'Log in');
		await Promise.all([window, telephone, library].map((one) => one.close()));
	});
});
