package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerPreconditionTests {

	private static final String PATH = "/api/v1/customers";

	private static final String COMPANY = "{\"kind\": \"company\", \"name\": \"%s\"}";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	private String keyed;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete");
		this.keyed = PATH + "/by-external-id/erp/" + UUID.randomUUID();
	}

	@Test
	void holdForUpsertsToo() {
		this.http.with("If-Match", "*").put(this.keyed, COMPANY.formatted("Absent")).expect(412);
		this.http.with("If-Match", "\"0\"").put(this.keyed, COMPANY.formatted("Absent")).expect(412);
		HttpAnswer created = this.http.with("If-None-Match", "*").put(this.keyed, COMPANY.formatted("New")).expect(201);
		this.http.with("If-None-Match", "*").put(this.keyed, COMPANY.formatted("Again")).expect(412);
		this.http.with("If-Match", "\"999\"").put(this.keyed, COMPANY.formatted("Stale")).expect(412);
		this.http.with("If-Match", "999").put(this.keyed, COMPANY.formatted("No tag")).expect(400);
		HttpAnswer changed = this.http.with("If-Match", created.etag())
			.put(this.keyed, COMPANY.formatted("Changed"))
			.expect(200);
		assertThat(changed.json().get("name").asString()).isEqualTo("Changed");
		assertThat(changed.etag()).isNotEqualTo(created.etag());
		this.http.with("If-None-Match", changed.etag()).put(this.keyed, COMPANY.formatted("Known")).expect(412);
		this.http.with("If-Match", "*").put(this.keyed, COMPANY.formatted("Any")).expect(200);
	}

	@Test
	void holdForEveryOtherMethod() {
		HttpAnswer created = this.http.post(PATH, COMPANY.formatted("Guarded")).expect(201);
		String path = created.header("Location");
		this.http.with("If-None-Match", "*").patch(path, "*", "{\"name\": \"x\"}").expect(412);
		this.http.with("If-Match", "\"7\"").post(PATH, COMPANY.formatted("x")).expect(412);
		this.http.with("If-Match", "\"7\"").delete(path).expect(412);
		this.http.with("If-Match", "\"7\", " + created.etag()).delete(path).expect(204);
		this.http.with("If-Match", "\"7\"").post(path + "/restore", "").expect(412);
		this.http.with("If-Match", "*").post(path + "/restore", "").expect(200);
	}

	@Test
	void letEveryPatchOfAnyVersionPass() throws Exception {
		String path = this.http.post(PATH, COMPANY.formatted("Busy")).expect(201).header("Location");
		List<Integer> statuses = parallel(20,
				(i) -> () -> this.http.patch(path, "*", "{\"customFields\": {\"f%d\": %d}}".formatted(i, i)).status());
		assertThat(statuses).containsOnly(200);
		assertThat(this.http.get(path).json().get("customFields").size()).isEqualTo(20);
	}

	@Test
	void areNotNeededByUpserts() throws Exception {
		List<Integer> statuses = parallel(20,
				(i) -> () -> this.http.put(this.keyed, COMPANY.formatted("Upsert " + i)).status());
		assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
	}

	@Test
	void areNotNeededByBulkLoads() throws Exception {
		String lines = IntStream.range(0, 300)
			.mapToObj((
					i) -> "{\"kind\": \"company\", \"name\": \"%%s\", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s-%d\"}]}"
						.formatted(this.keyed.substring(this.keyed.length() - 36), i))
			.collect(Collectors.joining("\n"));
		for (String round : List.of("created", "changed")) {
			List<List<JsonNode>> answers = parallel(2,
					(i) -> () -> this.http.with("Content-Type", "application/x-ndjson")
						.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(lines.replace("%s", round + i)))
						.expect(200)
						.lines());
			assertThat(answers).allSatisfy((answer) -> assertThat(answer).hasSize(300)
				.allSatisfy(
						(line) -> assertThat(line.get("status").asString()).isIn("created", "updated", "unchanged")));
		}
	}

	@Test
	void nameTheRecordInTheWay() {
		String id = this.keyed.substring(this.keyed.lastIndexOf('/') + 1);
		HttpAnswer first = this.http.put(this.keyed, COMPANY.formatted("First")).expect(201);
		String twin = "{\"kind\": \"company\", \"name\": \"Twin\", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}"
			.formatted(id);
		assertThat(holder(this.http.post(PATH, twin))).isEqualTo(first.json().get("id"));
		this.http.with("If-Match", first.etag()).delete(PATH + "/" + first.json().get("id").asString()).expect(204);
		HttpAnswer refused = this.http.put(this.keyed, COMPANY.formatted("Second"));
		assertThat(holder(refused)).isEqualTo(first.json().get("id"));
		assertThat(refused.json().get("detail").asString()).contains("deleted");
		this.http.post(PATH + "/" + holder(refused).asString() + "/restore", "").expect(200);
		this.http.put(this.keyed, COMPANY.formatted("Second")).expect(200);
	}

	private static JsonNode holder(HttpAnswer refused) {
		return refused.expect(409).json().at("/errors/0/recordId");
	}

	private static <T> List<T> parallel(int number, IntFunction<Callable<T>> call) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(number);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(IntStream.range(0, number).mapToObj(call).toList())) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
