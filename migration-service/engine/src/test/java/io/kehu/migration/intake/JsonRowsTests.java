package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonRowsTests {

	@Test
	void namesNestedValuesByTheirPath() throws IOException {
		Reading reading = Reading
			.of("""
					{"id": 1, "name": {"given": "Ann", "family": "Lee"}, "emails": [{"address": "a@b.de"}, {"address": "c@d.de"}]}

					{"id": 2.50, "active": true, "name": {"given": null}}
					""");

		assertThat(reading.description().format()).isEqualTo(SourceFormat.JSON_LINES);
		assertThat(reading.columns()).containsExactly("id", "name.given", "name.family", "emails.0.address",
				"emails.1.address", "active");
		assertThat(reading.values().get(0)).startsWith("1", "Ann", "Lee", "a@b.de", "c@d.de");
		assertThat(reading.values().get(1)).isEqualTo(Arrays.asList("2.50", null, null, null, null, "true"));
		assertThat(reading.rows().get(1).line()).isEqualTo(3);
		assertThat(reading.report().blankLines()).isEqualTo(1);
	}

	@Test
	void reportsBrokenLinesAndGoesOn() throws IOException {
		Reading reading = Reading.of("""
				{"id": 1}
				{"id": 2
				[3]
				{"id": 4} {"id": 5}
				{"id": 6, "id": 7}
				{"id": 8}
				""");

		assertThat(reading.values()).containsExactly(List.of("1"), List.of("8"));
		assertThat(reading.problemLines(LineProblemKind.INVALID_JSON)).containsExactly(2L, 4L, 5L);
		assertThat(reading.problemLines(LineProblemKind.NOT_AN_OBJECT)).containsExactly(3L);
	}

	@Test
	void boundsDepthLinesAndColumns() throws IOException {
		String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
		byte[] start = ("{\"id\": 1}\n" + deep + "\n{\"id\": \"").getBytes(StandardCharsets.UTF_8);
		byte[] end = "\"}\n{\"id\": 4}\n".getBytes(StandardCharsets.UTF_8);

		Reading reading = Reading.of(Intake.standard(),
				new SequenceInputStream(
						new SequenceInputStream(new ByteArrayInputStream(start), new Repeated("x", 100 << 20)),
						new ByteArrayInputStream(end)));

		assertThat(reading.values()).extracting((row) -> row.get(0)).containsExactly("1", "4");
		assertThat(reading.problemLines(LineProblemKind.INVALID_JSON)).containsExactly(2L);
		assertThat(reading.problemLines(LineProblemKind.LINE_TOO_LONG)).containsExactly(3L);
		StringBuilder wide = new StringBuilder();
		for (int i = 0; i < 2_100; i++) {
			wide.append("{\"column%d\": 1}\n".formatted(i));
		}
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(wide.toString()))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(Refusal.TOO_MANY_COLUMNS));
	}

}
