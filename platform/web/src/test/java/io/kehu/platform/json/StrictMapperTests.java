package io.kehu.platform.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StrictMapperTests {

	private static final JsonMapper JSON = StrictMapper.of(JsonMapper.builder().build(), TextDeserializer.ofRequests());

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"date": "1990-05-16T22:00:00.000Z"                           | /date
			"date": [1990, 5, 17]                                        | /date
			"date": 7441                                                 | /date
			"date": ""                                                   | /date
			"date": " 1990-05-17"                                        | /date
			"date": "0000-01-01"                                         | /date
			"date": "-0001-01-01"                                        | /date
			"date": "+10000-01-01"                                       | /date
			"date": "-999999999-01-01"                                   | /date
			"moment": "+12345-12-31T00:00:00Z"                           | /moment
			"moment": "0000-12-31T23:59:59Z"                             | /moment
			"moment": 1700000000                                         | /moment
			"moment": 1.5                                                | /moment
			"moment": "1700000000"                                       | /moment
			"moment": ""                                                 | /moment
			"id": "AAAAAAAAAAAAAAAAAAAAAA=="                             | /id
			"id": ""                                                     | /id
			"id": "1-1-1-1-1"                                            | /id
			"id": {"a": 1}                                               | /id
			"kind": 0                                                    | /kind
			"kind": "0"                                                  | /kind
			"kind": ""                                                   | /kind
			"kind": ["BIG"]                                              | /kind
			"flag": "true"                                               | /flag
			"flag": 1                                                    | /flag
			"flag": ""                                                   | /flag
			"count": "7"                                                 | /count
			"count": 7.0                                                 | /count
			"count": ""                                                  | /count
			"count": true                                                | /count
			"amount": "7.5"                                              | /amount
			"amount": ""                                                 | /amount
			"amount": true                                               | /amount
			"text": 7                                                    | /text
			"text": true                                                 | /text
			"text": "\\ud800"                                            | /text
			"text": "\\u0007"                                            | /text
			"text": "a", "text": "b"                                     | ``
			"colour": "red"                                              | /colour
			""")
	void takesNoScalarForAnother(String field, String pointer) {
		JacksonException refused = catchThrowableOfType(JacksonException.class,
				() -> JSON.readValue("{%s}".formatted(field), Scalars.class));
		assertThat(refused).as(field).isNotNull();
		FieldError error = FieldErrors.of(refused);
		assertThat(error.pointer()).isEqualTo(pointer);
		assertThat(error.message()).doesNotContain("java").doesNotContain("Scalars");
	}

	@Test
	void takesEachScalarInItsOwnNotation() {
		Scalars scalars = JSON.readValue("""
				{"date": "1990-05-17", "moment": "2026-01-31T09:30:00Z", "id": "018F2f6e-0000-7000-8000-000000000000",
				 "kind": "BIG", "flag": true, "count": 7, "amount": 7, "text": "a\\tb"}""", Scalars.class);
		assertThat(scalars).isEqualTo(new Scalars(LocalDate.of(1990, 5, 17), Instant.parse("2026-01-31T09:30:00Z"),
				UUID.fromString("018f2f6e-0000-7000-8000-000000000000"), Kind.BIG, true, 7, BigDecimal.valueOf(7),
				"a\tb"));
		assertThat(JSON.readValue("{\"id\": null, \"date\": null}", Scalars.class).id()).isNull();
	}

	@Test
	void takesMomentsToTheMicrosecond() {
		Scalars scalars = JSON.readValue("{\"moment\": \"9999-12-31T23:59:59.123456789Z\", \"date\": \"0001-01-01\"}",
				Scalars.class);
		assertThat(scalars.moment()).isEqualTo("9999-12-31T23:59:59.123456Z");
		assertThat(scalars.date()).isEqualTo("0001-01-01");
	}

	/**
	 * The scalars that requests consist of.
	 */
	private record Scalars(@Nullable LocalDate date, @Nullable Instant moment, @Nullable UUID id, @Nullable Kind kind,
			@Nullable Boolean flag, @Nullable Integer count, @Nullable BigDecimal amount, @Nullable String text) {
	}

	private enum Kind {

		BIG, SMALL

	}

}
