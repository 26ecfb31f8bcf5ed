package io.kehu.migration.match;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.HeldParts;
import io.kehu.migration.ServiceInstances;
import io.kehu.migration.ServiceInstances.Running;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances search for duplicates together; one of them is killed.
 */
@WithInfrastructure
class SharedDeduplicationTests {

	private static final int ROWS = 200_000;

	private static final int NEAR_ROWS = 60_000;

	private static final String NEIGHBOURHOOD = """
			"method": "neighbourhood", "passes": [["name"], ["city", "name"]], "likeness": 0.95, "window": 20""";

	@Test
	void findTheSameTogetherAlthoughOneIsKilled(Infrastructure infrastructure) throws IOException {
		try (ServiceInstances instances = new ServiceInstances(infrastructure)) {
			List<Running> two = instances.startTwo();
			Running first = two.get(0);
			Running second = two.get(1);
			Steward steward = first.steward();
			String set = bring(steward, ROWS, SharedDeduplicationTests::row);
			String sort = begin(steward, set, "\"method\": \"sort\"");
			instances.killAtWork(second, sort, "search", HeldParts.RUNNING);
			assertRight(steward, steward.ended(sort));
			String hash = begin(steward, set, "\"method\": \"hash\"");
			assertRight(steward, steward.ended(hash));
			assertThat(duplicates(steward, sort)).isEqualTo(duplicates(steward, hash)).contains("\"line\":5,");

			Running third = instances.start().ready();
			String near = bring(steward, NEAR_ROWS, SharedDeduplicationTests::near);
			String shared = begin(steward, near, NEIGHBOURHOOD);
			instances.killAtWork(third, shared, "neighbours", HeldParts.RUNNING);
			String found = found(steward, shared);
			assertThat(found(steward, begin(steward, near, NEIGHBOURHOOD))).isEqualTo(found);
		}
	}

	private static String bring(Steward steward, int rows, IntFunction<String> row) {
		return steward.bring("repeated.csv",
				IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", "name,city\n", "\n")));
	}

	/** Every fourth row says the same as the one two before. */
	private static String row(int row) {
		int said = (row % 4 == 3) ? row - 2 : row;
		return "Customer %d,City %d".formatted(said, said % 7);
	}

	/**
	 * Names that are nothing like each other, but that every fourth is nearly the same.
	 */
	private static String near(int row) {
		int said = (row % 4 == 3) ? row - 2 : row;
		String name = Long.toString(new SplittableRandom(said).nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
		return "%s%s,City %d".formatted(name, (row % 4 == 3) ? "x" : "", said % 7);
	}

	private static String begin(Steward steward, String set, String how) {
		return steward.post("/deduplications", "{\"sources\": [{\"dataSetId\": \"%s\"}], %s}".formatted(set, how), 201)
			.get("id")
			.asString();
	}

	private static void assertRight(Steward steward, JsonNode job) {
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.at("/result/read").asLong()).isEqualTo(ROWS);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(ROWS / 4);
		String csv = steward.http()
			.get(Steward.PATH + "/data-sets/" + job.at("/result/dataSetId").asString() + "/export")
			.expect(200)
			.body();
		List<String> expected = IntStream.range(0, ROWS)
			.filter((row) -> row % 4 != 3)
			.mapToObj((row) -> (row + 2) + "," + row(row))
			.toList();
		assertThat(csv.lines().skip(1).toList()).isEqualTo(expected);
	}

	/** What a search among neighbours left out, when it is right. */
	private static String found(Steward steward, String id) {
		JsonNode job = steward.ended(id);
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.at("/result/read").asLong()).isEqualTo(NEAR_ROWS);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(NEAR_ROWS / 4);
		return duplicates(steward, id);
	}

	private static String duplicates(Steward steward, String job) {
		return steward.get("/deduplications/%s/duplicates?limit=200".formatted(job)).get("items").toString();
	}

}
