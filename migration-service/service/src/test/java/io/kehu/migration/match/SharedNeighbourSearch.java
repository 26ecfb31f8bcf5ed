package io.kehu.migration.match;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search for similar rows among sorted neighbours.
 */
public final class SharedNeighbourSearch implements SharedWork {

	private static final int ROWS = 4_000;

	private String body = "";

	private String alone = "";

	@Override
	public void prepare(Steward steward) {
		String set = steward.bring("similar.csv",
				IntStream.range(0, ROWS)
					.mapToObj(SharedNeighbourSearch::row)
					.collect(Collectors.joining("\n", "name,city\n", "\n")));
		this.body = """
				{"sources": [{"dataSetId": "%s"}], "method": "neighbourhood", "passes": [["name"], ["city", "name"]],
				 "likeness": 0.95, "window": 20}""".formatted(set);
		this.alone = begin(steward);
	}

	@Override
	public String begin(Steward steward) {
		return steward.post("/deduplications", this.body, 201).get("id").asString();
	}

	/** Random names, every fourth of which is similar to the one two before. */
	private static String row(int row) {
		int original = (row % 4 == 3) ? row - 2 : row;
		String name = Long.toString(new SplittableRandom(original).nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
		return "%s%s,City %d".formatted(name, (row % 4 == 3) ? "x" : "", original % 7);
	}

	@Override
	public void check(Steward steward, JsonNode job) {
		assertThat(found(steward, job)).isEqualTo(found(steward, steward.completed(this.alone)));
	}

	private static String found(Steward steward, JsonNode job) {
		assertThat(job.at("/result/read").asLong()).isEqualTo(ROWS);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(ROWS / 4);
		return SharedDeduplication.duplicates(steward, job.get("id").asString());
	}

}
