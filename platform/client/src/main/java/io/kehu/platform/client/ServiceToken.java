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
 * The service's own access token, fetched by its client credentials and kept until
 * shortly before it expires.
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
	 * Returns the token, or null when this service has no credentials.
	 * @throws ServiceUnavailableException when auth-service does not answer
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
	 * Has the next call fetch a new token.
	 */
	void renew() {
		this.kept = null;
	}

	/** Returns whether this service can prove who it is. */
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

	/** What the token endpoint answers (RFC 6749, section 5.1). */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record TokenReply(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {
	}

}
