// What the test that starts the service tells of it.
import { Person } from './person.js';

function told(name) {
	const value = process.env[name];
	if (!value) {
		throw new Error(`${name} is not set: the JUnit tests of auth-service run these scripts`);
	}
	return value;
}

export const issuer = new URL(told('KEHU_ISSUER'));

export const audience = 'kehu';

/** Any port of the loopback address may be used by a client on somebody's machine, as RFC 8252 says. */
export const callback = 'http://127.0.0.1:50505/callback';

/** The console: a public client. */
export const consoleId = 'kehu-console';

/** The client for scripts: it acts in its own name. */
export const cli = { id: 'kehu-cli', secret: told('KEHU_CLIENT_SECRET') };

/** A web application that people have to permit what it does. */
export const application = { id: 'test-application', secret: told('KEHU_APPLICATION_SECRET') };

export const password = told('KEHU_PASSWORD');

export function person(username = 'olga') {
	return new Person(issuer, username, password);
}

/** Asks again until it is so; what one part of the service revokes, others learn a moment later. */
export async function eventually(what, attempt) {
	const end = Date.now() + 30_000;
	for (;;) {
		try {
			return await attempt();
		}
		catch (failure) {
			if (Date.now() > end) {
				throw new Error(`Not in 30 seconds: ${what}`, { cause: failure });
			}
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}
}
