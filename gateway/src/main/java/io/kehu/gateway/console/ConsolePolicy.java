package io.kehu.gateway.console;

import org.springframework.http.HttpHeaders;

/**
 * What browsers may do on behalf of the console: scripts, styles and data come from this
 * origin, none are inline, and no other page can embed it.
 */
final class ConsolePolicy {

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'; base-uri 'none'";

	private ConsolePolicy() {
	}

	static void addTo(HttpHeaders headers) {
		headers.set("Content-Security-Policy", CONTENT);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
		headers.set("Cross-Origin-Resource-Policy", "same-origin");
	}

}
