package io.kehu.migration.match;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	@Test
	void sortAndHashFindTheSameAlthoughAWorkerIsKilled(Infrastructure infrastructure) throws IOException {
		try (ServiceInstances instances = new ServiceInstances(infrastructure)) {
			Running first = instances.start();
			Running second = instances.start();
			first.ready();
			second.ready();
			Steward steward = first.steward();
			String set = steward.bring("repeated.csv",
					IntStream.range(0, ROWS)
						.mapToObj(SharedDeduplicationTests::row)
						.collect(Collectors.joining("\n", "name,city\n", "\n")));

			String sort = begin(steward, set, "sort");
			instances.awaitTwoAtWork(sort);
			second.kill();
			assertRight(steward, steward.ended(sort));
			String hash = begin(steward, set, "hash");
			assertRight(steward, steward.ended(hash));

			assertThat(duplicates(steward, sort)).isEqualTo(duplicates(steward, hash)).contains("\"line\":5,");
		}
	}

	/** Every fourth row says the same as the one two before. */
	private static String row(int row) {
		int said = (row % 4 == 3) ? row - 2 : row;
		return "Customer %d,City %d".formatted(said, said % 7);
	}

	private static String begin(Steward steward, String set, String method) {
		return steward
			.post("/deduplications",
					"{\"sources\": [{\"dataSetId\": \"%s\"}], \"method\": \"%s\"}".formatted(set, method), 201)
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

	private static String duplicates(Steward steward, String job) {
		return steward.get("/deduplications/%s/duplicates?limit=200".formatted(job)).get("items").toString();
	}

}
