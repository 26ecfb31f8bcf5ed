package io.kehu.auth.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class EvenPauseTests {

	private static final Duration LENGTH = Duration.ofMillis(500);

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

	private final List<Long> pauses = new ArrayList<>();

	private final EvenPause pause = new EvenPause(LENGTH, this.now::get, (left) -> {
		this.pauses.add(left);
		this.now.addAndGet((left > 1_000_000) ? left / 2 : left);
	});

	@Test
	void whateverTheWorkTookTheAnswerComesAtTheSameTime() {
		for (Duration work : List.of(Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(280))) {
			long began = this.now.get();
			HttpServletRequest request = new MockHttpServletRequest();
			this.pause.begin(request);
			this.now.addAndGet(work.toNanos());
			this.pause.until(request);
			assertThat(this.now.get() - began).isEqualTo(LENGTH.toNanos());
		}
	}

	@Test
	void thereIsNothingToWaitForAfterwardsOrWithoutAnAttempt() {
		HttpServletRequest request = new MockHttpServletRequest();
		this.pause.until(request);
		this.pause.begin(request);
		this.now.addAndGet(LENGTH.toNanos());
		this.pause.until(request);
		assertThat(this.pauses).isEmpty();
	}

}
