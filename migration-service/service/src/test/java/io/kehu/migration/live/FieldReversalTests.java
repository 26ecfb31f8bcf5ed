package io.kehu.migration.live;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FieldReversalTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static FieldReversal reversal(String from, String to, String now) {
		return reversal(now, change(from, to));
	}

	private static FieldReversal reversal(String now, JsonNode... changes) {
		return FieldReversal.of(List.of(changes), JSON.readTree("{\"x\": %s, \"y\": 1}".formatted(now)), JSON);
	}

	private static JsonNode change(String from, String to) {
		return JSON.readTree("[{\"field\": \"x\", \"from\": %s, \"to\": %s}]".formatted(from, to));
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
	void restoresWhatWasChangedSeveralTimes() {
		JsonNode[] twice = { change("[1]", "[1, 2]"), change("[1, 2]", "[1, 2, 3]") };
		assertThat(reversal("[1, 2, 3]", twice).patch()).hasToString("{\"x\":[1]}");
		assertThat(reversal("[1, 2, 3, 4]", twice).patch()).hasToString("{\"x\":[1,4]}");
		FieldReversal again = reversal("[1]", twice);
		assertThat(again.patch()).isEmpty();
		assertThat(again.kept()).isEmpty();
		FieldReversal back = reversal("\"A\"", change("\"A\"", "\"B\""), change("\"B\"", "\"A\""));
		assertThat(back.patch()).isEmpty();
		assertThat(back.kept()).isEmpty();
	}

	@Test
	void keepsWhatOthersChangedBetweenTwoChanges() {
		FieldReversal reversal = reversal("\"C\"", change("\"A\"", "\"B\""), change("\"U\"", "\"C\""));
		assertThat(reversal.patch()).hasToString("{\"x\":\"U\"}");
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
