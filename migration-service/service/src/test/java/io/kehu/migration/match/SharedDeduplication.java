package io.kehu.migration.match;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search for equal rows by sorting, compared with one by hashing.
 */
public final class SharedDeduplication implements SharedWork {

	private static final int ROWS = 6_000;

	private String set = "";

	private String alone = "";

	@Override
	public void prepare(Steward steward) {
		this.set = steward.bring("repeated.csv",
				IntStream.range(0, ROWS)
					.mapToObj(SharedDeduplication::row)
					.collect(Collectors.joining("\n", "name,city\n", "\n")));
		this.alone = begin(steward, "hash");
	}

	@Override
	public String begin(Steward steward) {
		return begin(steward, "sort");
	}

	private String begin(Steward steward, String method) {
		return steward
			.post("/deduplications",
					"{\"sources\": [{\"dataSetId\": \"%s\"}], \"method\": \"%s\"}".formatted(this.set, method), 201)
			.get("id")
			.asString();
	}

	/** Every fourth row equals the one two before. */
	private static String row(int row) {
		int original = (row % 4 == 3) ? row - 2 : row;
		return "Customer %d,City %d".formatted(original, original % 7);
	}

	@Override
	public void check(Steward steward, JsonNode job) {
		assertRight(steward, job);
		assertRight(steward, steward.completed(this.alone));
		assertThat(duplicates(steward, job.get("id").asString())).isEqualTo(duplicates(steward, this.alone))
			.contains("\"line\":5,");
	}

	private static void assertRight(Steward steward, JsonNode job) {
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

	static String duplicates(Steward steward, String job) {
		return steward.get("/deduplications/%s/duplicates?limit=200".formatted(job)).get("items").toString();
	}

}
