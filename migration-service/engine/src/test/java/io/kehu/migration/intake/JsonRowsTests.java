package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.TOO_MANY_COLUMNS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"id\":1},{\"id\":2}]", "{\"data\":[{\"id\":1},{\"id\":2}]}",
			"{\"total\":2,\"items\":[{\"id\":1},{\"id\":2}],\"next\":null}",
			"{\"d\":{\"results\":[{\"id\":1},{\"id\":2}]}}", "{\n  \"id\": 1\n}\n{\n  \"id\": 2\n}\n",
			"[\n {\"id\": 1},\n {\"id\": 2}\n]\n", "  [ {\"id\":1} , {\"id\":2} ]  ",
			"{\"meta\":{\"page\":1},\"customers\":[{\"id\":1},{\"id\":2}]}",
			"{\"status\":\"success\",\"data\":[{\"id\":1},{\"id\":2}]}",
			"{\"code\":200,\"message\":\"OK\",\"items\":[{\"id\":1},{\"id\":2}]}",
			"{\"exported by\":\"Ada\",\"customers\":[{\"id\":1},{\"id\":2}]}",
			"{\"exportedBy\":\"anna\",\"contacts\":[{\"id\":1},{\"id\":2}]}",
			"{\"stand\":\"2024\",\"kunden\":[{\"id\":1},{\"id\":2}]}",
			"{\"data\":[{\"id\":1}]}\n{\"data\":[{\"id\":2}]}\n",
			"{\"data\":{\"customers\":{\"edges\":[{\"id\":1},{\"id\":2}],\"pageInfo\":{\"hasNextPage\":true}}}}",
			"{\"data\":{\"clients\":{\"nodes\":[{\"id\":1},{\"id\":2}]}},\"extensions\":{\"cost\":{\"n\":1}}}" })
	void readsDocuments(String document) throws IOException {
		Reading reading = Reading.of(document);

		assertThat(reading.description().format()).isEqualTo(SourceFormat.JSON);
		assertThat(reading.columns()).containsExactly("id");
		assertThat(reading.values()).containsExactly(List.of("1"), List.of("2"));
		assertThat(reading.rows()).extracting(Row::line).containsExactly(1L, 2L);
	}

	@Test
	void readsALargeDocumentOnOneLine() throws IOException {
		StringBuilder text = new StringBuilder("{\"count\":50000,\"data\":[");
		for (int i = 0; i < 50_000; i++) {
			text.append((i > 0) ? "," : "").append("{\"id\":").append(i).append(",\"name\":\"Ann\"}");
		}

		Reading reading = Reading.of(text.append("]}").toString());

		assertThat(reading.rows()).hasSize(50_000);
	}

	@Test
	void keepsBothValuesOfNamesThatComeOutTheSame() throws IOException {
		Reading reading = Reading.of("{\"a.b\":1,\"a\":{\"b\":2}}\n{\"a\":{\"b\":4},\"a.b\":3}\n");

		assertThat(reading.columns()).containsExactly("a.b", "a.b (2)");
		assertThat(reading.values()).containsExactly(List.of("1", "2"), List.of("3", "4"));
	}

	@Test
	void splitsLinesAtEachKindOfLineEnd() throws IOException {
		for (String end : List.of("\n", "\r", "\r\n")) {
			Reading reading = Reading.of(String.join(end, "{\"id\":1}", "{\"id\":2}", "{\"id\":3}", ""));

			assertThat(reading.values()).containsExactly(List.of("1"), List.of("2"), List.of("3"));
			assertThat(reading.rows()).extracting(Row::line).containsExactly(1L, 2L, 3L);
		}
	}

	@Test
	void leavesOneRecordWithAListARecord() throws IOException {
		Reading reading = Reading.of("{\"id\":1,\"name\":\"Ann\",\"emails\":[{\"address\":\"a@b.de\"}]}");

		assertThat(reading.values()).containsExactly(List.of("1", "Ann", "a@b.de"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"shop\":\"Nord\",\"lines\":[{\"id\":1},{\"id\":2}]}",
			"{\"shop\":{\"name\":\"Nord\",\"lines\":[{\"id\":1},{\"id\":2}]}}",
			"{\n\"shop\":\"Nord\",\n\"lines\":[{\"id\":1},\n{\"id\":2}]}\n" })
	void warnsOfAListInTheOnlyRecord(String document) throws IOException {
		Reading reading = Reading.of(document);

		assertThat(reading.rows()).hasSize(1);
		assertThat(reading.problemLines(LineProblemKind.LIST_IN_RECORD)).containsExactly(1L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":1,\"emails\":[{\"a\":1},{\"a\":2}]}\n{\"id\":2,\"emails\":[]}\n",
			"[{\"id\":1,\"emails\":[{\"a\":1},{\"a\":2}]}]", "{\"id\":1,\"emails\":[{\"a\":1}]}" })
	void warnsOfNoListInOtherRecords(String document) throws IOException {
		assertThat(Reading.of(document).report().first()).isEmpty();
	}

	@Test
	void leavesLinesWithListsRecords() throws IOException {
		Reading reading = Reading
			.of("{\"name\":\"A\",\"persons\":[{\"id\":1}]}\n{\"name\":\"B\",\"persons\":[{\"id\":2}]}\n");

		assertThat(reading.values()).containsExactly(List.of("A", "1"), List.of("B", "2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"customers\":[{\"id\":1}],\"orders\":[{\"id\":2}]}",
			"{\"company\":\"ACME\",\"customers\":[{\"id\":1}],\"orders\":[{\"id\":2}]}",
			"{\"id\":{\"0\":1,\"1\":2},\"name\":{\"0\":\"Ann\",\"1\":\"Bob\"}}", "{\"id\":{\"0\":1,\"1\":2}}",
			"{\"0\":{\"id\":1},\"1\":{\"id\":2}}", "{\"K-17\":{\"id\":1},\"K-18\":{\"id\":2}}",
			"{\"columns\":[\"id\"],\"index\":[0,1],\"data\":[[1],[2]]}", "{\"data\":[[1],[2]]}", "[1,2,3]",
			"{\"data\":[],\"meta\":{\"n\":0}}", "{\"items\":[],\"total\":0}", "[[\"id\"],[1]]", "[{\"id\":1},{\"id\"",
			"[]" })
	void refusesDocumentsWithAReason(String document) {
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(document))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("StreamRead", "Jackson"));
	}

	@Test
	void rejectsValuesBetweenObjects() throws IOException {
		Reading reading = Reading.of("[{\"id\":1},2,[3],{\"id\":4,\"id\":5},{\"id\":6}]");

		assertThat(reading.values()).containsExactly(List.of("1"), List.of("6"));
		assertThat(reading.problemLines(LineProblemKind.NOT_AN_OBJECT)).containsExactly(2L, 3L);
		assertThat(reading.problemLines(LineProblemKind.INVALID_JSON)).containsExactly(4L);
	}

	@Test
	void reportsCharactersThatADatabaseRefuses() throws IOException {
		Reading reading = Reading.of("{\"na\\u0000me\":\"A\\u0000nn\"}\n{\"name\":\"\\ud800Bob\"}\n");

		assertThat(reading.columns()).containsExactly("name", "name (2)");
		assertThat(reading.values().get(0)).containsExactly("Ann");
		assertThat(reading.values().get(1)).containsExactly(null, "Bob");
		assertThat(reading.problemLines(LineProblemKind.NUL_CHARACTER)).containsExactly(1L, 2L);
	}

	@Test
	void readsCsvThatBeginsWithABracket() throws IOException {
		Reading reading = Reading.of("[id],[name]\n1,Ann\n2,Bob\n");

		assertThat(reading.description().format()).isEqualTo(SourceFormat.DELIMITED);
		assertThat(reading.columns()).containsExactly("[id]", "[name]");
	}

}
