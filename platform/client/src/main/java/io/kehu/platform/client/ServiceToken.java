package io.kehu.platform.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The service's own access token, obtained with its client credentials and cached until
 * 30 seconds before it expires.
 */
final class ServiceToken {

	private static final Duration MARGIN = Duration.ofSeconds(30);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final RestClient client;

	private final @Nullable URI address;

	private final String clientId;

	private final @Nullable String secret;

	private final Clock clock;

	private final ReentrantLock fetching = new ReentrantLock();

	private volatile @Nullable Kept kept;

	ServiceToken(RestClient client, String clientId, ServiceTokenProperties properties, Clock clock) {
		this.client = client;
		this.address = properties.auth().tokenUri();
		this.clientId = clientId;
		this.secret = properties.service().clientSecret();
		this.clock = clock;
	}

	/**
	 * Returns the token, or null if this service has no credentials.
	 * @throws ServiceUnavailableException if auth-service does not issue a token
	 */
	@Nullable String get() {
		if (this.address == null || this.secret == null) {
			return null;
		}
		Kept current = this.kept;
		if (current != null && this.clock.instant().isBefore(current.until())) {
			return current.token();
		}
		this.fetching.lock();
		try {
			current = this.kept;
			if (current == null || !this.clock.instant().isBefore(current.until())) {
				current = fetch(this.address, this.secret);
				this.kept = current;
			}
			return current.token();
		}
		finally {
			this.fetching.unlock();
		}
	}

	/**
	 * Discards the cached token, so that the next call fetches a new one.
	 */
	void renew() {
		this.kept = null;
	}

	/** Returns whether this service has credentials. */
	boolean hasCredentials() {
		return this.address != null && this.secret != null;
	}

	private Kept fetch(URI uri, String password) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		try {
			TokenReply reply = this.client.post()
				.uri(uri)
				.headers((headers) -> headers.setBasicAuth(this.clientId, password))
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form)
				.retrieve()
				.requiredBody(TokenReply.class);
			return new Kept(reply.token(), this.clock.instant().plusSeconds(reply.seconds()).minus(MARGIN));
		}
		catch (RestClientException ex) {
			throw new ServiceUnavailableException("auth-service", RETRY_AFTER, ex);
		}
	}

	private record Kept(String token, Instant until) {
	}

	/** The response of the token endpoint (RFC 6749, section 5.1). */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record TokenReply(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {
	}

}
