package io.kehu.platform.token;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys that auth-service publishes: cached, fetched again ahead of time and
 * for an unknown key id (rarely, so that invented ids cannot make this process hammer
 * auth-service), and kept when auth-service is away.
 */
class VerificationKeys implements JWKSource<SecurityContext> {

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

	private static final int TIMEOUT_MILLISECONDS = 2_000;

	private static final int LARGEST_ANSWER_BYTES = 50 * 1024;

	private final JWKSource<SecurityContext> published;

	private volatile boolean reachable;

	VerificationKeys(URI address) {
		DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MILLISECONDS, TIMEOUT_MILLISECONDS,
				LARGEST_ANSWER_BYTES);
		this.published = JWKSourceBuilder.<SecurityContext>create(url(address), retriever)
			.cache(LIFETIME.toMillis(), LONGEST_WAIT.toMillis())
			.rateLimited(SHORTEST_INTERVAL.toMillis())
			.healthReporting((report) -> this.reachable = report.getHealthStatus() == HealthStatus.HEALTHY)
			.outageTolerantForever()
			.build();
	}

	/**
	 * {@inheritDoc} An empty answer means that there is no such key.
	 * @throws RemoteKeySourceException when that cannot be known, because auth-service
	 * does not answer
	 */
	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		try {
			return this.published.get(selector, context);
		}
		catch (RateLimitReachedException ex) {
			if (this.reachable) {
				return List.of();
			}
			throw new RemoteKeySourceException("The signing keys cannot be fetched", ex);
		}
	}

	private static URL url(URI address) {
		try {
			return address.toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("kehu.auth.jwks-uri is not a URL: " + address, ex);
		}
	}

}
