package io.kehu.order.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationSignatureTests {

	private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

	private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

	/** The example of the specification of Standard Webhooks. */
	private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

	private static final Instant SENT = Instant.ofEpochSecond(1614265330);

	private static boolean verifies(String id, String timestamp, String signatures, Instant now, byte[] body) {
		return new NotificationSignature(id, timestamp, signatures).verifies(SECRET, body, now, Duration.ofMinutes(5));
	}

	@Test
	void isThatOfTheSpecification() {
		assertThat(verifies("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", SIGNATURE, SENT, BODY)).isTrue();
		assertThat(verifies("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,bad " + SIGNATURE, SENT, BODY)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "msg_other, 1614265330, 0", "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265331, 0",
			"msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, 301", "msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, -301",
			"msg_p5jXN8AQM9LWM0D4loKWxJek, now, 0", "msg_p5jXN8AQM9LWM0D4loKWxJek, 99999999999999999, 0" })
	void refusesWhatWasNotSignedNow(String id, String timestamp, long later) {
		assertThat(verifies(id, timestamp, SIGNATURE, SENT.plusSeconds(later), BODY)).isFalse();
	}

	@Test
	void refusesAnotherBodyAndMissingHeaders() {
		String id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
		assertThat(verifies(id, "1614265330", SIGNATURE, SENT, new byte[0])).isFalse();
		assertThat(verifies(id, "1614265330", null, SENT, BODY)).isFalse();
		assertThat(verifies(null, "1614265330", SIGNATURE, SENT, BODY)).isFalse();
		assertThat(verifies(id, "1614265330", SIGNATURE.substring(3), SENT, BODY)).isFalse();
	}

}
