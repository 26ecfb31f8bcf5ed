package io.kehu.platform.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

	@Test
	void namesUnknownMembersThatArePatchedToNull() {
		assertThat(errors(() -> merge("{\"nmae\": null, \"lines\": null}"))).singleElement().satisfies((error) -> {
			assertThat(error.pointer()).isEqualTo("/nmae");
			assertThat(error.code()).isEqualTo("unknown_field");
		});
		Priced priced = new Priced(new Price("1", "EUR"), Map.of("a", "b"));
		assertThat(errors(() -> patch(priced, "{\"price\": {\"currncy\": null}, \"more\": {\"a\": null}}")))
			.extracting(FieldError::pointer)
			.containsExactly("/price/currncy");
		assertThat(patch(priced, "{\"price\": {\"currency\": null}, \"more\": {\"a\": null, \"c\": null}}"))
			.isEqualTo(new Priced(new Price("1", null), Map.of()));
		assertThat(errors(() -> created("{\"name\": \"New\", \"nmae\": null}"))).extracting(FieldError::pointer)
			.containsExactly("/nmae");
		created("{\"name\": \"New\", \"version\": null, \"lines\": null}").check(null);
	}

	@Test
	void namesAllErrorsOfABody() {
		assertThat(errors(
				() -> replacement("{\"nmae\": 1, \"name\": \" \", \"lines\": [{\"sku\": {}}, {\"sku\": \"tea\"}]}")))
			.extracting(FieldError::pointer)
			.containsExactlyInAnyOrder("/nmae", "/lines/0/sku", "/name");
		assertThat(errors(() -> merge("{\"name\": {}, \"lines\": [3, {\"sku\": []}], \"x\": 1}")))
			.extracting(FieldError::pointer)
			.containsExactlyInAnyOrder("/name", "/lines/0", "/x");
	}

	private Priced patch(Priced before, String patch) {
		return this.json.merge(before, this.json.mapper().readTree(patch), Priced.class);
	}

	private Replacement<Details> created(String patch) {
		return this.json.created(this.json.mapper().readTree(patch), Details.class, View.class);
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

	private record Priced(Price price, Map<String, String> more) {
	}

	private record Price(String amount, @Nullable String currency) {
	}

	private record Named(String name) {
	}

	private record View(UUID id, long version, @JsonUnwrapped Named named, List<ShownLine> lines) {
	}

	private record ShownLine(int number, String sku) {
	}

}
