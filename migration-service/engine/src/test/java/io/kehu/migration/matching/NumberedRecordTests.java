package io.kehu.migration.matching;

import java.util.Arrays;
import java.util.List;

import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links records of which some have no key.
 */
class NumberedRecordTests {

	private static final int WITHOUT_KEY = 6;

	/** Nine strangers; the seventh has no key, and the last has the key 7, or #7. */
	private static LinkageResult link(String key, List<Decision> decisions) {
		String[] names = { "Ada", "Bert", "Cleo", "Dora", "Emil", "Fritz", "Gerd", "Hanna", "Iris" };
		List<@Nullable String[]> rows = Arrays.stream(names)
			.map((name) -> new @Nullable String[] { "k" + name, name, name + "town" })
			.toList();
		rows.get(WITHOUT_KEY)[0] = null;
		rows.get(8)[0] = key;
		return new Linker(LinkageSettings.defaults()).link(
				List.of(new LinkageSource("file", Table.of(List.of("no", "name", "city"), rows), "no", null)),
				decisions);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "#7" })
	void aRecordWithoutAKeyIsNotTheOneWhoseKeyIsItsNumber(String key) {
		LinkageResult before = link(key, List.of());
		assertThat(before.reference(WITHOUT_KEY)).isEqualTo(new RecordReference("file", "7", true));
		assertThat(before.reference(8)).isEqualTo(new RecordReference("file", key));

		LinkageResult keyed = link(key, List.of(Decision.same(before.reference(0), before.reference(8))));
		assertThat(keyed.clusterOf(0)).isEqualTo(keyed.clusterOf(8)).isNotEqualTo(keyed.clusterOf(WITHOUT_KEY));
		LinkageResult numbered = link(key, List.of(Decision.same(before.reference(0), before.reference(WITHOUT_KEY))));
		assertThat(numbered.clusterOf(0)).isEqualTo(numbered.clusterOf(WITHOUT_KEY))
			.isNotEqualTo(numbered.clusterOf(8));
	}

	@Test
	void theyCanBeDecidedToBeTheSame() {
		LinkageResult before = link("7", List.of());

		LinkageResult after = link("7", List.of(Decision.same(before.reference(WITHOUT_KEY), before.reference(8))));

		assertThat(after.clusterOf(WITHOUT_KEY)).isEqualTo(after.clusterOf(8));
	}

}
