package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OrderRequestTests extends OrderFixture {

	private final String key = UUID.randomUUID().toString();

	@Test
	void takesBackWhatItAnswered() {
		HttpAnswer read = this.http.get(order("\"orderDate\": \"2026-05-05\"").header("Location")).expect(200);
		String path = PATH + "/" + read.json().get("id").asString();
		assertThat(this.http.patch(path, read.etag(), read.body()).expect(200).etag()).isEqualTo(read.etag());
		String numbered = read.body()
			.replace("\"clientOrderNumber\":null", "\"clientOrderNumber\":\"" + this.key + "\"");
		assertThat(this.http.patch(path, read.etag(), numbered).expect(200).json().get("clientOrderNumber").asString())
			.isEqualTo(this.key);
		JsonNode refused = this.http.patch(path, "*", "{\"number\": \"O-1\", \"total\": null}").expect(400).json();
		assertThat(texts(refused.get("errors"), "pointer")).containsExactlyInAnyOrder("/number", "/total");
	}

	@Test
	void ignoresTheNumbersAndTotalsOfLinesThatAreSentBack() {
		HttpAnswer placed = order("\"orderDate\": \"2026-03-01\"");
		String path = placed.header("Location");
		String body = placed.body().replace("\"quantity\":1", "\"quantity\":3");
		HttpAnswer changed = this.http.patch(path, placed.etag(), body).expect(200);
		assertThat(changed.json().at("/lines/0/total/amount").asString()).isEqualTo("29.70");
		String wrong = changed.body()
			.replace("\"lineNo\":1", "\"lineNo\":2")
			.replace("\"quantity\":3", "\"quantity\":4");
		JsonNode error = this.http.patch(path, changed.etag(), wrong).expect(400).json().at("/errors/0");
		assertThat(error.get("pointer").asString()).isEqualTo("/lines/0/lineNo");
		assertThat(error.get("code").asString()).isEqualTo("not_changeable");
	}

	@Test
	void namesTheOrderInTheWay() {
		HttpAnswer first = order("\"status\": \"draft\", \"clientOrderNumber\": \"%s\"".formatted(this.key));
		JsonNode id = first.json().get("id");
		assertThat(conflict().at("/errors/0/recordId")).isEqualTo(id);
		HttpAnswer other = order("\"orderDate\": \"2026-05-05\"");
		assertThat(this.http
			.patch(other.header("Location"), other.etag(), "{\"clientOrderNumber\": \"%s\"}".formatted(this.key))
			.expect(409)
			.json()
			.at("/errors/0/recordId")).isEqualTo(id);
		this.http.with("If-Match", first.etag()).delete(first.header("Location")).expect(204);
		JsonNode deleted = conflict();
		assertThat(deleted.at("/errors/0/recordId")).isEqualTo(id);
		assertThat(deleted.get("detail").asString()).contains("deleted");
		assertThat(this.http.get(PATH + "?deleted=true&clientOrderNumber=" + this.key).json().at("/items/0/id"))
			.isEqualTo(id);
		this.http.post(PATH + "/" + id.asString() + "/restore", "").expect(200);
	}

	private JsonNode conflict() {
		return this.http.post(PATH, body("\"clientOrderNumber\": \"%s\"".formatted(this.key))).expect(409).json();
	}

	@Test
	void letsParallelRequestsPass() {
		HttpAnswer draft = order("\"status\": \"draft\"");
		List<Integer> patches = parallel(IntStream.range(0, 12)
			.<Supplier<Integer>>mapToObj((i) -> () -> this.http
				.patch(draft.header("Location"), "*", "{\"clientOrderNumber\": \"%s-%d\"}".formatted(this.key, i))
				.status()));
		assertThat(patches).hasSize(12).containsOnly(200);
		String lines = IntStream.range(0, 100)
			.mapToObj((i) -> body(
					"\"clientOrderNumber\": \"%s-bulk-%d\", \"orderDate\": \"2026-05-05\"".formatted(this.key, i)))
			.collect(Collectors.joining("\n"));
		List<HttpAnswer> loads = parallel(Stream
			.<Supplier<HttpAnswer>>generate(() -> () -> this.http.with("Content-Type", "application/x-ndjson")
				.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(lines)))
			.limit(2));
		assertThat(loads).allSatisfy((load) -> assertThat(load.expect(200).lines()).hasSize(100)
			.allSatisfy((line) -> assertThat(line.get("status").asString()).isIn("created", "updated", "unchanged")));
	}

	private static <T> List<T> parallel(Stream<Supplier<T>> calls) {
		ExecutorService threads = Executors.newFixedThreadPool(12);
		try {
			List<CompletableFuture<T>> running = calls.map((call) -> CompletableFuture.supplyAsync(call, threads))
				.toList();
			return running.stream().map(CompletableFuture::join).toList();
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void areFoundByPartsOfTheirNumbers() {
		String key = UUID.randomUUID().toString();
		String id = order("\"orderDate\": \"2026-01-01\", \"clientOrderNumber\": \"PO-%s\"".formatted(key)).json()
			.get("id")
			.asString();
		String other = order("\"orderDate\": \"2026-01-01\"").json().get("id").asString();
		for (String query : List.of("clientOrderNumber[like]=po-" + key.substring(0, 30) + "*", "q=" + key)) {
			assertThat(texts(this.http.get(PATH + "?" + query).expect(200).json().get("items"), "id")).as(query)
				.containsExactly(id);
		}
		String ids = "?id[in]=" + id + "," + other + "&clientOrderNumber[null]=";
		assertThat(texts(this.http.get(PATH + ids + "true").expect(200).json().get("items"), "id"))
			.containsExactly(other);
		assertThat(texts(this.http.get(PATH + ids + "false").expect(200).json().get("items"), "id"))
			.containsExactly(id);
	}

}
