package io.kehu.auth.login;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Tells the user, or the client itself, why the request of an application was refused.
 */
@Component
class RefusalPage {

	private static final String OF_A_PARAMETER = ".*Parameter: ";

	private final ITemplateEngine templates;

	private final HandlerExceptionResolver failures;

	RefusalPage(ITemplateEngine templates, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
		this.templates = templates;
		this.failures = failures;
	}

	void write(HttpServletRequest request, HttpServletResponse response, OAuth2Error error) throws IOException {
		String reason = reason(error);
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
			this.failures.resolveException(request, response, null,
					ProblemException.of(HttpStatus.BAD_REQUEST, "invalid-request", reason));
			return;
		}
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("reason", reason);
		context.setVariable("code", error.getErrorCode());
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		response.setHeader(PagePolicy.HEADER, PagePolicy.of());
		response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		this.templates.process("refused", context, response.getWriter());
	}

	/** Describes the errors of the framework, which name only the parameter. */
	private static String reason(OAuth2Error error) {
		String description = Objects.requireNonNullElse(error.getDescription(), "");
		String parameter = description.matches(OF_A_PARAMETER + ".+") ? description.replaceFirst(OF_A_PARAMETER, "")
				: "";
		return switch (parameter) {
			case "" -> description.isEmpty() ? "The request of the application is invalid." : description;
			case "client_id" -> "The client_id doesn't belong to any application.";
			case "redirect_uri" -> "The redirect_uri isn't one that the application has registered.";
			case "response_type" -> "The response_type is missing or isn't supported; it must be code.";
			case "post_logout_redirect_uri" ->
				"The post_logout_redirect_uri isn't one that the application has registered.";
			case "id_token_hint" -> "The id_token_hint isn't an ID token that was issued here.";
			default -> "The parameter " + parameter + " is missing, invalid or given more than once.";
		};
	}

}
