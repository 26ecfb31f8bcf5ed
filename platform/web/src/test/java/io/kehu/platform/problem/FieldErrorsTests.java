package io.kehu.platform.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FieldErrorsTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"colour": "blue"}           | /colour      | must be one of [RED, GREEN]
			{"colours": ["blue"]}        | /colours/0   | must be one of [RED, GREEN]
			{"colours": "RED"}           | /colours     | must be an array
			{"byName": {"a": "blue"}}    | /byName/a    | must be one of [RED, GREEN]
			{"day": "31.1.2026"}         | /day         | must be a day, such as 2026-01-31
			{"count": "many"}            | /count       | must be a whole number
			{"shape": {"form": "star"}}  | /shape/form  | must be one of [square, circle]
			{"shape": {"side": 1}}       | /shape/form  | must be one of [square, circle]
			{"even": {"value": 3}}       | /even        | must be even
			{"fragile": {"value": null}} | /fragile     | must be an object
			{"other": 1}                 | /other       | there is no field other
			[]                           | ``           | the body must be an object, with nothing after it
			{} {}                        | ``           | the body must be an object, with nothing after it
			{"count": }                  | ``           | the body is no valid JSON at line 1, column 11
			""")
	void namesTheFieldAndWhatIsAccepted(String body, String pointer, String message) {
		JacksonException failure = catchThrowableOfType(JacksonException.class,
				() -> JSON.readValue(body, Request.class));
		FieldError error = FieldErrors.of(failure);
		assertThat(error.pointer()).isEqualTo(pointer);
		assertThat(error.message()).isEqualTo(message);
	}

	record Request(@Nullable Colour colour, @Nullable List<Colour> colours, @Nullable Map<String, Colour> byName,
			@Nullable LocalDate day, @Nullable Integer count, @Nullable Shape shape, @Nullable Even even,
			@Nullable Fragile fragile) {
	}

	enum Colour {

		RED, GREEN

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Square.class, name = "square"),
			@JsonSubTypes.Type(value = Circle.class, name = "circle") })
	sealed interface Shape permits Square, Circle {

	}

	record Square(int side) implements Shape {
	}

	record Circle(int radius) implements Shape {
	}

	record Even(int value) {

		Even {
			if (value % 2 != 0) {
				throw new IllegalArgumentException("must be even");
			}
		}

	}

	record Fragile(String value) {

		Fragile {
			value = value.strip();
		}

	}

}
