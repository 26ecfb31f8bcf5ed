package io.kehu.platform.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.kehu.platform.client.Shop.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests of calls that use the service's own token rather than the caller's.
 */
class AsServiceTests {

	private final SmallServer auth;

	private final SmallServer prices;

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	AsServiceTests() throws IOException {
		this.auth = new SmallServer();
		this.prices = new SmallServer();
		this.auth.answer(SmallServer.status(200, "application/json", "{\"access_token\":\"own\",\"expires_in\":600}"));
		Jwt token = Jwt.withTokenValue("caller-token").header("alg", "none").claim("sub", "1").build();
		SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
	}

	@AfterEach
	void stop() {
		SecurityContextHolder.clearContext();
		this.contexts.forEach(ConfigurableApplicationContext::close);
		this.auth.close();
		this.prices.close();
	}

	@Test
	void showsItsOwnTokenAndNotTheCallers() {
		assertThat(start("--kehu.service.client-secret=secret").find("1")).contains(new Item("Ink"));
		assertThat(this.prices.requests()).singleElement()
			.satisfies((headers) -> assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer own"));
	}

	@Test
	void hasNoAnswerWhenItIsRefused() {
		PriceList client = start("--kehu.service.client-secret=secret");
		this.prices.answer(SmallServer.problem(403));
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> client.find("1"));
		assertThat(this.prices.requests()).hasSize(1);
		this.prices.answer(SmallServer.problem(401));
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> client.find("1"));
		assertThat(this.prices.requests()).as("a token may have lost its key, so a new one is tried").hasSize(4);
		assertThat(this.auth.requests()).hasSize(4);
	}

	@Test
	void doesNotStartWithoutCredentials() {
		assertThatThrownBy(() -> start()).rootCause().hasMessageContaining("KEHU_SERVICE_CLIENT_SECRET");
	}

	private PriceList start(String... more) {
		List<String> arguments = new ArrayList<>(List.of(more));
		arguments.addAll(List.of("--spring.application.name=shop", "--spring.main.banner-mode=off",
				"--kehu.client.backoff=1ms", "--spring.http.clients.read-timeout=30s",
				"--kehu.auth.token-uri=" + this.auth.address() + "/oauth2/token",
				"--spring.cloud.discovery.client.simple.instances.price-service[0].uri=" + this.prices.address()));
		SpringApplication application = new SpringApplication(PricedShop.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
		this.contexts.add(context);
		return context.getBean(PriceList.class);
	}

	/** A shop that calls the price service with its own token. */
	@Configuration(proxyBeanMethods = false)
	@Import(Shop.class)
	@ImportHttpServices(group = "price-service", types = PriceList.class)
	static class PricedShop {

	}

	/** The client of the price service. */
	@AsService
	@HttpExchange("/api/v1/prices")
	interface PriceList {

		@GetExchange("/{id}")
		Optional<Item> find(@PathVariable String id);

	}

}
