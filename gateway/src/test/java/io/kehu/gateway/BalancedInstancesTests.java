package io.kehu.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.link.LinkIdentity;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "kehu.stop.drain=0s", "eureka.client.jersey.enabled=false",
				"eureka.client.registry-fetch-interval-seconds=1",
				"kehu.link.peers=customer-service=" + TestLink.PUBLIC_KEY })
class BalancedInstancesTests {

	private static final RegistryServer registry = new RegistryServer();

	/** The key of some other service. */
	private static final String OTHER_KEY = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm4o0cW4VrBr3j+K/2MXrCJAmgsc1Ab4zJ+e17nuHTD"
			+ "6hRANCAAR4WhIuNek4jtNMAWwhERAsCLCzn0jsfrdoqeFYivGDijopl1duBXzBnngDSakTHjCn1r0bADNre2bJOO2K" + "F5ve";

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newHttpClient();

	private final String token = TestToken.user("customer:read").header();

	private final URI customers;

	private final List<AutoCloseable> running = new ArrayList<>();

	BalancedInstancesTests(@LocalServerPort int port) {
		this.customers = URI.create("http://127.0.0.1:" + port + "/api/v1/customers");
	}

	@DynamicPropertySource
	static void registry(DynamicPropertyRegistry properties) {
		properties.add("eureka.client.service-url.defaultZone", registry::address);
	}

	@AfterEach
	void stopInstances() throws Exception {
		for (AutoCloseable instance : this.running) {
			instance.close();
		}
	}

	@AfterAll
	static void stopRegistry() {
		registry.close();
	}

	@Test
	void splitsByWeightAndFailsNoRequestDuringAGracefulStop() throws Exception {
		ConfigurableApplicationContext heavy = start("a", 5);
		start("b", 1);
		start("c", 1);
		awaitExactly("a", "b", "c");
		Map<String, Integer> split = send(7_000);
		assertThat(split).containsOnlyKeys("a", "b", "c");
		assertThat((double) split.get("a")).isCloseTo(5_000, within(100.0));
		assertThat((double) split.get("b")).isCloseTo(1_000, within(20.0));
		assertThat((double) split.get("c")).isCloseTo(1_000, within(20.0));
		assertThat(sendWhile(heavy::close, "GET", "POST")).containsOnlyKeys("a", "b", "c");
		assertThat(send(100)).containsOnlyKeys("b", "c");
	}

	@Test
	void followsWeightsThatChangeAtRunTime() throws Exception {
		raw("d", 1);
		raw("e", 1);
		awaitExactly("d", "e");
		// Only once the stopped instances of other tests have been removed
		await().atMost(TIME_ENOUGH).untilAsserted(() -> assertThat(send(100)).isEqualTo(Map.of("d", 50, "e", 50)));
		registry.weigh("d", 3);
		await().atMost(TIME_ENOUGH).untilAsserted(() -> assertThat(send(8)).isEqualTo(Map.of("d", 6, "e", 2)));
		registry.weigh("d", 0);
		awaitExactly("e");
		assertThat(send(100)).containsOnlyKeys("e");
	}

	@Test
	void readsSurviveADeadInstance() throws Exception {
		Backend dying = raw("f", 5);
		raw("g", 1);
		awaitExactly("f", "g");
		Map<String, Integer> answers = sendWhile(dying::close, "GET");
		assertThat(answers).containsOnlyKeys("f", "g");
		assertThat(send(100)).containsOnlyKeys("g");
	}

	@Test
	void sendsNothingToProcessesThatOnlyCallThemselvesTheService() throws Exception {
		raw("h", 1);
		Backend rogue = new Backend().answering((request, response) -> response.sendString(Mono.just("rogue")));
		this.running.add(rogue::close);
		String own = new LinkIdentity("customer-service", OTHER_KEY, Clock.systemUTC()).signInstance("rogue",
				"127.0.0.1", rogue.port());
		String copied = new LinkIdentity("customer-service", TestLink.KEY, Clock.systemUTC()).signInstance("h",
				"127.0.0.1", rogue.port() + 1);
		registry.register("unsigned", rogue.port(), 100, "");
		registry.register("rogue", rogue.port(), 100, own);
		registry.register("copied", rogue.port(), 100, copied);
		awaitExactly("h");
		raw("i", 1);
		awaitExactly("h", "i");
		assertThat(send(200)).containsOnlyKeys("h", "i");
		List.of("unsigned", "rogue", "copied").forEach(registry::remove);
	}

	private ConfigurableApplicationContext start(String name, int weight) {
		ConfigurableApplicationContext instance = ServiceInstanceApplication.run(name, weight, registry.address());
		this.running.add(instance);
		return instance;
	}

	private Backend raw(String name, int weight) {
		Backend instance = new Backend().answering((request, response) -> response.sendString(Mono.just(name)));
		registry.register(name, instance.port(), weight);
		this.running.add(() -> {
			registry.remove(name);
			instance.close();
		});
		return instance;
	}

	private void awaitExactly(String... names) {
		await().atMost(TIME_ENOUGH).untilAsserted(() -> assertThat(send(20)).containsOnlyKeys(names));
	}

	private Map<String, Integer> send(int count) throws Exception {
		AtomicInteger left = new AtomicInteger(count);
		return inParallel(() -> left.getAndDecrement() > 0, () -> {
		}, "GET");
	}

	private Map<String, Integer> sendWhile(Runnable event, String... methods) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		AtomicInteger after = new AtomicInteger(500);
		return inParallel(() -> !over.get() || after.getAndDecrement() > 0, () -> {
			event.run();
			over.set(true);
		}, methods);
	}

	private Map<String, Integer> inParallel(Callable<Boolean> more, Runnable event, String... methods)
			throws Exception {
		Map<String, Integer> answers = new ConcurrentHashMap<>();
		AtomicInteger sent = new AtomicInteger();
		CountDownLatch underWay = new CountDownLatch(8);
		ExecutorService callers = Executors.newFixedThreadPool(8);
		List<Future<Object>> calls = new ArrayList<>();
		for (int caller = 0; caller < 8; caller++) {
			calls.add(callers.submit(() -> {
				while (more.call()) {
					answers.merge(answer(methods[sent.getAndIncrement() % methods.length]), 1, Integer::sum);
					underWay.countDown();
				}
				return null;
			}));
		}
		underWay.await(TIME_ENOUGH.toSeconds(), TimeUnit.SECONDS);
		event.run();
		for (Future<Object> call : calls) {
			call.get();
		}
		callers.shutdown();
		return answers;
	}

	private String answer(String method) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.customers)
			.header("Authorization", this.token)
			.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
			.build();
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		return (response.statusCode() == 200) ? response.body() : problemOf(response);
	}

	/** Returns the problem without the parts that differ between requests. */
	private static String problemOf(HttpResponse<String> response) {
		return response.statusCode() + " " + response.body().replaceAll("\"traceId\":\"\\w+\"", "");
	}

}
