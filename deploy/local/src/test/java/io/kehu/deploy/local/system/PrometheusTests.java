package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusTests {

	@Test
	void readsTheMetricsOfEveryInstanceAndTheRules(@TempDir Path folder) {
		Settings settings = Settings.defaults().withPortBase(18_000).withInstances("order-service", List.of(1, 1));
		String configuration = new Prometheus(
				new LocalSystem(Path.of("../.."), new StateFolder(folder.resolve("state")), settings))
			.configuration();
		assertThat(configuration).contains("\"127.0.0.1:18005\", \"127.0.0.1:18001\"".split(", "))
			.contains("127.0.0.1:18030", "127.0.0.1:18031", "127.0.0.1:18040")
			.doesNotContain("127.0.0.1:18000")
			.contains("/deploy/observability/rules.yaml");
	}

}
