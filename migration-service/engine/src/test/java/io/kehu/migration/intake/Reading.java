package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a reading gave.
 */
record Reading(SourceDescription description, List<String> columns, List<Row> rows, ReadingReport report) {

	static Reading of(String text) throws IOException {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	static Reading of(byte[] bytes) throws IOException {
		return of(Intake.standard(), new ByteArrayInputStream(bytes));
	}

	static Reading of(Intake intake, InputStream input) throws IOException {
		try (RowSource source = intake.open(input)) {
			List<Row> rows = new ArrayList<>();
			for (Row row = source.next(); row != null; row = source.next()) {
				rows.add(row);
			}
			assertThat(source.report().balanced()).as("each line is accounted for in %s", source.report()).isTrue();
			return new Reading(source.description(), source.columns(), rows, source.report());
		}
	}

	List<List<String>> values() {
		return this.rows.stream().map((row) -> new ArrayList<>(row.values())).map((row) -> (List<String>) row).toList();
	}

	List<Long> problemLines(LineProblemKind kind) {
		return this.report.first().stream().filter((problem) -> problem.kind() == kind).map(LineProblem::line).toList();
	}

}
