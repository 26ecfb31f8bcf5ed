package io.kehu.deploy.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.deploy.local.system.LaunchFailure;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoLoaderTests {

	private static final Company COMPANY = new Company(
			List.of(new Company.Customer("a", null, Map.of("name", "A")),
					new Company.Customer("b", "a", Map.of("name", "B")),
					new Company.Customer("c", null, Map.of("name", "reject"))),
			List.of(new Company.Product("p", Map.of("sku", "p"))),
			List.of(new Company.Order("1", "a", Map.of(), List.of(new Company.Line("p", Map.of("quantity", 2)))),
					new Company.Order("2", "c", Map.of(), List.of(new Company.Line("p", Map.of()))),
					new Company.Order("3", null, Map.of(), List.of()),
					new Company.Order("4", "b", Map.of(), List.of(new Company.Line("q", Map.of())))));

	private final JsonMapper json = new JsonMapper();

	private final List<JsonNode> received = new ArrayList<>();

	private final AtomicInteger unavailable = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void everyRowIsAccountedFor() {
		List<Tally> tallies = loader().loadAll(COMPANY);
		assertThat(tallies).allMatch(Tally::isComplete);
		assertThat(tallies)
			.extracting(Tally::what, Tally::read, (tally) -> tally.of(Tally.Outcome.CREATED),
					(tally) -> tally.of(Tally.Outcome.REJECTED))
			.containsExactly(Tuple.tuple("customers", 3, 2, 1), Tuple.tuple("products", 1, 1, 0),
					Tuple.tuple("orders", 4, 1, 3), Tuple.tuple("order lines", 3, 1, 2));
		assertThat(tallies.get(0).reasons()).singleElement().asString().startsWith("c: ").contains("bad_name");
		assertThat(tallies.get(2).reasons()).containsExactlyInAnyOrder("2: its customer c was not accepted",
				"3: its customer null was not accepted", "4: its product q was not accepted");
	}

	@Test
	void keysAreReplacedByTheIdsOfTheServices() {
		loader().loadAll(COMPANY);
		JsonNode child = this.received.stream()
			.filter((body) -> body.path("name").asString("").equals("B"))
			.findFirst()
			.get();
		assertThat(child.path("parentId").asString()).isEqualTo("id-A");
		JsonNode order = this.received.get(this.received.size() - 1);
		assertThat(order.path("customerId").asString()).isEqualTo("id-A");
		assertThat(order.path("lines").get(0).path("productId").asString()).isEqualTo("id-p");
	}

	@Test
	void retriesWhileAServiceIsUnavailable() {
		this.unavailable.set(1);
		assertThat(loader().loadAll(COMPANY)).allMatch(Tally::isComplete);
	}

	@Test
	void reportsARejectedRequest() {
		this.server.removeContext("/");
		assertThatThrownBy(() -> loader().loadAll(COMPANY)).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("rejected customers with status 404");
	}

	private DemoLoader loader() {
		return new DemoLoader("http://127.0.0.1:" + this.server.getAddress().getPort(), () -> "token",
				(what, done, all) -> assertThat(done).isLessThanOrEqualTo(all));
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			if (this.unavailable.getAndDecrement() > 0) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			StringBuilder answers = new StringBuilder();
			body.lines().map(this.json::readTree).forEach((line) -> {
				this.received.add(line);
				String name = line.path("name").asString(line.path("sku").asString("order"));
				answers.append(name.equals("reject") ? "{\"status\":\"rejected\",\"errors\":[{\"code\":\"bad_name\"}]}"
						: "{\"status\":\"created\",\"id\":\"id-" + name + "\"}")
					.append('\n');
			});
			byte[] bytes = answers.toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

}
