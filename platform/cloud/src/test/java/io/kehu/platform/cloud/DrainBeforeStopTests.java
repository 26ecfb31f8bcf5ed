package io.kehu.platform.cloud;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DrainBeforeStopTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ProcessAutoConfiguration.class));

	@Test
	void letsTheRestStopOnlyAfterTheDrain() {
		DrainBeforeStop drain = new DrainBeforeStop(Duration.ofMillis(50));
		drain.start();
		CompletableFuture<Boolean> rest = new CompletableFuture<>();
		long began = System.nanoTime();
		drain.stop(() -> rest.complete(drain.isRunning()));
		assertThat(rest).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
		assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
	}

	@Test
	void aRegisteredProcessDrains() {
		this.runner.withPropertyValues("kehu.stop.drain=0s")
			.run((context) -> assertThat(context).hasSingleBean(DrainBeforeStop.class));
	}

	@Test
	void whoIsInNoRegistryNeedNotDrain() {
		this.runner.withPropertyValues("eureka.client.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DrainBeforeStop.class));
	}

}
