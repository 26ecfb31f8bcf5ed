package io.kehu.migration.run;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.Steward;

/**
 * A cleaning run of one stage with many small parts.
 */
public final class SlowRun {

	public static final String STAGE = "rules-1";

	public static final int PARTS = 15;

	/** One hundred to a part. */
	public static final int ROWS = 100 * PARTS;

	private static final int RULES = 20;

	private SlowRun() {
	}

	/** Begins the run, and returns the id of its job. */
	public static String begin(Steward steward) {
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
