package io.kehu.auth.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends parameters to a client through the browser.
 */
@Component
class ClientResponse {

	private final ITemplateEngine templates;

	ClientResponse(ITemplateEngine templates) {
		this.templates = templates;
	}

	void send(HttpServletResponse response, ResponseMode mode, String target, Map<String, String> parameters)
			throws IOException {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		switch (mode) {
			case QUERY -> redirect(response, target, parameters);
			case FORM_POST -> post(response, target, parameters);
		}
	}

	private static void redirect(HttpServletResponse response, String target, Map<String, String> parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(target);
		parameters.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader(HttpHeaders.LOCATION, address.build(true).toUriString());
	}

	/** OAuth 2.0 Form Post Response Mode. */
	private void post(HttpServletResponse response, String target, Map<String, String> parameters) throws IOException {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("target", target);
		context.setVariable("parameters", parameters);
		response.setHeader(PagePolicy.HEADER, PagePolicy.of(PagePolicy.source(target)));
		response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		this.templates.process("posted", context, response.getWriter());
	}

}
