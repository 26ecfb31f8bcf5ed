package io.kehu.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads rights from auth-service, which returns those of the token that the request is
 * made with.
 */
final class PublishedRights implements RightsSource {

	/** Short, since requests wait for it. */
	private static final Duration TIMEOUT = Duration.ofSeconds(1);

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
			CompletableFuture<HttpResponse<String>> pending = this.http.sendAsync(request,
					HttpResponse.BodyHandlers.ofString());
			HttpResponse<String> response = received(pending);
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

	/** The time-out of a request ends with its headers; this one includes the body. */
	private static <T> T received(CompletableFuture<T> pending) throws IOException, InterruptedException {
		try {
			return pending.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			pending.cancel(true);
			throw new IOException("No answer", ex);
		}
	}

}
