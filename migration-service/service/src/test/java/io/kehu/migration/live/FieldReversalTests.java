package io.kehu.migration.live;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FieldReversalTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static FieldReversal reversal(String from, String to, String now) {
		JsonNode changes = JSON.readTree("[{\"field\": \"x\", \"from\": %s, \"to\": %s}]".formatted(from, to));
		return FieldReversal.of(changes, JSON.readTree("{\"x\": %s, \"y\": 1}".formatted(now)), JSON);
	}

	private static String patch(String from, String to, String now) {
		return reversal(from, to, now).patch().toString();
	}

	@Test
	void restoresWhatIsAsTheChangeLeftIt() {
		assertThat(patch("\"Ada\"", "\"Ada King\"", "\"Ada King\"")).isEqualTo("{\"x\":\"Ada\"}");
		assertThat(patch("null", "\"1815-12-10\"", "\"1815-12-10\"")).isEqualTo("{\"x\":null}");
		assertThat(patch("1.50", "2.0", "2.00")).isEqualTo("{\"x\":1.5}");
		assertThat(patch("[]", "[{\"n\":1}]", "[{\"n\":1}]")).isEqualTo("{\"x\":[]}");
	}

	@Test
	void doesNothingTwice() {
		assertThat(patch("\"Ada\"", "\"Ada King\"", "\"Ada\"")).isEqualTo("{}");
		assertThat(patch("null", "[1]", "[]")).isEqualTo("{}");
		assertThat(reversal("\"Ada\"", "\"Ada King\"", "\"Ada\"").kept()).isEmpty();
	}

	@Test
	void keepsAValueThatWasChangedSince() {
		FieldReversal reversal = reversal("\"Ada\"", "\"Ada King\"", "\"Countess\"");
		assertThat(reversal.patch()).isEmpty();
		assertThat(reversal.kept()).containsExactly("x");
	}

	@Test
	void removesOnlyWhatTheChangeAddedToAList() {
		FieldReversal reversal = reversal("[1]", "[1, 2]", "[1, 2, 3]");
		assertThat(reversal.patch()).hasToString("{\"x\":[1,3]}");
		assertThat(reversal.kept()).isEmpty();
		FieldReversal replaced = reversal("[1]", "[1, 2]", "[1, 3]");
		assertThat(replaced.patch()).isEmpty();
		assertThat(replaced.kept()).containsExactly("x");
		assertThat(patch("[1]", "[2]", "[2, 3]")).isEqualTo("{\"x\":[3,1]}");
	}

}
