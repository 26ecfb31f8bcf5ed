package io.kehu.platform.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestJsonTests {

	private static final UUID ID = UUID.fromString("018f2f6e-0000-7000-8000-000000000000");

	private static final Details STORED = new Details("Stored", List.of(new Line("tea")));

	private static final View SHOWN = new View(ID, 3, new Named("Stored"), List.of(new ShownLine(1, "tea")));

	private final RequestJson json = new RequestJson(
			StrictMapper.of(JsonMapper.builder().build(), TextDeserializer.ofRequests()),
			StrictMapper.of(JsonMapper.builder().build(), TextDeserializer.ofStored()),
			Validation.buildDefaultValidatorFactory().getValidator());

	@Test
	void takesBackWhatWasRead() {
		assertThat(merge(this.json.mapper().writeValueAsString(SHOWN))).isEqualTo(STORED);
		assertThat(merge("{\"id\": \"%s\", \"name\": \"New\"}".formatted(ID)))
			.isEqualTo(new Details("New", STORED.lines()));
		Replacement<Details> replacement = replacement("{\"version\": 3, \"name\": \"New\"}");
		replacement.check(SHOWN);
		assertThat(replacement.details()).isEqualTo(new Details("New", null));
	}

	@Test
	void namesWhatCannotBeChanged() {
		assertThat(errors(() -> merge("{\"id\": null, \"version\": 4, \"name\": \"New\"}")))
			.extracting(FieldError::pointer)
			.containsExactlyInAnyOrder("/id", "/version");
		assertThat(errors(() -> replacement("{\"version\": 4, \"name\": \"New\"}").check(SHOWN)))
			.extracting(FieldError::code)
			.containsExactly("not_changeable");
		assertThat(errors(() -> replacement("{\"version\": 3, \"name\": \"New\"}").check(null))).hasSize(1);
	}

	@Test
	void stillValidatesTheRest() {
		assertThat(errors(() -> replacement("{\"version\": 3, \"name\": \" \"}"))).extracting(FieldError::pointer)
			.containsExactly("/name");
		assertThat(errors(() -> replacement("null"))).hasSize(1);
	}

	private Details merge(String patch) {
		return this.json.merge(STORED, View.class, () -> SHOWN, this.json.mapper().readTree(patch), Details.class);
	}

	private Replacement<Details> replacement(String body) {
		return this.json.replacement(this.json.mapper().readTree(body), Details.class, View.class);
	}

	private static List<FieldError> errors(Runnable call) {
		List<FieldError> errors = new ArrayList<>();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(call::run)
			.satisfies((ex) -> errors.addAll(ex.errors()));
		return errors;
	}

	private record Details(@NotBlank String name, @Nullable List<Line> lines) {
	}

	private record Line(String sku) {
	}

	private record Named(String name) {
	}

	private record View(UUID id, long version, @JsonUnwrapped Named named, List<ShownLine> lines) {
	}

	private record ShownLine(int number, String sku) {
	}

}
