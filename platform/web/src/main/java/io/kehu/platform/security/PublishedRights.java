package io.kehu.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads rights from auth-service, which returns those of the token that the request is
 * made with.
 */
final class PublishedRights implements RightsSource {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final URI address;

	PublishedRights(URI address) {
		this.address = address;
	}

	@Override
	public @Nullable String find(Jwt token) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.timeout(TIMEOUT)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue())
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			return switch (response.statusCode()) {
				case 200 -> response.body();
				case 401, 404 -> null;
				default -> throw new IOException("Status " + response.statusCode());
			};
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while reading rights", ex);
		}
	}

}
