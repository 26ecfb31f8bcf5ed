package io.kehu.gateway.console;

import org.springframework.http.HttpHeaders;

/**
 * What browsers may do on behalf of a page: scripts, styles and data come from this
 * origin, no script is inline, and no other page can embed it.
 */
enum PagePolicy {

	CONSOLE("style-src 'self'"),

	/** The viewer of APIs sets styles in elements. */
	DOCS("style-src 'self' 'unsafe-inline'");

	private static final String BEFORE = "default-src 'none'; script-src 'self'; ";

	private static final String AFTER = "; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
			+ "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	private final String content;

	PagePolicy(String styles) {
		this.content = BEFORE + styles + AFTER;
	}

	void addTo(HttpHeaders headers) {
		headers.set("Content-Security-Policy", this.content);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
		headers.set("Cross-Origin-Resource-Policy", "same-origin");
	}

}
