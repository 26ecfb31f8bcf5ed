package io.kehu.platform.inbox;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@KehuIntegrationTest(classes = DeadLetterControllerTests.Service.class,
		properties = { "spring.application.name=redrive-service", "kehu.outbox.topics=kehu.redriven" })
class DeadLetterControllerTests {

	private static final String PATH = "/api/v1/redrive-service/dead-letters";

	@Autowired
	private HttpProbe http;

	@Test
	void refusesWhoMayNotRedrive() {
		assertThat(this.http.post(PATH + "/redrive", "").status()).isEqualTo(401);
		assertThat(this.http.as("customer:write").post(PATH + "/redrive", "").status()).isEqualTo(403);
		assertThat(this.http.as("customer:write").get(PATH).status()).isEqualTo(403);
	}

	@Test
	void tellsWhatWasRedriven() {
		HttpAnswer answer = this.http.as("event:redrive").post(PATH + "/redrive", "");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"redriven\":0,\"failed\":0}");
		assertThat(this.http.as("event:redrive").get(PATH).body()).isEqualTo("[]");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
