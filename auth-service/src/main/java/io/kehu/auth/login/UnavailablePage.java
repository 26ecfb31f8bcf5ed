package io.kehu.auth.login;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Renders the page for a temporary outage.
 */
@Component
class UnavailablePage {

	private final ITemplateEngine templates;

	UnavailablePage(ITemplateEngine templates) {
		this.templates = templates;
	}

	void write(HttpServletResponse response, Duration retryAfter) throws IOException {
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(PagePolicy.HEADER, PagePolicy.of());
		response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		this.templates.process("unavailable", new Context(Locale.ENGLISH), response.getWriter());
	}

}
