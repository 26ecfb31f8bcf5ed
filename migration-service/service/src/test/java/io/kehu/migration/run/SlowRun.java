package io.kehu.migration.run;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.Steward;

/**
 * A cleaning run of many small parts that takes a while.
 */
final class SlowRun {

	static final int ROWS = 12_000;

	private static final int RULES = 40;

	private SlowRun() {
	}

	/** Begins it; gives the job's id. */
	static String begin(Steward steward) {
		String set = steward.bring("many.csv",
				IntStream.range(0, ROWS)
					.mapToObj((row) -> "%d,Customer %d".formatted(row, row))
					.collect(Collectors.joining("\n", "id,name\n", "\n")));
		String compute = "{\"rule\": \"compute\", \"column\": \"low\", \"expression\": \"row.name.lower()\"}";
		String definition = steward
			.post("/definitions",
					"{\"name\": \"Slow\", \"rules\": [%s]}".formatted((compute + ",").repeat(RULES - 1) + compute), 201)
			.get("id")
			.asString();
		return steward
			.post("/runs", "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, definition), 201)
			.get("id")
			.asString();
	}

}
