package io.kehu.migration.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cleaning run with a rule that needs all rows between others that do not.
 */
public final class SharedCleaning implements SharedWork {

	private static final int ROWS = 2_400;

	private static final int ROWS_PER_PARTITION = 100;

	private String body = "";

	@Override
	public void prepare(Steward steward) {
		String set = steward.bring("many.csv",
				IntStream.range(0, ROWS)
					.mapToObj((row) -> "%d,Customer %d,%s".formatted(row, row, hidden(row) ? "" : row % 90))
					.collect(Collectors.joining("\n", "id,name,age\n", "\n")));
		String definition = steward.post("/definitions", "{\"name\": \"Long\", \"rules\": %s}".formatted(rules()), 201)
			.get("id")
			.asString();
		this.body = "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, definition);
	}

	@Override
	public String begin(Steward steward) {
		return steward.post("/runs", this.body, 201).get("id").asString();
	}

	/** Whether the age of a row is that of the last row of the partition before. */
	private static boolean hidden(int row) {
		return row % ROWS_PER_PARTITION == 0 && row > 0;
	}

	private static int age(int row) {
		return hidden(row) ? (row - 1) % 90 : row % 90;
	}

	/** Checks that no row is lost or duplicated. */
	@Override
	public void check(Steward steward, JsonNode job) {
		assertThat(job.at("/progress/instances").asInt()).isEqualTo(3);
		assertThat(job.at("/result/read").asLong()).isEqualTo(ROWS);
		String csv = steward.http()
			.get(Steward.PATH + "/data-sets/" + job.at("/result/dataSetId").asString() + "/export")
			.expect(200)
			.body();
		List<String> expected = IntStream.range(0, ROWS)
			.filter((row) -> age(row) >= 18)
			.mapToObj((row) -> "%d,%d,Customer %d,%d,customer %d".formatted(row + 2, row, row, age(row), row))
			.toList();
		assertThat(csv.lines().skip(1).toList()).isEqualTo(expected);
		JsonNode filter = job.at("/result/changes").valueStream().reduce((one, last) -> last).orElseThrow();
		assertThat(filter.get("kind").asString()).isEqualTo("dropped");
		assertThat(filter.get("count").asLong()).isEqualTo(ROWS - expected.size());
	}

	private static String rules() {
		String compute = "{\"rule\": \"compute\", \"column\": \"low\", \"expression\": \"row.name.lower()\"}";
		String filter = "{\"rule\": \"filter\", \"keep\": {\"is\": \"compared\", \"column\": \"age\","
				+ " \"operator\": \"at_least\", \"value\": \"18\"}, \"action\": \"drop\", \"reason\": \"a minor\"}";
		String fill = "{\"rule\": \"fill\", \"column\": \"age\", \"method\": {\"method\": \"forward\"}}";
		return "[" + (compute + ",").repeat(35) + fill + "," + filter + "]";
	}

}
