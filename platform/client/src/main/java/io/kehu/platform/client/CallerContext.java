package io.kehu.platform.client;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * Adds the access token to calls to other services.
 * <p>
 * While a request is processed, this is the token of its caller, so that the service does
 * not disclose data that the caller may not access. Otherwise, and for interfaces marked
 * with {@link AsService}, it is the service's own token.
 */
final class CallerContext implements ClientHttpRequestInterceptor {

	private final ServiceToken serviceToken;

	private final boolean asService;

	CallerContext(ServiceToken serviceToken, boolean asService) {
		this.serviceToken = serviceToken;
		this.asService = asService;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		HttpHeaders headers = request.getHeaders();
		boolean service = this.asService && !request.getAttributes().containsKey(AsService.EXCEPT);
		if (service || !headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
			String token = token(service);
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}
		ClientHttpResponse response = execution.execute(request, body);
		if (service) {
			refuseRefusal(response);
		}
		return response;
	}

	/**
	 * Treats a rejected token as an inconclusive response, because it says nothing about
	 * the requested resource.
	 */
	private void refuseRefusal(ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		boolean unknown = status == HttpStatus.UNAUTHORIZED.value();
		if (unknown || status == HttpStatus.FORBIDDEN.value()) {
			response.close();
			this.serviceToken.renew();
			throw new InconclusiveException("Status %d for the service itself".formatted(status), unknown, null);
		}
	}

	private @Nullable String token(boolean service) {
		if (service) {
			return this.serviceToken.get();
		}
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller instanceof AbstractOAuth2TokenAuthenticationToken<?> token) ? token.getToken().getTokenValue()
				: this.serviceToken.get();
	}

}
