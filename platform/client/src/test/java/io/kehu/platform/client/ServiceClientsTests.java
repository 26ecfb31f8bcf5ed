package io.kehu.platform.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import io.kehu.platform.client.Shop.Item;
import io.kehu.platform.client.Shop.Items;
import io.kehu.platform.tracing.CurrentTrace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of calls to a service with two instances, in all states of those instances.
 */
@Timeout(60)
class ServiceClientsTests {

	private final SmallServer first = server();

	private final SmallServer second = server();

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private Items items;

	private static SmallServer server() {
		try {
			return new SmallServer();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeEach
	void start() {
		this.items = connect("30s", this.first.address(), this.second.address());
	}

	@AfterEach
	void stop() {
		SecurityContextHolder.clearContext();
		this.threads.shutdownNow();
		this.contexts.forEach(ConfigurableApplicationContext::close);
		this.first.close();
		this.second.close();
	}

	private Items connect(String readTimeout, String... addresses) {
		List<String> arguments = new ArrayList<>(List.of("--spring.application.name=shop", "--kehu.client.backoff=1ms",
				"--kehu.client.concurrency=4", "--kehu.client.patience=1ms", "--kehu.client.open-for=10m",
				"--spring.http.clients.read-timeout=" + readTimeout,
				"--kehu.auth.token-uri=" + this.second.address() + "/oauth2/token"));
		for (int index = 0; index < addresses.length; index++) {
			arguments.add("--spring.cloud.discovery.client.simple.instances.stock-service[%d].uri=%s".formatted(index,
					addresses[index]));
		}
		SpringApplication application = new SpringApplication(Shop.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
		ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
		this.contexts.add(context);
		return context.getBean(Items.class);
	}

	private void both(SmallServer.Answer answer) {
		this.first.answer(answer);
		this.second.answer(answer);
	}

	private int requests() {
		return this.first.requests().size() + this.second.requests().size();
	}

	private void assertUnavailable(Items client) {
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> client.find("1"))
			.satisfies((failure) -> {
				assertThat(failure.service()).isEqualTo("stock-service");
				assertThat(failure.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
				assertThat(failure.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
			});
	}

	@Test
	void foundAtEitherInstance() {
		assertThat(this.items.find("1")).contains(new Item("Ink"));
		assertThat(this.items.find("1")).contains(new Item("Ink"));
		assertThat(this.first.requests()).hasSize(1);
		assertThat(this.second.requests()).hasSize(1);
	}

	@Test
	void notCalledWhileATransactionHoldsAConnection() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.items.find("1"));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(requests()).isZero();
	}

	@Test
	void absentWhenTheServiceSaysSo() {
		both(SmallServer.problem(404));
		assertThat(this.items.find("1")).isEmpty();
		assertThat(requests()).as("a clear answer is not asked for again").isEqualTo(1);
	}

	@Test
	void notAbsentWhenSomebodyElseSaysSo() {
		both(SmallServer.status(404, "text/html", "<h1>404</h1>"));
		assertUnavailable(this.items);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504, 429 })
	void unknownWhenTheServiceIsBroken(int status) {
		both(SmallServer.problem(status));
		assertUnavailable(this.items);
		assertThat(requests()).isEqualTo((status > 500) ? 3 : 1);
	}

	@Test
	void otherRefusalsStayWhatTheyAre() {
		both(SmallServer.problem(403));
		assertThatExceptionOfType(HttpClientErrorException.Forbidden.class).isThrownBy(() -> this.items.find("1"));
		assertThat(requests()).isEqualTo(1);
	}

	@Test
	void nextInstanceAnswersWhenOneIsBroken() {
		this.first.answer(SmallServer.problem(503));
		for (int call = 0; call < 4; call++) {
			assertThat(this.items.find("1")).contains(new Item("Ink"));
		}
	}

	@Test
	void nextInstanceAnswersWhenOneIsAway() {
		this.first.close();
		for (int call = 0; call < 4; call++) {
			assertThat(this.items.find("1")).contains(new Item("Ink"));
			assertThat(this.items.create(null)).isEqualTo(new Item("Ink"));
		}
	}

	@Test
	void nextInstanceAnswersWhenOneBreaksOffInTheMiddle() {
		this.first.answer((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, 1_000);
			exchange.getResponseBody().write('{');
			exchange.getResponseBody().flush();
			throw new IOException("broken off");
		});
		for (int call = 0; call < 2; call++) {
			assertThat(this.items.find("1")).contains(new Item("Ink"));
		}
	}

	@Test
	void unknownWhenTheServiceIsSlow() {
		CountDownLatch end = new CountDownLatch(1);
		both((exchange) -> await(end));
		assertUnavailable(connect("300ms", this.first.address(), this.second.address()));
		end.countDown();
	}

	@Test
	void unknownWhenNobodyIsThere() {
		this.first.close();
		this.second.close();
		assertUnavailable(this.items);
		assertUnavailable(connect("30s"));
	}

	@Test
	void changesAreRepeatedOnlyWithAnIdempotencyKey() {
		both(SmallServer.problem(503));
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> this.items.create(null));
		assertThat(requests()).isEqualTo(1);
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> this.items.create("key"));
		assertThat(requests()).isEqualTo(4);
	}

	@Test
	void brokenServiceIsLeftAlone() {
		both(SmallServer.problem(503));
		for (int call = 0; call < 10; call++) {
			assertUnavailable(this.items);
		}
		int before = requests();
		assertUnavailable(this.items);
		assertThat(requests()).isEqualTo(before).isLessThan(30);
	}

	@Test
	void onlySoManyCallsWait() throws Exception {
		CountDownLatch arrived = new CountDownLatch(4);
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger calls = new AtomicInteger();
		both((exchange) -> {
			calls.incrementAndGet();
			arrived.countDown();
			await(end);
			SmallServer.status(200, "application/json", "{\"name\":\"Ink\"}").to(exchange);
		});
		List<CompletableFuture<Optional<Item>>> waiting = new ArrayList<>();
		for (int call = 0; call < 4; call++) {
			waiting.add(CompletableFuture.supplyAsync(() -> this.items.find("1"), this.threads));
		}
		arrived.await();
		assertUnavailable(this.items);
		assertThat(calls).hasValue(4);
		end.countDown();
		for (CompletableFuture<Optional<Item>> call : waiting) {
			assertThat(call.get()).isPresent();
		}
	}

	@Test
	void callerAndTraceGoAlong() {
		Jwt token = Jwt.withTokenValue("caller-token").header("alg", "none").claim("sub", "1").build();
		SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token, List.of()));
		this.contexts.get(0)
			.getBean(CurrentTrace.class)
			.follow(List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), "test",
					() -> this.items.find("1"));
		Headers headers = this.first.requests().isEmpty() ? this.second.requests().get(0)
				: this.first.requests().get(0);
		assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer caller-token");
		assertThat(headers.getFirst("traceparent")).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01");
		assertThat(headers.getFirst("Upgrade")).isNull();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
