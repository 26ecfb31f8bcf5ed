package io.kehu.platform.security;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Reading rights from a service that is slow, or does not answer.
 */
class TokenRightsTests {

	private static final String CONTENT = "{\"permissions\": [\"customer:read\"]}";

	private static final String OTHER = "{\"permissions\": [\"order:read\"]}";

	private static final int MANY = 20;

	private static final Duration ENOUGH = Duration.ofSeconds(20);

	private final AtomicLong now = new AtomicLong();

	private final SlowSource source = new SlowSource();

	private final TokenRights rights = new TokenRights(this.source, this.now::get);

	private final ExecutorService requests = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.source.released.countDown();
		this.requests.shutdownNow();
	}

	@Test
	void manyRequestsShareOneReading() {
		List<CompletableFuture<?>> pending = askManyTimes(token("a", CONTENT));
		this.source.released.countDown();
		assertThat(pending).allSatisfy((one) -> assertThat(one.join()).isNotNull());
		assertThat(this.source.readings).hasValue(1);
	}

	@Test
	void manyRequestsShareOneFailureWhichIsRememberedForAMoment() {
		this.source.failing = true;
		List<CompletableFuture<?>> pending = askManyTimes(token("a", CONTENT));
		this.source.released.countDown();
		assertThat(pending).allSatisfy((one) -> assertThat(one).failsWithin(ENOUGH));
		unreadable();
		assertThat(this.source.readings).hasValue(1);
		this.source.failing = false;
		unreadable();
		this.now.addAndGet(1_000_000_001L);
		assertThat(this.rights.authenticate(token("a", CONTENT)).getAuthorities()).hasSize(1);
		assertThat(this.source.readings).hasValue(2);
	}

	@Test
	void nobodyWaitsForTheRightsOfOthers() {
		List<CompletableFuture<?>> pending = askManyTimes(token("a", CONTENT));
		assertThat(this.rights.authenticate(token("b", OTHER)).getAuthorities()).hasSize(1);
		assertThat(pending).noneMatch(CompletableFuture::isDone);
	}

	@Test
	void aTokenThatIsRefusedRefusesNoOther() {
		this.source.unknown = "revoked";
		CompletableFuture<?> refused = ask(token("revoked", CONTENT));
		await().until(() -> this.source.readings.get() == 1);
		List<CompletableFuture<?>> pending = askManyTimes(token("a", CONTENT));
		this.source.released.countDown();
		assertThat(refused).failsWithin(ENOUGH)
			.withThrowableThat()
			.withCauseInstanceOf(InvalidBearerTokenException.class);
		assertThat(pending).allSatisfy((one) -> assertThat(one.join()).isNotNull());
	}

	private void unreadable() {
		assertThatExceptionOfType(AuthenticationServiceException.class)
			.isThrownBy(() -> this.rights.authenticate(token("a", CONTENT)));
	}

	private List<CompletableFuture<?>> askManyTimes(Jwt token) {
		List<CompletableFuture<?>> pending = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			pending.add(ask(token));
		}
		await().until(() -> this.source.readings.get() > 0);
		return pending;
	}

	private CompletableFuture<?> ask(Jwt token) {
		return CompletableFuture.supplyAsync(() -> this.rights.authenticate(token), this.requests);
	}

	private Jwt token(String id, String content) {
		String digest = Sha256.base64UrlOf(content);
		this.source.contents.put(digest, content);
		return Jwt.withTokenValue(id)
			.header("alg", "none")
			.subject("client")
			.claim("client_id", "client")
			.claim(RightsSource.CLAIM, digest)
			.issuedAt(Instant.EPOCH)
			.build();
	}

	/**
	 * Answers once it is released, except for rights other than the first.
	 */
	private static final class SlowSource implements RightsSource {

		private final Map<String, String> contents = new ConcurrentHashMap<>();

		private final CountDownLatch released = new CountDownLatch(1);

		private final AtomicInteger readings = new AtomicInteger();

		private volatile boolean failing;

		private volatile String unknown = "";

		@Override
		public @Nullable String find(Jwt token) throws IOException {
			String content = this.contents.get(token.getClaimAsString(CLAIM));
			if (OTHER.equals(content)) {
				return content;
			}
			this.readings.incrementAndGet();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			if (this.failing) {
				throw new IOException("away");
			}
			return this.unknown.equals(token.getTokenValue()) ? null : content;
		}

	}

}
