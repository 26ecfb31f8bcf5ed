// Somebody with a browser that runs no scripts: it keeps cookies, follows redirects, and fills in forms.

const MOST_REDIRECTS = 12;

export class Person {

	#cookies = new Map();

	constructor(issuer, username, password) {
		this.issuer = new URL(issuer);
		this.username = username;
		this.password = password;
	}

	/** Goes to an address and on, through login and consent, until a client's callback. */
	async goTo(address, decide = () => true) {
		let page = await this.open(address);
		while (page.text !== undefined) {
			page = await this.#answer(page, decide);
		}
		return page.address;
	}

	/** Opens an address and follows redirects to a page of the service, or to where they leave it. */
	async open(address, init = {}) {
		let at = new URL(address, this.issuer);
		let answer = await this.#send(at, init);
		for (let hops = 0; answer.status === 302 || answer.status === 303; hops++) {
			if (hops === MOST_REDIRECTS) {
				throw new Error(`Too many redirects, the last to ${at}`);
			}
			at = new URL(answer.headers.get('location'), at);
			if (at.origin !== this.issuer.origin || at.pathname === '/') {
				return { address: at };
			}
			answer = await this.#send(at);
		}
		return { address: at, status: answer.status, text: await answer.text() };
	}

	async #answer(page, decide) {
		const form = formOf(page);
		if (form.fields.has('username')) {
			form.fields.set('username', this.username);
			form.fields.set('password', this.password);
		}
		else if (page.address.pathname === '/login/consent') {
			keepOnly(form, decide);
		}
		else {
			throw new Error(`Nobody knows what to do at ${page.address} (${page.status}): ${page.text}`);
		}
		const next = await this.open(form.action, { method: 'POST', body: form.fields });
		if (next.address.pathname === '/login' && next.address.search.startsWith('?error')) {
			throw new Error('The login was refused');
		}
		return next;
	}

	async #send(address, init = {}) {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(address, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie } });
		for (const line of answer.headers.getSetCookie()) {
			const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
			if (value === '' || /;\s*max-age=0/i.test(line)) {
				this.#cookies.delete(name);
			}
			else {
				this.#cookies.set(name, value);
			}
		}
		return answer;
	}

}

/** Reads the first form of a page as a browser would send it. */
function formOf(page) {
	const [, attributes, inside] = page.text.match(/<form([^>]*)>(.*?)<\/form>/s) ?? [];
	if (attributes === undefined) {
		throw new Error(`No form at ${page.address} (${page.status}): ${page.text}`);
	}
	const fields = new URLSearchParams();
	for (const [input] of inside.matchAll(/<input[^>]*>/gs)) {
		if (attribute(input, 'type') !== 'checkbox' || /\schecked\b/.test(input)) {
			fields.append(attribute(input, 'name'), attribute(input, 'value') ?? '');
		}
	}
	return { action: new URL(attribute(attributes, 'action'), page.address), fields };
}

function attribute(tag, name) {
	return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1].replace(/&amp;/g, '&');
}

function keepOnly(form, decide) {
	const scopes = form.fields.getAll('scope').filter(decide);
	form.fields.delete('scope');
	scopes.forEach((scope) => form.fields.append('scope', scope));
}
