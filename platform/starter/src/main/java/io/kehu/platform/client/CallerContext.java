package io.kehu.platform.client;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * Makes a call in the name of whoever this service works for, and as part of the same
 * trace.
 * <p>
 * Within a request that is its caller, so that nobody learns through a service what is
 * hidden from them; elsewhere it is the service itself.
 */
final class CallerContext implements ClientHttpRequestInterceptor {

	private static final String TRACE_PARENT = "traceparent";

	private final ServiceToken serviceToken;

	CallerContext(ServiceToken serviceToken) {
		this.serviceToken = serviceToken;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		HttpHeaders headers = request.getHeaders();
		if (!headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
			String token = token();
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}
		String trace = MDC.get("traceId");
		String span = MDC.get("spanId");
		if (trace != null && span != null && !headers.containsHeader(TRACE_PARENT)) {
			headers.set(TRACE_PARENT, "00-%s-%s-01".formatted(trace, span));
		}
		return execution.execute(request, body);
	}

	private @Nullable String token() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller instanceof AbstractOAuth2TokenAuthenticationToken<?> token) ? token.getToken().getTokenValue()
				: this.serviceToken.get();
	}

}
