package io.kehu.platform.cloud;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class EnglishProcessTests {

	private final Locale before = Locale.getDefault();

	@AfterEach
	void restore() {
		Locale.setDefault(this.before);
	}

	@Test
	void writesDigitsThatAllInstancesRead() {
		Locale.setDefault(Locale.forLanguageTag("ar-EG"));
		assertThat("%05d".formatted(42)).isNotEqualTo("00042");
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.isRunning()).isTrue();
			assertThat("%05d".formatted(42)).isEqualTo("00042");
			assertThat("%,d".formatted(10_000)).isEqualTo("10,000");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
