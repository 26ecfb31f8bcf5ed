package io.kehu.platform.webhook;

import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class WebhookDetailsTests {

	private static WebhookDetails details(List<String> types, List<String> fields) {
		return new WebhookDetails("https://a.example", null, types, fields);
	}

	@Test
	void selectsByTypeAndField() {
		WebhookDetails customers = details(List.of("io.kehu.customer.*", "io.kehu.case.opened.v1"), List.of());
		assertThat(customers.selects("io.kehu.customer.changed.v1", List.of("name"))).isTrue();
		assertThat(customers.selects("io.kehu.case.opened.v1", List.of())).isTrue();
		assertThat(customers.selects("io.kehu.case.closed.v1", List.of())).isFalse();
		WebhookDetails statuses = details(List.of("*"), List.of("status"));
		assertThat(statuses.selects("io.kehu.customer.changed.v1", List.of("name", "status"))).isTrue();
		assertThat(statuses.selects("io.kehu.customer.changed.v1", List.of("name"))).isFalse();
	}

	@Test
	void signsAsTheStandardSays() {
		WebhookSecret secret = WebhookSecret.random();
		long now = System.currentTimeMillis() / 1000;
		String signature = secret.sign("msg_1", now, "{\"a\": 1}");
		Map<String, List<String>> headers = Map.of("webhook-id", List.of("msg_1"), "webhook-timestamp",
				List.of(Long.toString(now)), "webhook-signature",
				List.of(WebhookSecret.random().sign("msg_1", now, "{\"a\": 1}") + " " + signature));
		assertThatNoException().isThrownBy(() -> new Webhook(secret.value()).verify("{\"a\": 1}", headers));
	}

}
