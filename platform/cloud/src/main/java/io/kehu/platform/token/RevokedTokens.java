package io.kehu.platform.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.kehu.platform.link.LinkIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The revocations that auth-service tells of, asked for every few seconds.
 * <p>
 * When no answer comes, the known list stays good for a while: as long as a revocation
 * may take at most. After that nothing can be said about any token: a request is then
 * told to come again, and never let through.
 */
class RevokedTokens implements RevocationCheck, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RevokedTokens.class);

	/** The service that publishes the list. */
	private static final String PUBLISHER = "auth-service";

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	/** Until the first answer, without which no request is let through. */
	private static final Duration FIRST_INTERVAL = Duration.ofMillis(250);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "revocations");
		thread.setDaemon(true);
		return thread;
	});

	private final @Nullable LinkIdentity identity;

	private final URI address;

	private final Clock clock;

	private final Duration trustedFor;

	private final CountDownLatch asked = new CountDownLatch(1);

	private volatile boolean refused;

	private volatile Known known = new Known(Map.of(), Instant.EPOCH);

	/**
	 * Starts to keep up.
	 * @param identity authenticates this process, or null if the address is open
	 */
	RevokedTokens(URI address, Duration trustedFor, Clock clock, @Nullable LinkIdentity identity) {
		this.identity = identity;
		this.address = address;
		this.trustedFor = trustedFor;
		this.clock = clock;
		this.schedule.execute(this::keepUp);
	}

	@Override
	public boolean isRevoked(Jwt token) {
		Map<String, Long> revoked = trusted().revoked();
		if (revoked.isEmpty()) {
			return false;
		}
		Instant issued = token.getIssuedAt();
		long second = (issued != null) ? issued.getEpochSecond() : Long.MIN_VALUE;
		return RevocationCheck.ids(token).stream().map(revoked::get).anyMatch((until) -> covers(until, second));
	}

	private static boolean covers(@Nullable Long until, long issued) {
		return until != null && issued <= until;
	}

	private Known trusted() {
		awaitFirst();
		Known latest = this.known;
		if (this.clock.instant().minus(this.trustedFor).isAfter(latest.since())) {
			throw new JwtException("It cannot be known which tokens are revoked");
		}
		return latest;
	}

	/**
	 * Blocks only in the first moments of a process, before any token was accepted.
	 */
	private void awaitFirst() {
		try {
			if (this.asked.getCount() > 0 && !this.asked.await(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.debug("The revocations have not come yet");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void keepUp() {
		try {
			refresh();
		}
		finally {
			this.asked.countDown();
			keepUpAfter(this.known.since().equals(Instant.EPOCH) ? FIRST_INTERVAL : INTERVAL);
		}
	}

	private void keepUpAfter(Duration pause) {
		try {
			Future<?> next = this.schedule.schedule(this::keepUp, pause.toMillis(), TimeUnit.MILLISECONDS);
			logger.trace("Asking again: {}", next);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("No more questions: this is closed");
		}
	}

	/**
	 * Asks for the list.
	 */
	void refresh() {
		Instant asked = this.clock.instant();
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(this.address).timeout(TIMEOUT);
			if (this.identity != null) {
				request.header("Authorization", this.identity.authorization(PUBLISHER));
			}
			HttpResponse<String> answer = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			noteRefusal(answer.statusCode());
			if (answer.statusCode() != 200) {
				throw new IOException("Status " + answer.statusCode());
			}
			this.known = new Known(read(answer.body()), asked);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | ParseException | RuntimeException ex) {
			logger.debug("The revocations cannot be read, those known stay in use", ex);
		}
	}

	/** Waiting does not help against a refusal, so that it is logged once. */
	private void noteRefusal(int status) {
		boolean refuses = status == 401 || status == 403;
		if (refuses && !this.refused) {
			logger.warn("{} refuses the list of revocations with status {}, without which no token is accepted: "
					+ "its kehu.link.peers needs the public key of this process", PUBLISHER, status);
		}
		this.refused = refuses;
	}

	private static Map<String, Long> read(String body) throws ParseException {
		Map<String, Long> revoked = new HashMap<>();
		Map<String, Object>[] entries = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(body), "revoked");
		if (entries == null) {
			throw new ParseException("No list of revocations", 0);
		}
		for (Map<String, Object> entry : entries) {
			revoked.put(JSONObjectUtils.getString(entry, "id"), JSONObjectUtils.getLong(entry, "until"));
		}
		return Map.copyOf(revoked);
	}

	@Override
	public void close() {
		this.schedule.shutdownNow();
	}

	/**
	 * What is revoked, and when that was asked.
	 */
	private record Known(Map<String, Long> revoked, Instant since) {
	}

}
